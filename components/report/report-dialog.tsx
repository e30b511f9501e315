import { Send } from 'lucide-react';
import { tr } from '#lib/i18n/report.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Picture } from './picture.tsx';
import type { Reporter, Reporting } from './reporting.ts';

type Props = { reporting: Reporting } & Pick<Reporter, 'send' | 'close'>;

/** All that would be sent, before it is; and what became of it. */
export const ReportDialog = ({ reporting, send, close }: Props) => {
  const { state } = reporting;
  const isOpen = state === 'shown' || state === 'sending' || state === 'unsent';
  return (
    <Dialog
      open
      onClose={close}
      title={tr(state === 'sent' ? 'report.title.sent' : 'report.title')}
      {...(isOpen && { text: tr('report.text') })}
    >
      {isOpen && <Picture report={reporting.report} />}
      <div className="sticky bottom-0 mt-3 flex flex-wrap items-center justify-end gap-2 bg-card pt-1">
        <Standing reporting={reporting} />
        <Button onClick={close}>{tr(isOpen ? 'report.drop' : 'report.close')}</Button>
        {isOpen && (
          <Button look="primary" disabled={state === 'sending'} onClick={send}>
            <Send size={14} aria-hidden className="rtl:-scale-x-100" />
            {tr(state === 'sending' ? 'report.sending' : state === 'unsent' ? 'report.again' : 'report.send')}
          </Button>
        )}
      </div>
    </Dialog>
  );
};

const Standing = ({ reporting }: { reporting: Reporting }) => {
  switch (reporting.state) {
    case 'looking':
    case 'unseen':
    case 'sent':
      return (
        <p role="status" className="w-full">
          {tr(`report.${reporting.state}`)}
        </p>
      );
    case 'unsent':
      return (
        <p role="alert" className="w-full text-alarm">
          {tr(`report.unsent.${reporting.why}`, { message: reporting.message })}
        </p>
      );
    case 'shown':
    case 'sending':
      return null;
  }
};
