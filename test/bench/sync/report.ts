import type { BenchResult } from '../result.ts';
import { tableOf } from '../table.ts';
import { peerNames } from './contestants.ts';
import { FIRST, type FirstSync } from './first-sync.ts';
import type { Growth } from './growth.ts';
import type { BySide } from './rounds.ts';

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** As many customers as a device holds. */
const FULL = 100_000;
/** Of a figure that is only told. */
const NO_TARGET = 'none';
export const hasTarget = ({ target }: BenchResult): boolean => target !== NO_TARGET;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const megabytes = (bytes: number | null): string => (bytes === null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`);

/** The line of a figure: ours, the peers', and how ours compares with the better of theirs. */
const beside = (
  name: string,
  figures: BySide<number>,
  { better, show }: { better: 'more' | 'less'; show: (value: number) => string },
  target: { says: string; met: (ratio: number) => boolean },
): BenchResult => {
  const peers = peerNames.map((peer) => figures[peer]).filter((value) => !Number.isNaN(value));
  const best = better === 'more' ? Math.max(...peers) : Math.min(...peers);
  const ratio = better === 'more' ? figures.Suki / best : best / figures.Suki;
  return {
    name,
    figure: `Suki ${show(figures.Suki)}`,
    baseline: peerNames
      .map((peer) => `${peer} ${Number.isNaN(figures[peer]) ? '-' : show(figures[peer])}`)
      .join(', '),
    ratio: peers.length > 0 ? `${ratio.toFixed(1)} x the better peer` : '-',
    target: target.says,
    met: target.met(ratio),
  };
};

const mapSides = <A, B>({ Suki, PouchDB, RxDB }: BySide<A>, to: (one: A) => B): BySide<B> => ({
  Suki: to(Suki),
  PouchDB: to(PouchDB),
  RxDB: to(RxDB),
});

/** What a device needs to have all customers, and what they cost it. The target of the rate is for 100,000: a few are soon here. */
export const tellFirstSyncs = (customers: number, syncs: BySide<FirstSync[]>): BenchResult[] => {
  const by = (of: (one: FirstSync) => number | null) =>
    mapSides(syncs, (all) => median(all.map((one) => of(one) ?? Number.NaN)));
  const at = `${whole(customers)} customers`;
  const rates = by(({ count, total }) => (count / total) * 1_000);
  const first = by((one) => one.first);
  const ms = (value: number) => `${whole(value)} ms`;
  const noTarget = { says: NO_TARGET, met: () => true };
  return [
    beside(
      `first sync of ${at}`,
      rates,
      { better: 'more', show: (rate) => `${whole(rate)}/s` },
      customers < FULL
        ? noTarget
        : {
            says: 'at least 20,000/s and 5 x the better peer',
            met: (ratio) => ratio >= 5 && rates.Suki >= 20_000,
          },
    ),
    beside(
      `first ${FIRST} usable, of ${at}`,
      first,
      { better: 'less', show: ms },
      {
        says: 'within 1,000 ms',
        met: () => first.Suki <= 1_000,
      },
    ),
    beside(
      `memory that the page keeps, ${at}`,
      by(({ heap }) => heap),
      { better: 'less', show: megabytes },
      noTarget,
    ),
    beside(
      `most memory of the page's processes, ${at}`,
      by(({ peak }) => peak),
      { better: 'less', show: megabytes },
      noTarget,
    ),
    beside(
      `on the device's disk, ${at}`,
      by(({ disk }) => disk),
      { better: 'less', show: megabytes },
      noTarget,
    ),
  ];
};

export const tellChanges = (took: BySide<number[]>): BenchResult =>
  beside(
    'one change to another device, median',
    mapSides(took, median),
    { better: 'less', show: (ms) => `${whole(ms)} ms` },
    {
      says: 'under 400 ms',
      met: () => median(took.Suki) < 400,
    },
  );

/** How what the server does grows with what it has. */
export const tellGrowth = (all: readonly Growth[]): string =>
  tableOf([
    ['customers', 'store', 'hello', 'page', 'push', 'pull of one', 'a device holds', 'handed out in'],
    ...all.map((one) => [
      whole(one.customers),
      megabytes(one.store),
      ...[one.hello, one.page, one.push, one.pull].map((ms) => `${ms.toFixed(1)} ms`),
      whole(one.held),
      `${(one.handOut / 1_000).toFixed(1)} s`,
    ]),
  ]);

export const tell = (result: BenchResult): string =>
  [
    `  ${hasTarget(result) ? (result.met ? 'met   ' : 'MISSED') : '      '}  ${result.name}`,
    `          ${result.figure}${hasTarget(result) ? `  (target: ${result.target})` : ''}`,
    `          beside: ${result.baseline}; ${result.ratio}`,
  ].join('\n');
