import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RenderedMail, shop } from '#test/real/mails/index.ts';
import type { Login } from './dovecot.ts';
import { giveTo, ownDirectory, removeTree, runAs } from './place.ts';
import { onFreePort } from './ports.ts';
import { answersHttp, launch, runToEnd, type System, untilReady, withCleanup } from './process.ts';

export type RequestTracker = System & {
  url: string;
  login: Login;
  /** The ticket that a mail became; undefined for one that Request Tracker does not take, like a bounce. */
  ticketOf: (mailId: string) => number | undefined;
};

const rtHome = '/usr/share/request-tracker5';

const configOf = (dir: string, port: number): string => `
Set($rtname, '${shop.domain}');
Set($Organization, '${shop.domain}');
Set($CorrespondAddress, '${shop.support.address}');
Set($RTAddressRegexp, qr/^support\\@shop\\.example$/);
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${dir}/rt.db');
Set($DatabaseHost, '');
Set($DatabaseUser, '');
Set($DatabasePassword, '');
# Mail that it wants to send goes into a file.
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($Timezone, 'UTC');
Set($MasonDataDir, '${dir}/mason');
Set($MasonSessionDir, '${dir}/session');
1;
`;

const Seeded = z.object({ id: z.string(), ticket: z.number().nullable() });

/**
 * Starts Request Tracker on a free port of 127.0.0.1, with a database of its own in which every inbox mail
 * has become a ticket. Takes about ten seconds.
 */
export const startRequestTracker = ({
  mails,
  login,
}: {
  mails: readonly RenderedMail[];
  login: Login;
}): Promise<RequestTracker> =>
  onFreePort((port) =>
    withCleanup(async (undo) => {
      const owner = runAs('www-data');
      const dir = ownDirectory('request-tracker', owner);
      undo(() => removeTree(dir));
      for (const name of ['conf.d', 'mason', 'session', 'mails']) mkdirSync(join(dir, name));
      writeFileSync(join(dir, 'RT_SiteConfig.pm'), configOf(dir, port));
      const inbox = mails.filter(({ mail }) => mail.folder === 'inbox');
      for (const { mail, bytes } of inbox) writeFileSync(join(dir, 'mails', `${mail.id}.eml`), bytes);
      giveTo(dir, owner);
      const common = {
        cwd: dir,
        as: owner,
        env: { RT_SITE_CONFIG: join(dir, 'RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: join(dir, 'conf.d') },
      };
      const init = ['--action', 'init', '--skip-create', '--dba', ''];
      runToEnd({ ...common, command: '/usr/sbin/rt-setup-database-5', args: init });

      const orders = inbox.map(({ mail }) => ({
        id: mail.id,
        file: join(dir, 'mails', `${mail.id}.eml`),
        answers: mail.answers ?? null,
        requestors: mail.requestors ?? [],
      }));
      const seeded = runToEnd({
        ...common,
        command: 'perl',
        args: [
          join(import.meta.dirname, 'request-tracker.pl'),
          ...[login.user, shop.rep.name, shop.rep.address, login.password, shop.support.address],
        ],
        input: orders.map((order) => `${JSON.stringify(order)}\n`).join(''),
        // Fifteen seconds by itself; other tests may want the machine too.
        timeoutMs: 240_000,
      });
      const tickets = new Map(
        seeded
          .trim()
          .split('\n')
          .map((line) => Seeded.parse(JSON.parse(line)))
          .map(({ id, ticket }) => [id, ticket ?? undefined]),
      );
      const args = [
        '--server',
        'Starlet',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--max-workers',
        '3',
      ];
      const server = launch({ name: 'rt', command: join(rtHome, 'libexec/rt-server'), args, ...common });
      undo(server.stop);
      const url = `http://127.0.0.1:${port}/`;
      await untilReady('Request Tracker', server, () => answersHttp(url), 60_000);
      return { url, login, ticketOf: (mailId) => tickets.get(mailId) };
    }),
  );
