import { Undo2, X } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { t } from '#lib/i18n/index.ts';

/** How long a message stays: long enough to notice a slip and take it back. */
export const TOAST_MS = 8_000;

export type Toast = {
  text: string;
  undo?: () => void;
  /** Whose it is: the key takes it back only while they are shown, since it says nothing of whom it is about. */
  scope?: string;
};
type Shown = Toast & { key: number };
const Context = createContext<(toast: Toast) => void>(() => {});

/** Says what was just done, with the way back. */
export const useToast = (): ((toast: Toast) => void) => use(Context);

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Shows one message at a time over `children`; Ctrl+Z (or Cmd+Z) takes the newest one back, if it is of `scope`. */
export const ToastProvider = ({ scope, children }: { scope: string | null; children: ReactNode }) => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((toast: Toast) => {
    // The button that had the focus may be gone with the last message, and then no blur tells of it.
    setHeld(false);
    setShown((last) => ({ ...toast, key: (last?.key ?? 0) + 1 }));
  }, []);
  const takeBack = useMemo(() => {
    const undo = shown?.undo;
    return undo
      ? () => {
          undo();
          show({ text: t('toast.undone') });
        }
      : null;
  }, [shown, show]);

  const byKey = shown?.scope === undefined || shown.scope === scope;

  // Whoever is reading or about to click is not hurried.
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setShown(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);

  useEffect(() => {
    if (!takeBack || !byKey) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (typing(event.target)) return;
      event.preventDefault();
      takeBack();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [takeBack, byKey]);

  return (
    <Context value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-3 bottom-13 z-30 flex justify-center"
      >
        {shown && (
          // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only holds the timer
          <div
            key={shown.key}
            data-part="toast"
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className="pointer-events-auto flex max-w-full animate-rise items-center gap-1 rounded-xl bg-ink py-1.5 ps-3.5 pe-1.5 text-paper text-sm shadow-pop"
          >
            <span className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]" dir="auto">
              {shown.text}
            </span>
            {takeBack && (
              <button
                type="button"
                onClick={takeBack}
                {...(byKey && { 'aria-keyshortcuts': 'Control+Z Meta+Z', title: 'Ctrl+Z' })}
                className="ms-1.5 inline-flex min-h-7 items-center gap-1 rounded-md px-2 font-semibold underline decoration-1 underline-offset-3 focus-visible:outline-paper"
              >
                <Undo2 size={14} aria-hidden className="rtl:-scale-x-100" />
                {t('toast.undo')}
              </button>
            )}
            <button
              type="button"
              onClick={() => setShown(null)}
              aria-label={t('toast.close')}
              className="inline-flex size-7 items-center justify-center rounded-md focus-visible:outline-paper"
            >
              <X size={14} aria-hidden />
            </button>
          </div>
        )}
      </div>
    </Context>
  );
};
