/** One picture. */
export type Shot = {
  name: string;
  fixture: string;
  width: number;
  height: number;
  theme: string;
  dir?: string;
  /** Where in the options page. */
  hash?: string;
  act?: string;
  /** What is written in the first text field after that, and what is pressed then. */
  write?: { text: string; act: string };
  /** What has to be there first: some parts are fetched when they are shown. */
  wait?: string;
  /** A whole screen: who it is, why, what is owed and the title of what to do next have to be on it. */
  first?: boolean;
};

const panels = [
  'lead complaint quiet wait persian long offline advocate deal paused team pick pick-rejected pick-blind stranger colleague look-alike said-who unpaired site-off unsupported miss miss-name loading no-storage refused conflict conflict-owner revoked storage-full busy',
].flatMap((names) => names.split(' '));
/** Tall enough for the whole story in one picture. */
const heights: Record<string, number> = {
  lead: 1250,
  complaint: 1450,
  quiet: 1100,
  wait: 1150,
  persian: 1200,
  long: 1450,
  offline: 1500,
  advocate: 1500,
  deal: 1400,
  paused: 1150,
  team: 1800,
};

const playbook = { fixture: 'options-admin', width: 800, height: 1400, theme: 'light' };
const play = '#playbook/play/welcome_newcomer';
/** The playbook's editor, as an admin and as a reader. */
const playbookShots: Shot[] = [
  ...['plays', 'numbers', 'stages', 'personas', 'history'].map((part) => ({
    ...playbook,
    name: `playbook-${part}`,
    hash: `#playbook/${part}`,
  })),
  { ...playbook, name: 'playbook-play', hash: play },
  ...['Words', 'When', 'For whom', 'How often', 'How much it counts', 'What it is'].map((chapter) => ({
    ...playbook,
    name: `playbook-${chapter.toLowerCase().replaceAll(' ', '-')}`,
    hash: play,
    act: `Change: ${chapter}`,
  })),
  { ...playbook, name: 'playbook-try', hash: play, act: 'Try it on today’s customers', theme: 'dark' },
  { ...playbook, name: 'playbook-hours', hash: '#playbook/numbers', act: 'Change: Hours', theme: 'dark' },
  {
    ...playbook,
    name: 'playbook-stage',
    hash: '#playbook/stages',
    act: 'Change: Getting started',
    width: 420,
  },
  { ...playbook, name: 'playbook-changed', hash: play, act: 'Suggest “Say hello as a person”', height: 900 },
  { ...playbook, name: 'playbook-narrow', hash: '#playbook/plays', width: 360, height: 900 },
  { ...playbook, name: 'playbook-narrow-when', hash: play, width: 360, act: 'Change: When', theme: 'dark' },
  { ...playbook, name: 'playbook-reader', fixture: 'options', hash: play },
  { ...playbook, name: 'playbook-rtl', hash: play, act: 'Change: For whom', dir: 'rtl' },
];

/** The page about the team, as an admin. */
const team = { fixture: 'options-admin', width: 800, height: 1000, theme: 'light' };
const bens = 'Browsers of \u2068Ben Cruz\u2069';
const teamShots: Shot[] = [
  { ...team, name: 'team-members', hash: '#team/members', act: bens },
  { ...team, name: 'team-members-dark', hash: '#team/members', theme: 'dark', width: 420, height: 1200 },
  {
    ...team,
    name: 'team-members-rtl',
    hash: '#team/members',
    dir: 'rtl',
    width: 360,
    height: 1300,
    act: bens,
  },
  { ...team, name: 'team-invite', hash: '#team/members', act: 'Invite somebody…', height: 800 },
  { ...team, name: 'team-remove', hash: '#team/members', act: 'Remove \u2068Ben Cruz\u2069', theme: 'dark' },
  { ...team, name: 'team-audit', hash: '#team/audit' },
  { ...team, name: 'team-audit-dark', hash: '#team/audit', theme: 'dark', width: 360, height: 1300 },
  { ...team, name: 'team-audit-rtl', hash: '#team/audit', dir: 'rtl', width: 420, height: 1200 },
];

