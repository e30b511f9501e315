import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers } from '../peers.ts';
import { tableOf } from '../table.ts';
import type { Contestant } from './contestants.ts';
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
  const told: { size: number; rate: number; open: boolean; name: Contestant; cost: Cost }[] = [];
  for (const name of contestants) {
    console.log(`${name} …`);
    const stage = await setStage(name);
    try {
      for (const size of sizes) {
        const page = await stage.open(size);
        if ((name === 'InboxSDK' || name === 'gmail.js') && !(await stage.isAtWork(page)))
          console.log(`  it has not started on a page of ${size} elements: what it costs there says nothing`);
        for (const rate of rates)
          told.push({
            ...{ size, rate, open: false, name },
            cost: await stage.cost(page, { nodes: size, perSecond: rate, seconds, open: 0 }),
          });
        told.push({
          ...{ size, rate: 100, open: true, name },
          cost: await stage.cost(page, { nodes: size, perSecond: 100, seconds, open: 500 }),
        });
        await page.close();
      }
    } finally {
      await stage.close();
    }
  }
  const places = [...new Set(told.map(({ size, rate, open }) => JSON.stringify({ size, rate, open })))];
  for (const place of places) {
    const here = told.filter(({ size, rate, open }) => JSON.stringify({ size, rate, open }) === place);
    const { size, rate, open } = here[0] ?? { size: 0, rate: 0, open: false };
    const base = here.find(({ name }) => name === 'nobody')?.cost.busy ?? 0;
    console.log(
      `\n${size.toLocaleString('en')} elements, ${rate.toLocaleString('en')} changes/s${open ? ', another mail opened twice a second' : ' beside the open mail'} (ms of the main thread per second)`,
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
  if (ours.some(({ open, cost }) => open && cost.runs.length === 0))
    throw new Error('Suki did nothing while mails were opened: it has not started');
  const shares = ours.map(({ cost }) => sum(spentIn(cost.runs)) / seconds);
  const longest = Math.max(...ours.map(({ cost }) => quantile(spentIn(cost.runs), 0.99)));
  const still = ours.filter(({ open }) => !open);
  const grown = sizes.map((one) =>
    sum(still.filter(({ size }) => size === one).map(({ cost }) => sum(spentIn(cost.runs)))),
  );
  const targets: [string, boolean][] = [
    [
      `most of a core ${(Math.max(...shares) / 10).toFixed(3)} % (target: under 1 %)`,
      Math.max(...shares) < SHARE,
    ],
    [`p99 of a run ${ms(longest)} ms (target: under ${LONGEST} ms)`, longest < LONGEST],
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
