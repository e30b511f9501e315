import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { shop } from '#test/real/mails/index.ts';
import type { Dovecot, Login } from './dovecot.ts';
import { ownDirectory, removeTree, runAs } from './place.ts';
import { launch, runToEnd, type Started, type System, untilReady, withCleanup } from './process.ts';

export type Sogo = System & { url: string; login: Login };

const postgres = '/usr/lib/postgresql/15/bin';
const webResources = '/usr/lib/GNUstep/SOGo/WebServerResources';

// All three servers listen on sockets inside the directory: only the web port is one that others could take.
const sogodSocket = (dir: string): string => join(dir, 'sogod.socket');
const memcachedSocket = (dir: string): string => join(dir, 'memcached.socket');

/** Settings as arguments: these win over the machine's own /etc/sogo/sogo.conf. */
const argumentsOf = (dir: string, imap: Dovecot, language: string): string[] => {
  const table = (name: string): string =>
    `postgresql://sogo:sogo@${encodeURIComponent(dir)}:5432/postgres/sogo_${name}`;
  const settings = {
    WOPort: sogodSocket(dir),
    WOPidFile: join(dir, 'sogod.pid'),
    WOLogFile: '-',
    WONoDetach: 'YES',
    // One process: the workers of a watchdog leave its process group and would outlive it.
    WOUseWatchDog: 'NO',
    WOListenQueueSize: '64',
    SOGoProfileURL: table('user_profile'),
    OCSFolderInfoURL: table('folder_info'),
    OCSSessionsFolderURL: table('sessions_folder'),
    OCSEMailAlarmsFolderURL: table('alarms_folder'),
    OCSStoreURL: table('store'),
    OCSAclURL: table('acl'),
    OCSCacheFolderURL: table('cache_folder'),
    SOGoMemcachedHost: memcachedSocket(dir),
    SOGoUserSources: `({ type = sql; id = people; viewURL = "${table('people')}"; canAuthenticate = YES; isAddressBook = NO; userPasswordAlgorithm = none; })`,
    SOGoIMAPServer: `imap://${imap.host}:${imap.port}`,
    SOGoSMTPServer: 'smtp://127.0.0.1:9',
    SOGoMailDomain: shop.domain,
    SOGoMailMessageCheck: 'manually',
    SOGoLoginModule: 'Mail',
    SOGoLanguage: language,
    SOGoTimeZone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`-${name}`, value]);
};

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The one account, in the table that SOGo signs people in from; it makes its other tables itself. */
const peopleOf = ({ user, password }: Login): string =>
  [
    'create table sogo_people (c_uid text primary key, c_name text, c_password text, c_cn text, mail text)',
    `insert into sogo_people values (${[user, user, password, shop.support.name, user].map(quoted).join(', ')})`,
  ]
    .map((command) => `${command}\n`)
    .join('');

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** What Apache does in Debian's example: files from the disk, everything else from sogod. */
const answer = (dir: string, incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const refuse = (status: number): void => {
    if (!outgoing.headersSent) outgoing.writeHead(status);
    outgoing.end();
  };
  if (pathname === '/') {
    outgoing.writeHead(302, { location: '/SOGo/' }).end();
    return;
  }
  const file = /^\/SOGo(?:\.woa)?\/WebServerResources\/(.+)$/u.exec(pathname)?.[1];
  if (file !== undefined) {
    const path = join(webResources, normalize(`/${decodeURIComponent(file)}`));
    const stream = createReadStream(path).once('error', () => refuse(404));
    stream.once('open', () => {
      outgoing.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
      stream.pipe(outgoing);
    });
    return;
  }
  const host = incoming.headers.host ?? '127.0.0.1';
  const onward = request(
    {
      socketPath: sogodSocket(dir),
      agent: false,
      method: incoming.method,
      path: incoming.url,
      headers: {
        ...incoming.headers,
        connection: 'close',
        'x-webobjects-server-protocol': 'HTTP/1.0',
        'x-webobjects-server-port': host.split(':')[1] ?? '80',
        'x-webobjects-server-name': host,
        'x-webobjects-server-url': `http://${host}`,
      },
    },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    },
  );
  onward.once('error', () => refuse(502));
  incoming.pipe(onward);
};

/** Whether the account can sign in: then the database, the cache and sogod are all there. */
const letsIn = async (url: string, { user, password }: Login): Promise<boolean> => {
  const response = await fetch(`${url}SOGo/connect`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: user, password }),
    signal: AbortSignal.timeout(5_000),
  });
  await response.arrayBuffer();
  return response.ok;
};

/**
 * Starts SOGo on a free port of 127.0.0.1, against a running Dovecot, with a PostgreSQL and a memcached of its
 * own. Takes about three seconds. The machine's configuration and databases stay as they are.
 */
export const startSogo = ({
  imap,
  language = 'English',
}: {
  imap: Dovecot;
  language?: string;
}): Promise<Sogo> =>
  withCleanup(async (undo) => {
    const owner = runAs('sogo');
    const dir = ownDirectory('sogo', owner);
    undo(() => removeTree(dir));
    const common = { cwd: dir, as: owner };
    // All at once: sogod hears of its end only with the next request, and PostgreSQL waits for sogod.
    const servers: Started[] = [];
    undo(async () => {
      await Promise.all(servers.map((server) => server.stop()));
    });
    const start = (name: string, command: string, args: readonly string[]): Started => {
      const server = launch({ ...common, name, command, args });
      servers.push(server);
      return server;
    };
    const data = join(dir, 'data');
    const program = (name: string): string => join(postgres, name);
    const init = ['-D', data, '-U', 'sogo', '--auth', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'];
    runToEnd({ ...common, command: program('initdb'), args: init });
    // By itself the server takes one command a line from its input.
    runToEnd({
      ...common,
      command: program('postgres'),
      args: ['--single', '-D', data, 'postgres'],
      input: peopleOf(imap.login),
    });
    const settings = ['listen_addresses=', `unix_socket_directories=${dir}`, 'fsync=off'];
    const database = start('postgres', program('postgres'), [
      ...['-D', data],
      ...settings.flatMap((setting) => ['-c', setting]),
    ]);
    start('memcached', 'memcached', ['-s', memcachedSocket(dir)]);
    const isUp = async (): Promise<boolean> => {
      runToEnd({ ...common, command: program('pg_isready'), args: ['-h', dir] });
      return true;
    };
    await untilReady('PostgreSQL', database, isUp, 20_000);
    const sogod = start('sogod', '/usr/sbin/sogod', argumentsOf(dir, imap, language));
    const web = createServer((incoming, outgoing) => answer(dir, incoming, outgoing));
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    undo(() => {
      web.close();
      web.closeAllConnections();
    });
    const address = web.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    const url = `http://127.0.0.1:${address.port}/`;
    await untilReady('SOGo', sogod, () => letsIn(url, imap.login), 20_000);
    return { url, login: imap.login };
  });
