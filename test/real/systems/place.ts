import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A system user that a server runs as and that owns its files. */
export type Owner = { uid: number; gid: number };

const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = (user: string): Owner => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${user}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  if (uid === undefined || gid === undefined) throw new Error(`this machine has no user ${user}`);
  return { uid: Number(uid), gid: Number(gid) };
};

/** Whom a server runs as: a system user when we are root, else ourselves. */
export const runAs = (user: string): Owner =>
  isRoot() ? idOf(user) : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

const othersMayEnter = (dir: string): boolean =>
  (statSync(dir).mode & 0o001) !== 0 && (dir === '/' || othersMayEnter(dirname(dir)));

/**
 * A directory of our own that the system user can reach. A temp folder inside somebody's home is closed to
 * it, and sockets inside a deep one pass the 108 bytes that Unix allows a socket's path: then /tmp is used.
 */
export const ownDirectory = (name: string, owner: Owner): string => {
  const base = tmpdir();
  const fits = base.length < 50 && (!isRoot() || othersMayEnter(base));
  const dir = mkdtempSync(join(fits ? base : '/tmp', `suki-${name}-`));
  chownSync(dir, owner.uid, owner.gid);
  // Dovecot's own helpers, under yet another user, read files in it by name.
  chmodSync(dir, 0o711);
  return dir;
};

/** Gives a whole tree to `owner`; needed after root has written into it. */
export const giveTo = (path: string, owner: Owner): void => {
  chownSync(path, owner.uid, owner.gid);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner);
};

export const removeTree = (path: string): void =>
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
