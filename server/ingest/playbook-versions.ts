import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PlaybookDraft, PlaybookVersion, PublishAnswer } from '#lib/contract/playbook-edit.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { type Actor, audit } from '../audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { takeNumber } from '../store/workspace.ts';
import { ensureOutcomes } from './outcomes.ts';
import { readStored, storePlaybook } from './playbooks.ts';

/** What an admin is shown at most of the past. Older versions stay on file. */
const SHOWN = 100;

/** What a version keeps besides what can be edited. */
const Origin = z.object({ basis: z.number().int().default(0), edited: z.boolean().default(false) });
export type Origin = z.infer<typeof Origin>;

const draftOf = ({ plays, policy, personas }: PlaybookDraft): PlaybookDraft => ({ plays, policy, personas });

const keepVersion = async (
  tx: Tx,
  playbook: Playbook,
  { at, by, note }: { at: number; by: string | null; note: string },
): Promise<void> => {
  const { version, basis, edited, plays } = playbook;
  const body = JSON.stringify({ ...draftOf(playbook), basis, edited });
  await tx
    .insertInto('playbook_versions')
    .values({ version, at, by_name: by, note, plays: plays.length, body })
    .onConflict((c) => c.doNothing())
    .execute();
};

const isBehind = (stored: Playbook | undefined, builtIn: Playbook): boolean =>
  stored === undefined || (!stored.edited && stored.basis < builtIn.version);

/**
 * Gives a workspace the built-in playbook, or its next version in place of an older one. One that the team has edited
 * stays as it is, and its `basis` tells where it came from. Outcomes and the value model stay in any case.
 * @returns whether it changed anything
 */
export const followBuiltIn = async (tx: Tx, builtIn: Playbook, now: number): Promise<boolean> => {
  if (!isBehind((await readStored(tx))?.playbook, builtIn)) return false;
  const seq = await takeNumber(tx);
  // Another process may have done it while this one waited for its number.
  const before = (await readStored(tx))?.playbook;
  if (!isBehind(before, builtIn)) return false;
  const playbook: Playbook = {
    ...builtIn,
    version: before ? Math.max(before.version + 1, builtIn.version) : builtIn.version,
    updatedAt: now,
    ...(before?.model && { model: before.model }),
    basis: builtIn.version,
    edited: false,
  };
  // From before versions were kept.
  if (before) await keepVersion(tx, before, { at: before.updatedAt, by: null, note: '' });
  await keepVersion(tx, playbook, { at: now, by: null, note: '' });
  await storePlaybook(tx, playbook, seq);
  return true;
};

/** What a store must have before it serves: see `followBuiltIn` and `ensureOutcomes`. */
export const ensurePlaybook = (store: Store, now: number): Promise<boolean> =>
  store.write(async (tx) => {
    await ensureOutcomes(tx);
    return followBuiltIn(tx, defaultPlaybook, now);
  });

export type Publication = {
  /** The version that was edited. */
  base: number;
  by: string;
  /** The same for the audit trail. */
  actor: Actor;
  note: string;
  now: number;
  /** An old version that is put back, and where that one came from. */
  old?: { version: number; origin: Origin };
};

const authorOf = async (tx: Tx, version: number): Promise<string | null> => {
  const row = await tx
    .selectFrom('playbook_versions')
    .select('by_name')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.by_name ?? null;
};

/**
 * Makes a draft that was found sound the next version. To publish what is there already changes nothing, so that a request
 * of which the answer was lost can be sent again.
 * @returns the answer, and the number to poke with; null when nothing changed
 */
export const publishDraft = (
  store: Store,
  draft: PlaybookDraft,
  { base, by, actor, note, now, old }: Publication,
): Promise<{ answer: PublishAnswer; seq: number | null }> =>
  store.write(async (tx) => {
    const seq = await takeNumber(tx);
    const stored = await readStored(tx);
    if (!stored) throw new Error('there is no playbook');
    const { playbook } = stored;
    const { version } = playbook;
    if (isDeepStrictEqual(draftOf(draft), draftOf(playbook)))
      return { answer: { status: 'published', version }, seq: null };
    if (base !== version)
      return { answer: { status: 'newer', version, by: await authorOf(tx, version) }, seq: null };
    const basis = old?.origin.basis ?? playbook.basis;
    const next: Playbook = {
      ...playbook,
      ...draftOf(draft),
      version: version + 1,
      updatedAt: now,
      basis,
      // Who goes back to the built-in playbook of this server wants its next version too; an older one was chosen.
      edited: old === undefined || old.origin.edited || basis !== defaultPlaybook.version,
    };
    await keepVersion(tx, next, { at: now, by, note });
    await storePlaybook(tx, next, seq);
    await audit(tx, {
      ...{ id: `playbook:${next.version}`, at: now, by: actor },
      ...(old
        ? { action: 'playbook-reverted', detail: { version: next.version, to: old.version } }
        : { action: 'playbook-published', detail: { version: next.version } }),
    });
    return { answer: { status: 'published', version: next.version }, seq };
  });

/** The versions, newest first. */
export const listVersions = async (tx: Tx): Promise<PlaybookVersion[]> => {
  const rows = await tx
    .selectFrom('playbook_versions')
    .select(['version', 'at', 'by_name', 'note', 'plays'])
    .orderBy('version', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(({ by_name, ...row }) => ({ ...row, by: by_name }));
};

/** What a version said, as it was written then, and where it came from; null: there is no such version. */
export const readVersion = async (
  tx: Tx,
  version: number,
): Promise<{ draft: unknown; origin: Origin } | null> => {
  const row = await tx
    .selectFrom('playbook_versions')
    .select('body')
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return null;
  const body: unknown = JSON.parse(row.body);
  return { draft: body, origin: Origin.parse(body) };
};
