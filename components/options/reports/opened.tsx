import { Copy, Download } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Report, ReportHead } from '#lib/contract/report.ts';
import { tr } from '#lib/i18n/report.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { asText, fileName } from '../../report/as-text.ts';
import { Picture } from '../../report/picture.tsx';
import { saveFile } from '../../save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAsked } from '../team/use-asked.ts';

type Props = { ask: AdminClient; head: ReportHead; onClose: () => void };

/** One report as it was sent, to be read, and handed to whoever mends the detector. */
export const Opened = ({ ask, head, onClose }: Props) => {
  const [asked] = useAsked(useCallback(() => ask.report(head.id), [ask, head.id]));
  return (
    <Dialog open onClose={onClose} title={tr('reports.opened')} text={tr('reports.opened.text')}>
      {asked.state === 'asking' && <p role="status">{tr('reports.loading')}</p>}
      {asked.state === 'failed' && (
        <p role="alert">{tr('reports.failed', { message: asked.error.message })}</p>
      )}
      {asked.state === 'there' && <Whole report={asked.value.report} />}
    </Dialog>
  );
};

const Whole = ({ report }: { report: Report }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(asText(report)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Picture report={report} />
      <div className="sticky bottom-0 mt-3 flex flex-wrap justify-end gap-2 bg-card pt-1">
        <Button onClick={() => saveFile(fileName(report), asText(report), 'text/plain')}>
          <Download size={14} aria-hidden />
          {tr('reports.save')}
        </Button>
        <Button look="primary" onClick={copy}>
          <Copy size={14} aria-hidden />
          {tr(isCopied ? 'reports.copied' : 'reports.copy')}
        </Button>
      </div>
    </>
  );
};
