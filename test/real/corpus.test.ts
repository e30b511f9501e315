import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpora } from '#test/unit/detect/corpus/index.ts';
import { pages } from '#test/unit/detect/pages.ts';
import { type BundledPage, openBundled } from './browser/bundled-page.ts';
import { alwaysAsk, twoAlike } from './corpus/hosts.ts';
import type { Tally, Wrong } from './corpus/in-page.ts';

/** How many addresses are planted in all. */
const PLANTS = 10_000;
const SEED = Date.now() % 1_000_000;
/**
 * The share of changes after which a host says just what it said before. Of 31 hosts the lowest was 0.87 (it has few pages, all
 * small, so each change hits an anchor); most are above 0.97.
 */
const SAME_WHEN_CHANGED = 0.85;
/** Likewise of plants, which are at random: the lowest was 0.88. */
const SAME_WHEN_PLANTED = 0.8;

let bundled: BundledPage;
beforeAll(async () => {
  bundled = await openBundled(join(import.meta.dirname, 'corpus/in-page.ts'));
});
afterAll(() => bundled?.close());

const run = <T>(what: string, ...args: unknown[]): Promise<T> =>
  bundled.page.evaluate(`suki.${what}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`) as Promise<T>;

/** For whoever works on one host, CORPUS chooses it by its id, or pages by how their names begin. */
const wanted = process.env.CORPUS ?? '';
const chosen = pages.filter(({ corpus, name }) => corpus === wanted || name.startsWith(wanted));
if (chosen.length === 0)
  throw new Error(`CORPUS=${wanted} is the id of no host in lib/detect/hosts, and no page's name begins so`);
const namesOne = ({ truth }: Pick<(typeof pages)[number], 'truth'>): boolean => truth.who.startsWith('one ');
const hosts = [...new Set(chosen.map(({ corpus }) => corpus))].map((host) => {
  const all = chosen.filter(({ corpus }) => corpus === host);
  // What names nobody mostly goes on naming nobody: only who is named can be lost.
  return { host, all, naming: all.filter(({ truth }) => !truth.who.startsWith('none ')) };
});

/** On pages with two people in like places one of them may be said to be the only one, and nobody else. */
const isHalf = ({ page, said }: Wrong): boolean =>
  twoAlike.includes(page) &&
  (
    pages
      .find(({ name }) => name === page)
      ?.truth.who.split(' ')
      .slice(1) ?? []
  ).includes(said.slice(4));

/** Tries all pages, and says how often each host still said the same of those that name somebody. */
const tryAll = async (
  what: string,
  once: (one: (typeof pages)[number], siblings: number) => Promise<Tally>,
): Promise<Tally & { shares: [host: string, same: number][] }> => {
  const sum = (tallies: Tally[], count: 'tried' | 'same'): number =>
    tallies.reduce((all, tally) => all + tally[count], 0);
  const every: Tally[] = [];
  const shares: [string, number][] = [];
  for (const { host, all, naming } of hosts) {
    const tallies = new Map<(typeof pages)[number], Tally>();
    for (const one of all) tallies.set(one, await once(one, all.length));
    every.push(...tallies.values());
    const counted = naming.flatMap((one) => tallies.get(one) ?? []);
    if (counted.length > 0) shares.push([host, sum(counted, 'same') / sum(counted, 'tried')]);
  }
  const [tried, same, wrong] = [sum(every, 'tried'), sum(every, 'same'), every.flatMap((one) => one.wrong)];
  const halves = wrong.filter(isHalf).length;
  const [least] = shares.toSorted((a, b) => a[1] - b[1]);
  console.log(
    `${tried} ${what} on ${chosen.length} pages: ${same} the same answer, ${tried - same - wrong.length} not sure, ${wrong.length - halves} wrong, ${halves} name one of two alone; least often the same: ${least?.[0]} (${least?.[1].toFixed(3)})`,
  );
  return { tried, same, wrong, shares };
};

describe('the pages of the corpus, in a real browser', () => {
  it('are read as in the quick tests', async () => {
    for (const one of chosen) expect([one.name, await run('read', one)]).toEqual([one.name, one.truth.who]);
  });

  it('have one among them about one person, of each host that does not always ask', () => {
    const asking = corpora.filter(({ pages: all }) => !all.some(namesOne)).map(({ host }) => host);
    expect(asking.sort()).toEqual(Object.keys(alwaysAsk).sort());
  });

  it('make no host say anybody else, whichever thinks that page or address is its own', async () => {
    const urls = Object.fromEntries(corpora.map(({ host, pages: [first] }) => [host, first?.url ?? '']));
    const wrong: Wrong[] = [];
    for (const one of chosen) wrong.push(...(await run<Wrong[]>('cross', one, urls)));
    expect(wrong).toEqual([]);
  });

  it('name the same people with their labels in four other languages, one of them from right to left', async () => {
    const { wrong, shares } = await tryAll('translations', (one) => run<Tally>('translated', one));
    expect(wrong).toEqual([]);
    expect(shares.filter(([, same]) => same < 1)).toEqual([]);
  });

  it('with any one anchor dropped or renamed name the same people, or are not sure', async () => {
    const { tried, wrong, shares } = await tryAll('changes', (one) => run<Tally>('mutate', one));
    expect(wrong.filter((one) => !isHalf(one))).toEqual([]);
    // A page that does so no more is to be taken off the list.
    const halved = chosen.filter(({ name }) => wrong.some((one) => one.page === name && isHalf(one)));
    expect(halved.map(({ name }) => name).sort()).toEqual(
      twoAlike.filter((name) => chosen.some((one) => one.name === name)).sort(),
    );
    expect(tried).toBeGreaterThan(chosen.length * 50);
    // Otherwise nothing would be held: a host that is never sure cannot be wrong.
    expect(shares.filter(([, same]) => same < SAME_WHEN_CHANGED)).toEqual([]);
  });

  it(`name the same people or are not sure, with an address planted at ${PLANTS} random places`, async () => {
    let seed = SEED;
    const { wrong, shares } = await tryAll(`plants from seed ${SEED}`, (one, siblings) => {
      // As many of each host, however many pages it has.
      const count = Math.ceil(PLANTS / hosts.length / siblings);
      seed += count;
      return run<Tally>('fuzz', one, count, seed - count);
    });
    expect(wrong.filter((one) => !isHalf(one))).toEqual([]);
    expect(shares.filter(([, same]) => same < SAME_WHEN_PLANTED)).toEqual([]);
  });
});
