import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { RenderedMail } from '#test/real/mails/index.ts';
import { giveTo, ownDirectory, removeTree, runAs } from './place.ts';
import { onFreePort } from './ports.ts';
import { launch, type System, untilReady, withCleanup } from './process.ts';

export type Login = { user: string; password: string };
export type Dovecot = System & { host: string; port: number; login: Login };

const ownGroup = (): string => {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((l) => l.split(':')[2] === String(process.getgid?.()));
  return line?.split(':')[0] ?? 'nogroup';
};

const configOf = (dir: string, port: number, asRoot: boolean, self: string): string => `
base_dir = ${dir}/base
state_dir = ${dir}/state
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Lu
log_path = ${dir}/mail.log
mail_location = maildir:~/Maildir
first_valid_uid = 1
mail_max_userip_connections = 100
${
  asRoot
    ? ''
    : `default_internal_user = ${self}
default_internal_group = ${ownGroup()}
default_login_user = ${self}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}
service stats {
  chroot =
}`
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = username_format=%Lu ${dir}/passwd
}
userdb {
  driver = passwd-file
  args = username_format=%Lu ${dir}/passwd
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
`;

/** Writes mails into a maildir as delivery would: unread in the inbox, read in Sent, dated when sent. */
const fillMaildir = (maildir: string, mails: readonly RenderedMail[]): void => {
  for (const folder of ['', '.Sent'])
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, folder, part), { recursive: true });
  mails.forEach(({ mail, sentAt, bytes }, n) => {
    const unique = `${Math.floor(sentAt.getTime() / 1_000)}.M${n}P1.test`;
    const path =
      mail.folder === 'inbox' ? join(maildir, 'new', unique) : join(maildir, '.Sent/cur', `${unique}:2,S`);
    writeFileSync(path, bytes, { mode: 0o600 });
    // The list is sorted by arrival, which Dovecot takes from the file's time.
    utimesSync(path, sentAt, sentAt);
  });
};

/** Whether the mailbox opens: a server that only greets may still refuse everybody. */
const letsIn = (port: number, { user, password }: Login): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    let said = '';
    socket.setTimeout(5_000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', () => socket.write(`a LOGIN "${user}" "${password}"\r\nb LOGOUT\r\n`));
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
      const verdict = /^a (OK|NO|BAD)/m.exec(said);
      if (verdict) answer(verdict[1] === 'OK');
    });
    socket.once('close', () => resolve(false));
  });

/** Starts an IMAP server on a free port of 127.0.0.1 with one mailbox that holds `mails`. */
export const startDovecot = ({
  mails,
  login,
}: {
  mails: readonly RenderedMail[];
  login: Login;
}): Promise<Dovecot> =>
  onFreePort((port) =>
    withCleanup(async (undo) => {
      const asRoot = process.getuid?.() === 0;
      const owner = runAs('mail');
      const dir = ownDirectory('dovecot', owner);
      undo(() => removeTree(dir));
      const home = join(dir, 'home');
      fillMaildir(join(home, 'Maildir'), mails);
      giveTo(home, owner);
      writeFileSync(
        join(dir, 'passwd'),
        `${login.user}:{PLAIN}${login.password}:${owner.uid}:${owner.gid}::${home}\n`,
        {
          mode: 0o644,
        },
      );
      const config = join(dir, 'dovecot.conf');
      writeFileSync(config, configOf(dir, port, asRoot, userInfo().username));
      // In the foreground, so that it stays in the process group that stop() ends.
      const server = launch({
        name: 'dovecot',
        command: '/usr/sbin/dovecot',
        args: ['-F', '-c', config],
        cwd: dir,
      });
      undo(server.stop);
      await untilReady('Dovecot', server, () => letsIn(port, login), 20_000);
      return { host: '127.0.0.1', port, login };
    }),
  );
