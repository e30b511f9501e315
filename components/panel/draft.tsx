import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { draftFor } from '../first-name.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';

/** A text to start from. It is copied, never sent: a person sends (G11). */
export const Draft = ({ draft, name }: { draft: string; name: string }) => {
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  const pieces = draftFor(draft, name);
  const text = pieces.map((piece) => piece.text).join('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        toast({ text: t(pieces.some(({ slot }) => slot) ? 'action.copied.slot' : 'action.copied') });
      },
      () => toast({ text: t('action.copy.failed') }),
    );
  return (
    <div className="mt-2.5 rounded-lg bg-sunk py-2 ps-2.5 pe-2">
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium text-soft text-xs">{t('action.draft')}</p>
        <Button size="sm" onClick={copy} className="-my-0.5">
          {copied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
          {t('action.copy')}
        </Button>
      </div>
      <p className="mt-1 select-text whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
        {pieces.map(({ text: piece, slot }) =>
          slot ? (
            <mark key={piece} className="rounded bg-purchase-wash px-0.5 text-purchase">
              {piece}
            </mark>
          ) : (
            piece
          ),
        )}
      </p>
    </div>
  );
};
