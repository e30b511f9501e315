import type { Play } from '#lib/contract/playbook.ts';
import { t } from '#lib/i18n/index.ts';

/** Whose turn it is, where it is not whoever looks after them. */
export const ForWhom = ({ play: { audience } }: { play: Play }) =>
  audience === 'founder' || audience === 'lead' ? (
    <span
      data-part="for-whom"
      className="rounded-full bg-leaf-wash px-2 py-0.5 font-medium text-2xs text-leaf"
    >
      {t(`action.for.${audience}`)}
    </span>
  ) : null;
