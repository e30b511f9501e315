import { accessSync, constants, readdirSync } from 'node:fs';
import { findBrowser } from '../chromium.ts';
import { findFirefox } from '../firefox.ts';

/** Something outside npm that the tests need. */
export type Need = {
  name: string;
  /** What goes without it, in words for the person who reads the message. */
  for: string;
  /** Debian packages that bring it. */
  packages: readonly string[];
  /** Answers to what those packages would ask, in debconf's own format. */
  answers: readonly string[];
  /** Looks at the machine, not at the package database: it may have come from anywhere. */
  isPresent: () => boolean;
};

const readable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};
const all =
  (...paths: string[]) =>
  (): boolean =>
    paths.every(readable);

const postgresVersions = (): string[] => {
  try {
    return readdirSync('/usr/lib/postgresql');
  } catch {
    return [];
  }
};

export const needs: readonly Need[] = [
  {
    name: 'Chromium',
    for: 'the end-to-end tests and `npm start`',
    packages: ['chromium'],
    answers: [],
    isPresent: () => findBrowser() !== undefined,
  },
  {
    name: 'Firefox',
    for: 'the end-to-end tests in a second browser',
    packages: ['firefox-esr'],
    answers: [],
    isPresent: () => findFirefox() !== undefined,
  },
  {
    name: 'PostgreSQL',
    for: 'the server suite on PostgreSQL',
    packages: ['postgresql-15'],
    answers: [],
    isPresent: () => postgresVersions().some((v) => readable(`/usr/lib/postgresql/${v}/bin/initdb`)),
  },
  {
    name: 'NATS',
    for: 'the tests of servers that tell each other over NATS',
    packages: ['nats-server'],
    answers: [],
    isPresent: () => ['/usr/sbin/nats-server', '/usr/bin/nats-server'].some(readable),
  },
  {
    name: 'Dovecot',
    for: 'the mailboxes behind the Roundcube tests',
    packages: ['dovecot-imapd'],
    answers: [],
    isPresent: all('/usr/sbin/dovecot', '/usr/lib/dovecot/imap'),
  },
  {
    name: 'Roundcube',
    for: 'the tests against a real webmail',
    packages: [
      'roundcube-core',
      'roundcube-sqlite3',
      'roundcube-skin-classic',
      'roundcube-skin-larry',
      'php-cli',
      'php-mbstring',
      'php-intl',
      'php-xml',
      'php-sqlite3',
    ],
    // The tests make their own database; the package's one is not asked for.
    answers: [
      'roundcube-core roundcube/dbconfig-install boolean false',
      'roundcube-core roundcube/database-type select sqlite3',
    ],
    isPresent: all(
      '/usr/bin/php',
      '/usr/share/roundcube/SQL/sqlite.initial.sql',
      '/usr/share/roundcube/skins/elastic/meta.json',
      '/usr/share/roundcube/skins/larry/meta.json',
      '/usr/share/roundcube/skins/classic/meta.json',
    ),
  },
  {
    name: 'Request Tracker',
    for: 'the tests against a real help desk',
    packages: ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'starlet'],
    answers: [
      'request-tracker5 request-tracker5/dbconfig-install boolean false',
      'request-tracker5 request-tracker5/database-type select sqlite3',
      'request-tracker5 request-tracker5/install-cronjobs boolean false',
    ],
    isPresent: all(
      '/usr/share/request-tracker5/libexec/rt-server',
      '/usr/share/perl5/Plack/Handler/Starlet.pm',
      '/usr/share/request-tracker5/etc/schema.SQLite',
    ),
  },
  {
    name: 'SOGo',
    for: 'the tests against a webmail that opens mails without loading a page',
    packages: ['sogo', 'memcached', 'postgresql-15'],
    answers: [],
    isPresent: all(
      '/usr/sbin/sogod',
      '/usr/bin/memcached',
      '/usr/lib/postgresql/15/bin/initdb',
      '/usr/lib/GNUstep/SOGo/WebServerResources/js/Mailer.js',
    ),
  },
];
