import { t } from '#lib/i18n/index.ts';
import type { Because } from '#lib/lifecycle/types.ts';
import { hostNames } from './host-names.ts';

/** The sentence for a reason that the rules gave. */
export const say = (because: Because): string => t(`because.${because.code}`, because.values);

/** What people call the host with this id; a page without one of its own is "This site". */
export const hostName = (id: string): string =>
  hostNames[id] ?? t(id === 'demo' ? 'host.demo' : 'host.other');
