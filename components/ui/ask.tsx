import type { FormEvent, ReactNode } from 'react';
import { t } from '#lib/i18n/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  text?: string;
  submit: string;
  /** Closes the dialog when it answers true; else the fields say what is missing. */
  onSubmit: () => boolean;
  children: ReactNode;
};

/** A dialog with a few fields and one answer. */
export const Ask = ({ open, onClose, title, text, submit, onSubmit, children }: Props) => {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (onSubmit()) onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title} {...(text && { text })}>
      <form onSubmit={send} noValidate className="flex flex-col gap-3 p-0.5">
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button type="submit" look="primary">
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