/** What the rep is shown before a page is reported, and what the admin sees of it. */
const reportShots: Shot[] = [
  ...['report-offer', 'report-offer-miss', 'report-offer-name'].map((fixture) => ({
    ...{ name: fixture, fixture, width: 360, height: 640, theme: 'light' },
  })),
  ...[
    { name: 'report', fixture: 'report', theme: 'light' },
    { name: 'report-dark', fixture: 'report', theme: 'dark', width: 420, height: 900 },
    { name: 'report-rtl', fixture: 'report', theme: 'light', dir: 'rtl' },
    { name: 'report-unsent', fixture: 'report-unsent', theme: 'dark' },
    { name: 'report-sent', fixture: 'report-sent', theme: 'light' },
  ].map((shot) => ({ width: 360, height: 720, wait: '[role="dialog"] p', ...shot })),
  ...[
    { name: 'reports', theme: 'light' },
    { name: 'reports-dark', theme: 'dark' },
    { name: 'reports-rtl', theme: 'light', dir: 'rtl', width: 400 },
  ].map((shot) => ({
    ...{ fixture: 'options-admin', width: 800, height: 1000, ...shot },
    act: 'Reports of Roundcube, as of 2026-11-21',
  })),
  {
    ...{ name: 'reports-opened', fixture: 'options-admin', width: 800, height: 1000, theme: 'light' },
    act: 'Open the report of just now: Wrong person',
  },
];

