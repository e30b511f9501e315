import { useState } from 'react';
import type { PlaybookVersion } from '#lib/contract/playbook-edit.ts';
import { t } from '#lib/i18n/index.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { ago, full } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from './desk.ts';

type Props = {
  versions: readonly PlaybookVersion[];
  /** How many changes would be dropped. */
  changes: number;
  onRevert: (version: number) => Promise<void>;
};

/** Who published what and when, newest first, each with the way back to it. */
export const History = ({ versions, changes, onRevert }: Props) => {
  const { base, now, mayEdit } = useDesk();
  const [asking, setAsking] = useState<number | null>(null);
  return (
    <>
      <ol className="divide-y divide-line border-line border-y">
        {versions.map(({ version, at, by, note, plays }) => (
          <li key={version} className="flex items-center justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <p className="font-medium [overflow-wrap:anywhere]" dir="auto">
                {note || tp('pb.history.note.none')}
              </p>
              <p className="text-soft text-xs" title={full(at)}>
                {tp('pb.history.line', {
                  version,
                  by: by ?? tp('pb.history.nobody'),
                  when: ago(at, now),
                  n: plays,
                })}
              </p>
            </div>
            {version === base.version ? (
              <span className="shrink-0 rounded-full bg-leaf-wash px-2.5 py-0.5 font-medium text-leaf text-xs">
                {tp('pb.history.now')}
              </span>
            ) : (
              mayEdit && (
                <Button
                  size="sm"
                  className="shrink-0"
                  aria-label={tp('pb.history.revert', { version })}
                  onClick={() => setAsking(version)}
                >
                  {tp('pb.history.revert.do')}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={tp('pb.history.revert.sure', { version: asking ?? 0 })}
        text={tp('pb.history.revert.text', { n: changes })}
      >
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setAsking(null)}>{t('panel.cancel')}</Button>
          <Button
            look="primary"
            onClick={() => {
              const to = asking;
              setAsking(null);
              if (to !== null) void onRevert(to);
            }}
          >
            {tp('pb.history.revert.yes')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
