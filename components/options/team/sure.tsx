import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Props = {
  open: boolean;
  title: string;
  text: string;
  yes: string;
  no: string;
  onClose: () => void;
  onYes: () => void;
};

/** Asks once more, and says what happens. */
export const Sure = ({ open, title, text, yes, no, onClose, onYes }: Props) => (
  <Dialog open={open} onClose={onClose} title={title} text={text}>
    <div className="flex justify-end gap-2">
      <Button onClick={onClose}>{no}</Button>
      <Button
        look="alarm"
        onClick={() => {
          onClose();
          onYes();
        }}
      >
        {yes}
      </Button>
    </div>
  </Dialog>
);