/** All pictures, by name. */
export const shots: Shot[] = [
  ...panels.map((fixture) => ({
    name: fixture,
    fixture,
    width: 360,
    height: heights[fixture] ?? 640,
    theme: 'light',
  })),
  ...['complaint', 'wait', 'quiet', 'lead', 'stranger', 'offline', 'advocate', 'deal', 'paused', 'team'].map(
    (fixture) => ({
      name: `${fixture}-dark`,
      fixture,
      width: 440,
      height: heights[fixture] ?? 640,
      theme: 'dark',
    }),
  ),
  ...['persian', 'complaint', 'pick', 'team-fa', 'advocate-fa', 'lead', 'quiet', 'paused', 'deal'].map(
    (fixture) => ({
      name: `${fixture}-rtl`,
      fixture,
      width: 360,
      height: heights[fixture.replace('-fa', '')] ?? 1300,
      theme: 'light',
      dir: 'rtl',
    }),
  ),
  ...reportShots,
  { name: 'narrow', fixture: 'complaint', width: 320, height: 1500, theme: 'light' },
  ...['lead', 'complaint', 'quiet', 'paused', 'advocate', 'deal'].flatMap((fixture) =>
    [
      { name: `first-${fixture}`, theme: 'light' },
      { name: `first-${fixture}-dark`, theme: 'dark' },
      { name: `first-${fixture}-rtl`, theme: 'light', dir: 'rtl' },
    ].map((shot) => ({ ...shot, fixture, width: 360, height: 640, first: true })),
  ),
  { name: 'why', fixture: 'complaint', width: 360, height: 1700, theme: 'light', act: 'Why this?' },
  { name: 'draft', fixture: 'complaint', width: 360, height: 1400, theme: 'dark', act: 'Draft' },
  {
    name: 'draft-rtl',
    fixture: 'persian',
    width: 320,
    height: 1500,
    theme: 'light',
    dir: 'rtl',
    act: 'Draft',
  },
  ...[
    { name: 'draft-elsewhere', fixture: 'draft-elsewhere', theme: 'light' },
    { name: 'draft-elsewhere-dark', fixture: 'draft-elsewhere', theme: 'dark' },
    { name: 'draft-elsewhere-rtl', fixture: 'draft-elsewhere-fa', width: 320, theme: 'light', dir: 'rtl' },
  ].map((shot) => ({
    ...{ width: 360, height: 1200, act: 'Draft', ...shot },
    write: { text: 'Marco drives to you himself, before nine on Monday.', act: 'Insert' },
  })),
  { name: 'replied', fixture: 'replied', width: 360, height: 700, theme: 'light' },
  { name: 'replied-rtl', fixture: 'replied', width: 320, height: 700, theme: 'dark', dir: 'rtl' },
  { name: 'replied-list', fixture: 'replied-list', width: 320, height: 640, theme: 'dark' },
  { name: 'snooze', fixture: 'complaint', width: 360, height: 900, theme: 'light', act: 'Snooze' },
  { name: 'dismiss', fixture: 'complaint', width: 360, height: 900, theme: 'dark', act: 'Not relevant' },
  ...['Worth', 'Person', 'Stages', 'Promises'].map((act) => ({
    name: `section-${act.toLowerCase()}`,
    fixture: 'advocate',
    width: 360,
    height: 1900,
    theme: 'light',
    act,
  })),
  {
    name: 'section-tags',
    fixture: 'advocate',
    width: 360,
    height: 1900,
    theme: 'light',
    act: 'Tags',
  },
  {
    name: 'section-tags-dark',
    fixture: 'deal',
    width: 320,
    height: 1700,
    theme: 'dark',
    act: 'Tags',
  },
  {
    name: 'section-tags-rtl',
    fixture: 'persian',
    width: 360,
    height: 1500,
    theme: 'light',
    dir: 'rtl',
    act: 'Tags',
  },
  { name: 'look-alike-dark', fixture: 'look-alike', width: 320, height: 900, theme: 'dark' },
  { name: 'look-alike-rtl', fixture: 'look-alike', width: 360, height: 900, theme: 'light', dir: 'rtl' },
  { name: 'colleague-rtl', fixture: 'colleague', width: 320, height: 720, theme: 'dark', dir: 'rtl' },
  { name: 'pick-blind-rtl', fixture: 'pick-blind', width: 320, height: 640, theme: 'dark', dir: 'rtl' },
  { name: 'conflict-dark', fixture: 'conflict', width: 320, height: 640, theme: 'dark' },
  { name: 'conflict-rtl', fixture: 'conflict-owner', width: 360, height: 640, theme: 'light', dir: 'rtl' },
  { name: 'conflict-list', fixture: 'conflict', width: 360, height: 700, theme: 'dark', act: 'Look' },
  { name: 'section-deal', fixture: 'deal', width: 360, height: 1700, theme: 'dark', act: 'Deal' },
  {
    name: 'section-person-dark',
    fixture: 'advocate',
    width: 320,
    height: 1900,
    theme: 'dark',
    act: 'Person',
  },
  { name: 'details', fixture: 'wait', width: 360, height: 1400, theme: 'light', act: 'Details' },
  { name: 'else', fixture: 'wait', width: 360, height: 1000, theme: 'light', act: 'Other' },
  { name: 'more', fixture: 'team', width: 360, height: 800, theme: 'light', act: 'More for Ana Reyes' },
  { name: 'persona', fixture: 'team', width: 360, height: 800, theme: 'light', act: 'Shop owner 75 %' },
  { name: 'narrow-team', fixture: 'team', width: 320, height: 1900, theme: 'light' },
  { name: 'how', fixture: 'long', width: 360, height: 900, theme: 'light', act: 'How Suki knows: A guess' },
  { name: 'complain', fixture: 'wait', width: 360, height: 900, theme: 'light', act: 'Complaint' },
  { name: 'logged', fixture: 'wait', width: 360, height: 900, theme: 'light', act: 'Email' },
  { name: 'refused-list', fixture: 'refused', width: 360, height: 700, theme: 'dark', act: 'Look' },
  { name: 'parked', fixture: 'offline', width: 360, height: 700, theme: 'light', act: '2 refused' },
  ...['options', 'options-new', 'options-admin'].flatMap((fixture) => [
    { name: fixture, fixture, width: 800, height: 1700, theme: 'light' },
    { name: `${fixture}-narrow-dark`, fixture, width: 420, height: 2000, theme: 'dark' },
  ]),
  ...playbookShots,
  ...teamShots,
];
