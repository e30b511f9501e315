import { MailCheck, X } from 'lucide-react';
import type { Touchpoint } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import type { Offer } from '../offer.ts';
import { Button } from '../ui/button.tsx';
import { useActs } from './acts.ts';

/** What the log's own button "Email" writes. */
const reply: Touchpoint = {
  kind: 'EMAIL',
  channel: 'email',
  direction: 'out',
  initiator: 'rep',
  purpose: 'answer',
};

type Props = { offer: Offer; now: number; newId: () => string; onClose: () => void };

/** A reply went out: one click logs it. It stays in sight wherever the panel is scrolled, and in nobody's way. */
export const LogReply = ({ offer: { whom, dispatch }, now, newId, onClose }: Props) => {
  const acts = useActs(dispatch, newId, now, whom.record, whom);
  return (
    <section
      data-part="log-reply"
      aria-label={t('reply.label')}
      className="sticky top-2 z-20 mx-3 mt-2 mb-1 flex animate-rise items-center gap-2 rounded-xl border border-leaf/40 bg-card py-1.5 ps-3 pe-1.5 shadow-lift"
    >
      <MailCheck size={16} aria-hidden className="shrink-0 text-leaf" />
      <p role="status" dir="auto" className="line-clamp-3 min-w-0 flex-1 text-xs [overflow-wrap:anywhere]">
        {/* A name of the other direction stays together. */}
        {t('reply.sent', { name: `\u2068${acts.name}\u2069` })}
      </p>
      <Button
        size="sm"
        look="primary"
        onClick={() => {
          acts.log(reply);
          onClose();
        }}
      >
        {t('reply.log')}
      </Button>
      <button
        type="button"
        onClick={onClose}
        aria-label={t('reply.close')}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:text-ink"
      >
        <X size={14} aria-hidden />
      </button>
    </section>
  );
};
