import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/i18n/index.ts';
import { buttonClass } from './button.tsx';

type Props = { open: boolean; onClose: () => void; title: string; text?: string; children: ReactNode };

/** A question that wants an answer before anything else. */
export const Dialog = ({ open, onClose, title, text, children }: Props) => (
  <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
      <Base.Popup className="fixed inset-x-3 top-[12vh] z-50 mx-auto flex max-h-[76vh] max-w-md flex-col rounded-2xl border border-line bg-card p-4 text-ink shadow-pop outline-none">
        <div className="flex items-start justify-between gap-3">
          <Base.Title className="font-semibold text-base">{title}</Base.Title>
          <Base.Close aria-label={t('panel.close')} className={buttonClass({ look: 'quiet', size: 'icon' })}>
            <X size={16} aria-hidden />
          </Base.Close>
        </div>
        {text && <Base.Description className="mt-1 text-sm text-soft">{text}</Base.Description>}
        <div className="mt-3 min-h-0 overflow-y-auto">{children}</div>
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);
