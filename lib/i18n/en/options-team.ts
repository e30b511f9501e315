import type { AuditAction } from '../../contract/team.ts';

/** What somebody did, after their name. A customer follows on its own. */
const done: Record<`audit.${Exclude<AuditAction, 'changed'>}`, string> = {
  'audit.read': 'was sent {customers, plural, one {# record} other {# records}} of customers',
  'audit.found': 'looked somebody up',
  'audit.customer-read': 'opened a customer',
  'audit.history-read': 'read older history',
  'audit.invite-made': 'made a link for {of}',
  'audit.invite-revoked': 'took back a link of {of}',
  'audit.paired': 'connected a browser',
  'audit.left': 'disconnected a browser',
  'audit.device-revoked': 'signed out {name} of {of}',
  'audit.member-changed': 'changed {of}',
  'audit.member-removed':
    'removed {of}{devices, plural, =0 {} one {, and signed out # browser} other {, and signed out # browsers}}',
  'audit.scoping-changed':
    '{on, select, true {let reps see only the customers of their teams} other {let reps see every customer}}',
  'audit.playbook-published': 'published version {version} of the playbook',
  'audit.playbook-reverted': 'put version {to} of the playbook back, as version {version}',
  'audit.report-sent': 'reported a page of {host}',
  'audit.import-started': 'began to import {kind, select, customers {customers} other {events}}',
  'audit.import-finished':
    'imported {kind, select, customers {customers} other {events}}: {created, number} new, {updated, number} completed, {rejected, number} rejected',
  'audit.nightly': 'ran the work of the night',
  'audit.backup': 'made a backup',
  'audit.restore': 'put a backup back',
  'audit.new-epoch': 'began a new history',
};

/** A change by its mutation; `what` is the kind of event. */
const changed = {
  'audit.event.record': 'logged “{what}”',
  'audit.event.undo': 'took an entry back',
  'audit.customer.create': 'added a customer',
  'audit.customer.tags': 'changed tags',
  'audit.customer.assign': 'changed who looks after a customer',
  'audit.changed.other': 'changed a customer',
};

/** The same to choose from. */
const kinds: Record<`audit.kind.${AuditAction}`, string> = {
  'audit.kind.changed': 'Changes to customers',
  'audit.kind.read': 'Customers sent to a browser',
  'audit.kind.found': 'Look-ups',
  'audit.kind.customer-read': 'Customers opened',
  'audit.kind.history-read': 'Older history read',
  'audit.kind.invite-made': 'Links made',
  'audit.kind.invite-revoked': 'Links taken back',
  'audit.kind.paired': 'Browsers connected',
  'audit.kind.left': 'Browsers disconnected',
  'audit.kind.device-revoked': 'Browsers signed out',
  'audit.kind.member-changed': 'Roles and teams changed',
  'audit.kind.member-removed': 'Members removed',
  'audit.kind.scoping-changed': 'Who sees whom',
  'audit.kind.playbook-published': 'Playbook published',
  'audit.kind.playbook-reverted': 'Playbook put back',
  'audit.kind.report-sent': 'Pages reported',
  'audit.kind.import-started': 'Imports begun',
  'audit.kind.import-finished': 'Imports finished',
  'audit.kind.nightly': 'Work of the night',
  'audit.kind.backup': 'Backups',
  'audit.kind.restore': 'Backups put back',
  'audit.kind.new-epoch': 'New histories',
};

/** Words of the page about the team. */
export const optionsTeam = {
  ...done,
  ...kinds,
  ...changed,
  'team.title': 'Team',
  'team.back': 'Options',
  'team.parts': 'Parts of the team’s page',
  'team.members': 'Members',
  'team.audit': 'Who saw and changed what',
  'team.loading': 'One moment…',
  'team.failed': 'The server did not answer: {message}',
  'team.retry': 'Try again',
  'team.refused': 'It did not work: {message}',
  // Members
  'team.you': 'you',
  'team.role': 'Role of {name}',
  'team.role.last': 'The last admin stays one. Make somebody else an admin to change that.',
  'team.none': 'of no team',
  'team.browsers': '{n, plural, =0 {no browser} one {# browser} other {# browsers}}',
  'team.seen': 'seen {when}',
  'team.invited': 'invited, the link works until {until}',
  'team.show': 'Browsers of {name}',
  'team.show.do': 'Browsers',
  'team.teams': 'Teams of {name}',
  'team.teams.do': 'Teams',
  'team.teams.label': 'Teams, with commas between them',
  'team.teams.used': 'In use: {teams}.',
  'team.teams.save': 'Save',
  'team.remove': 'Remove {name}',
  'team.remove.do': 'Remove',
  'team.remove.sure': 'Remove {name} from the team?',
  'team.remove.text':
    'Their browsers are signed out within seconds, and forget the customers. What they did stays in the history under their name. You can invite them again.',
  'team.takeback': 'Take the link of {name} back',
  'team.takeback.do': 'Take link back',
  'team.left': 'Have left: {names}.',
  'team.device.line': 'connected {paired}, seen {seen}',
  'team.device.out': 'Sign out {device} of {name}',
  'team.device.out.do': 'Sign out',
  'team.device.sure': 'Sign out {device}?',
  'team.device.text':
    'From now on it gets nothing from the server, and it forgets the customers when it next asks. {name} can connect it again with a new link.',
  // Inviting
  'team.invite': 'Invite somebody…',
  'team.invite.title': 'Invite a colleague',
  'team.invite.text':
    'You get a link for one browser. It works once, for a day. For somebody who is here already it connects one more browser.',
  'team.invite.name': 'Name',
  'team.invite.name.missing': 'Type their name.',
  'team.invite.role': 'Role',
  'team.invite.do': 'Make a link',
  'team.invite.link': 'Link for {name}',
  'team.invite.send':
    'Send it to {name} and to nobody else. It is shown only here, and works once, until {until}.',
  'team.invite.copy': 'Copy',
  'team.invite.copied': 'Copied',
  'team.invite.close': 'Done',
  // Roles
  'team.role.admin': 'Admin: everything, and looks after the team and the playbook',
  'team.role.founder': 'Founder: as a rep, and hears of facts that were called wrong',
  'team.role.rep': 'Rep: sees customers and logs what happens',
  'team.role.read-only': 'Read only: sees customers and changes nothing',
  // Scoping
  'team.scoping': 'Who sees whom',
  'team.scoping.label': 'What reps and readers see',
  'team.scoping.off': 'Every customer',
  'team.scoping.on': 'Their teams’ customers',
  'team.scoping.off.text': 'Everybody sees every customer.',
  'team.scoping.on.text':
    'Reps and readers see the customers of their teams, those of no team, and their own. For them nobody else exists. Admins and founders see everybody.',
  // The trail
  'team.audit.text':
    'Each change by itself; reading by browser and hour; look-ups and older history by customer. A browser works from what it holds: looking at a customer there is not recorded.',
  'team.audit.who': 'Who',
  'team.audit.everybody': 'Everybody',
  'team.audit.what': 'What',
  'team.audit.everything': 'Everything',
  'team.audit.about': 'Only about {name}',
  'team.audit.about.all': 'About everybody again',
  'team.audit.operator': 'The operator',
  'team.audit.times': '{n, plural, one {} other { (# times)}}',
  'team.audit.none': 'There is nothing of the kind.',
  'team.audit.more': 'Show older ones',
} as const;
