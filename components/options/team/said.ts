import { eventTypes } from '#lib/contract/events.ts';
import type { AuditEntry } from '#lib/contract/team.ts';
import { optionsTeam } from '#lib/i18n/en/options-team.ts';
import { t } from '#lib/i18n/index.ts';
import { type TeamWord, tt } from '#lib/i18n/team.ts';
import { isolated } from './isolated.ts';

const isWord = (id: string): id is TeamWord => Object.hasOwn(optionsTeam, id);

const eventName = (type: string | undefined): string => {
  const known = eventTypes.find((one) => one === type);
  return known ? t(`event.${known}`) : (type ?? '');
};

/** What was done, to come after the name of who did it. */
export const saidOf = (entry: AuditEntry): string => {
  if (entry.action === 'changed') {
    const { mutation, event } = entry.detail;
    const id = `audit.${mutation}`;
    return tt(isWord(id) ? id : 'audit.changed.other', { what: eventName(event) });
  }
  const values = Object.fromEntries(
    Object.entries(entry.detail).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : isolated(String(value)),
    ]),
  );
  switch (entry.action) {
    case 'scoping-changed':
      return tt('audit.scoping-changed', { on: String(entry.detail.on) });
    case 'import-started':
      return tt('audit.import-started', { kind: entry.detail.kind });
    case 'import-finished':
      return tt('audit.import-finished', entry.detail);
    case 'member-changed': {
      const { role, teams } = entry.detail;
      const to = [
        ...(role ? [t(`options.role.${role}`)] : []),
        ...(teams ? [teams.map(isolated).join(', ') || tt('team.none')] : []),
      ];
      return `${tt('audit.member-changed', values)}: ${to.join(' · ')}`;
    }
    case 'found':
    case 'customer-read':
    case 'history-read':
      return `${tt(`audit.${entry.action}`)}${tt('team.audit.times', { n: entry.detail.times })}`;
    default:
      return tt(`audit.${entry.action}`, values);
  }
};
