import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers } from '../peers.ts';
import { tableOf } from '../table.ts';
import type { Contestant } from './contestants.ts';
import type { Kind } from './mail-page.ts';
import { type Cost, type Run, setStage } from './measure.ts';
import { benchMemory } from './memory.ts';

const HELP = `npm run bench:page -- [--sizes 1000,5000,20000] [--rates 10,100,1000] [--seconds 5] [--only Suki,InboxSDK]
                      [--minutes 10]   also watch the memory for so long

What Suki's script costs a mail page, in ms of its main thread per second (the processor's time), beside a rescan of the whole page after
every change, InboxSDK and gmail.js on the same page.`;

const all: readonly Contestant[] = ['nobody', 'Suki', 'naive rescan', 'InboxSDK', 'gmail.js'];
/** Targets: under one hundredth of a core, and never a visible hold-up. */
const SHARE = 10;
const LONGEST = 4;

const kinds: readonly Kind[] = ['mail', 'list', 'unknown'];
const places: Record<Kind, string> = {
  mail: 'an open mail',
  list: 'a list with nothing open',
  unknown: 'a page of an unknown webmail',
};
/** `open`: another mail each so many ms; 0: never. */
type Scene = { kind: Kind; rate: number; open: number };
type Told = { size: number; scene: Scene; name: Contestant; cost: Cost };
const OPEN = 500;
const wordsOf = ({ kind, open }: Scene): string =>
  ` beside ${places[kind]}${open > 0 ? ', another mail opened twice a second' : ''}`;

const numbers = (text: string): number[] =>
  text.split(',').map((one) => {
    const value = Number(one);
    if (!Number.isFinite(value) || value <= 0)
      throw new Error(`"${one}" is no number above nought\n\n${HELP}`);
    return value;
  });

const read = () => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,5000,20000' },
      rates: { type: 'string', default: '10,100,1000' },
      seconds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      minutes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only === '' ? [] : values.only.split(',');
  const unknown = wanted.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined)
    throw new Error(`there is no ${unknown}; there are ${all.join(', ')}\n\n${HELP}`);
  return {
    help: values.help,
    sizes: numbers(values.sizes),
    rates: numbers(values.rates),
    seconds: numbers(values.seconds)[0] ?? 5,
    minutes: values.minutes === undefined ? null : (numbers(values.minutes)[0] ?? null),
    contestants: all.filter((one) => one === 'nobody' || wanted.length === 0 || wanted.includes(one)),
  };
};

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const quantile = (values: readonly number[], q: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const spentIn = (runs: readonly Run[]): number[] => runs.map(({ spent }) => spent);
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** A table's row: the whole main thread, the contestant's own part of it, and its runs. */
const rowOf = (name: string, { busy, runs }: Cost, seconds: number, base: number): string[] => [
  name,
  ms(busy),
  ms(busy - base),
  ms(sum(spentIn(runs)) / seconds),
  String(runs.length),
  ms(quantile(spentIn(runs), 0.99)),
  ms(quantile(spentIn(runs), 1)),
  ms(
    quantile(
      runs.map(({ passed }) => passed),
      0.99,
    ),
  ),
];

const main = async (): Promise<number> => {
  const { help, sizes, rates, seconds, minutes, contestants } = read();
  if (help) {
    console.log(HELP);
    return 0;
  }
  if (contestants.some((name) => name === 'InboxSDK' || name === 'gmail.js'))
    await installPeers(join(import.meta.dirname, 'peers'));
  const scenes: Scene[] = [
    ...rates.map((rate): Scene => ({ kind: 'mail', rate, open: 0 })),
    { kind: 'mail', rate: 100, open: OPEN },
    { kind: 'list', rate: 100, open: 0 },
    { kind: 'unknown', rate: 100, open: 0 },
    { kind: 'unknown', rate: 100, open: OPEN },
  ];
  const told: Told[] = [];
  for (const name of contestants) {
    console.log(`${name} …`);
    const stage = await setStage(name);
    const isPeer = name === 'InboxSDK' || name === 'gmail.js';
    try {
      for (const size of sizes)
        for (const kind of kinds) {
          // The libraries are for Gmail, and for an open mail.
          if (isPeer && kind !== 'mail') continue;
          const page = await stage.open(size, kind);
          if (isPeer && !(await stage.isAtWork(page)))
            console.log(
              `  it has not started on a page of ${size} elements: what it costs there says nothing`,
            );
          for (const scene of scenes.filter((one) => one.kind === kind)) {
            const load = { nodes: size, perSecond: scene.rate, seconds, open: scene.open };
            told.push({ size, scene, name, cost: await stage.cost(page, load) });
          }
          await page.close();
        }
    } finally {
      await stage.close();
    }
  }
  for (const size of sizes)
    for (const scene of scenes) {
      const here = told.filter((one) => one.size === size && one.scene === scene);
      const base = here.find(({ name }) => name === 'nobody')?.cost.busy ?? 0;
      console.log(
        `\n${size.toLocaleString('en')} elements, ${scene.rate.toLocaleString('en')} changes/s${wordsOf(scene)} (ms of the main thread per second)`,
      );
      console.log(
        tableOf([
          [
            'beside the page',
            'all',
            'more than alone',
            'own scripts',
            'runs',
            'p99 ms',
            'longest',
            'p99 passed',
          ],
          ...here.map(({ name, cost }) => rowOf(name, cost, seconds, base)),
        ]),
      );
    }
  const ours = told.filter(({ name }) => name === 'Suki');
  // A script that waits for something costs nothing, too.
  if (ours.some(({ scene, cost }) => scene.open > 0 && cost.runs.length === 0))
    throw new Error('Suki did nothing while mails were opened: it has not started');
  const of = (kind: Kind) => ours.filter(({ scene }) => scene.kind === kind).map(({ cost }) => cost);
  const grown = sizes.map((one) =>
    sum(
      ours
        .filter(({ size, scene }) => size === one && scene.kind === 'mail' && scene.open === 0)
        .map(({ cost }) => sum(spentIn(cost.runs))),
    ),
  );
  const targetsOf = (kind: Kind): [string, boolean][] => {
    const share = Math.max(...of(kind).map(({ runs }) => sum(spentIn(runs)) / seconds));
    const longest = Math.max(...of(kind).map(({ runs }) => quantile(spentIn(runs), 0.99)));
    return [
      [`${places[kind]}: most of a core ${(share / 10).toFixed(3)} % (target: under 1 %)`, share < SHARE],
      [`${places[kind]}: p99 of a run ${ms(longest)} ms (target: under ${LONGEST} ms)`, longest < LONGEST],
    ];
  };
  const targets: [string, boolean][] = [
    ...kinds.flatMap(targetsOf),
    [
      `unrelated changes cost ${grown.map((one) => `${ms(one)} ms`).join(', ')} at ${sizes.join(', ')} elements (target: no growth)`,
      (grown.at(-1) ?? 0) <= Math.max(1, 2 * (grown[0] ?? 0)),
    ],
  ];
  if (minutes !== null) targets.push(await benchMemory(minutes));
  console.log('');
  for (const [words, met] of targets) console.log(`  ${met ? 'met   ' : 'MISSED'}  ${words}`);
  console.log(`\nbench:page: ${targets.filter(([, met]) => met).length} of ${targets.length} targets met`);
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
