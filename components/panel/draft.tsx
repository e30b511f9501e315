import { Check, Copy, TextCursorInput } from 'lucide-react';
import { use, useId, useState } from 'react';
import type { Inserted } from '#lib/compose/types.ts';
import { t } from '#lib/i18n/index.ts';
import { isReadyToSend } from '#lib/lifecycle/slots.ts';
import { pieces } from '../first-name.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { useToast } from '../ui/toast.tsx';
import { InsertContext } from '../writing.ts';

type Props = {
  /** The text as it was put before them: names filled in, the slot still there. */
  start: string;
  text: string;
  /** How many characters there is room for, where that is not as many as one likes. */
  most?: number;
  onChange: (text: string) => void;
};

/**
 * A text to start from, to be made one's own. It is put into the open reply or copied, never sent: a person sends, and not before they have put a
 * sentence of their own into it (G11).
 */
export const Draft = ({ start, text, most, onChange }: Props) => {
  const toast = useToast();
  const putIn = use(InsertContext);
  const [copied, setCopied] = useState<string | null>(null);
  const [inserted, setInserted] = useState<{ text: string; outcome: Inserted } | null>(null);
  const id = useId();
  const ready = isReadyToSend(start, text);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(text);
        toast({ text: t('action.copied') });
      },
      () => toast({ text: t('action.copy.failed') }),
    );
  const insert = async (also?: string) => {
    setInserted(null);
    const outcome = await (also === undefined ? putIn(text) : putIn(text, also));
    setInserted({ text, outcome });
    if (outcome.ok) toast({ text: t('action.inserted') });
  };
  const failed = inserted !== null && !inserted.outcome.ok ? inserted.outcome : null;
  const elsewhere = failed?.why === 'elsewhere' ? failed.to : null;
  return (
    <div className="mt-2.5 rounded-lg bg-sunk p-2">
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium text-soft text-xs">{t('action.draft')}</p>
        <div className="-my-0.5 flex gap-1">
          <Button
            size="sm"
            look="primary"
            title={t('action.insert.hint')}
            // The second press of a double click is not meant.
            onClick={({ detail }) => detail < 2 && void insert()}
            disabled={!ready}
            aria-describedby={ready ? undefined : `${id}-own`}
          >
            {inserted?.outcome.ok && inserted.text === text ? (
              <Check size={12} aria-hidden />
            ) : (
              <TextCursorInput size={12} aria-hidden />
            )}
            {t('action.insert')}
          </Button>
          <Button
            size="sm"
            onClick={copy}
            disabled={!ready}
            aria-describedby={ready ? undefined : `${id}-own`}
          >
            {copied === text ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
            {t('action.copy')}
          </Button>
        </div>
      </div>
      {/* The same text lies under the field: it marks the slot, and makes the field as tall as its words. */}
      <div className="mt-1.5 grid rounded-md border border-edge bg-card">
        <p
          aria-hidden
          dir="auto"
          className="[grid-area:1/1] min-h-16 whitespace-pre-wrap px-2 py-1.5 text-sm text-transparent [overflow-wrap:anywhere]"
        >
          {pieces(text).map(({ text: piece, slot }, i) =>
            slot ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing of their own to go by
              <mark key={i} className="rounded bg-purchase-wash text-transparent ring-1 ring-purchase/50">
                {piece}
              </mark>
            ) : (
              piece
            ),
          )}{' '}
        </p>
        <textarea
          aria-label={t('action.draft.label')}
          value={text}
          dir="auto"
          maxLength={4_000}
          aria-describedby={most === undefined ? undefined : `${id}-room`}
          onChange={(event) => onChange(event.target.value)}
          className="[grid-area:1/1] resize-none overflow-hidden bg-transparent px-2 py-1.5 text-ink text-sm [overflow-wrap:anywhere]"
        />
      </div>
      <p
        role="status"
        data-part="insert-failed"
        className="text-xs [overflow-wrap:anywhere] empty:hidden [&:not(:empty)]:mt-1.5"
      >
        {/* An address of the other direction stays together. */}
        {elsewhere !== null
          ? t('action.insert.elsewhere', { to: `\u2068${elsewhere}\u2069` })
          : failed && t(`action.insert.${failed.why}`)}
      </p>
      {elsewhere !== null && (
        <Button size="sm" className="mt-1.5" disabled={!ready} onClick={() => void insert(elsewhere)}>
          {t('action.insert.anyway')}
        </Button>
      )}
      {most !== undefined && <Room id={`${id}-room`} n={[...text].length} most={most} />}
      {!ready && (
        <p id={`${id}-own`} className="mt-1.5 text-soft text-xs">
          {t('action.draft.own')}
        </p>
      )}
    </div>
  );
};

/** How much of the room is used; said aloud once it is more than there is. */
const Room = ({ id, n, most }: { id: string; n: number; most: number }) => (
  <p
    id={id}
    data-part="room"
    role={n > most ? 'alert' : undefined}
    className={cx('mt-1.5 text-xs tabular-nums', n > most ? 'font-medium text-alarm' : 'text-soft')}
  >
    {t(n > most ? 'action.draft.long' : 'action.draft.room', { n, most })}
  </p>
);
