import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Dovecot, Login } from './dovecot.ts';
import { giveTo, ownDirectory, removeTree, runAs } from './place.ts';
import { onFreePort } from './ports.ts';
import { answersHttp, launch, type System, untilReady, withCleanup } from './process.ts';

export const skins = ['elastic', 'larry', 'classic'] as const;
export type Skin = (typeof skins)[number];
export type Roundcube = System & { url: string; skin: Skin; login: Login };

const configOf = (dir: string, skin: Skin, imap: Dovecot, language: string, smtp: number): string => `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${dir}/roundcube.db?mode=0640';
$config['imap_host'] = '${imap.host}:${imap.port}';
$config['smtp_host'] = '127.0.0.1:${smtp}';
$config['smtp_user'] = '';
$config['des_key'] = 'only-for-a-test-machine!';
$config['plugins'] = [];
$config['skin'] = '${skin}';
// Cookies do not know ports: each instance has its own, or one would sign the others out.
$config['session_name'] = 'rc_${skin}';
$config['temp_dir'] = '${dir}/temp';
$config['log_dir'] = '${dir}/logs';
$config['enable_installer'] = false;
$config['enable_spellcheck'] = false;
$config['language'] = '${language}';
$config['prefer_html'] = true;
$config['preview_pane'] = true;
$config['mail_pagesize'] = 200;
$config['session_lifetime'] = 600;
`;

const makeDatabase = (path: string): void => {
  const db = new DatabaseSync(path);
  db.exec(readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql', 'utf8'));
  db.close();
};

/**
 * Starts Roundcube with one skin on a free port of 127.0.0.1, against a running Dovecot. Its configuration,
 * database and logs are its own; the machine's stay as they are.
 */
export const startRoundcube = ({
  imap,
  skin = 'elastic',
  language = 'en_US',
  smtp = 9,
}: {
  imap: Dovecot;
  skin?: Skin;
  language?: string;
  /** The port that takes its mail; without one nothing goes out. */
  smtp?: number;
}): Promise<Roundcube> =>
  onFreePort((port) =>
    withCleanup(async (undo) => {
      const owner = runAs('www-data');
      const dir = ownDirectory(`roundcube-${skin}`, owner);
      undo(() => removeTree(dir));
      for (const name of ['config', 'temp', 'logs']) mkdirSync(join(dir, name));
      writeFileSync(join(dir, 'config/config.inc.php'), configOf(dir, skin, imap, language, smtp));
      for (const name of ['defaults.inc.php', 'mimetypes.php'])
        copyFileSync(join('/etc/roundcube', name), join(dir, 'config', name));
      makeDatabase(join(dir, 'roundcube.db'));
      giveTo(dir, owner);
      const server = launch({
        name: 'php',
        command: 'php',
        args: [
          ...['-d', `session.save_path=${dir}/temp`, '-d', 'opcache.enable_cli=1'],
          ...['-S', `127.0.0.1:${port}`, '-t', '/var/lib/roundcube/public_html'],
        ],
        cwd: dir,
        env: { ROUNDCUBE_CONFIG_DIR: join(dir, 'config'), PHP_CLI_SERVER_WORKERS: '4' },
        as: owner,
      });
      undo(server.stop);
      const url = `http://127.0.0.1:${port}/`;
      await untilReady('Roundcube', server, () => answersHttp(url), 30_000);
      return { url, skin, login: imap.login };
    }),
  );
