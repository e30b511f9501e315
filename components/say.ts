import { t } from '#lib/i18n/index.ts';
import type { Because } from '#lib/lifecycle/types.ts';

/** The sentence for a reason that the rules gave. */
export const say = (because: Because): string => t(`because.${because.code}`, because.values);
