import { bytesOf, LONGEST_LINE, MOST_BYTES } from '#lib/contract/report-line.ts';
import { readTree, SHADOW, type Tree } from './tree.ts';

/** `shown`: elements that the line stands for. */
type Line = { text: string; shown: number };
/** Neighbours that are told as one. `again`: built as others that were told before, in the same list. */
type Group = { tree: Tree; n: number; again?: boolean };
/** `times`: how often it stands in the page what is drawn once; `keep`: how many of the kids of an element are told. */
type Pen = { depth: number; times: number; keep: number };

/** So many neighbours that are built alike are a list, and one of them says enough. A header has fewer rows. */
const LIST = 12;
/** Lines for what somebody wrote. */
const BODY_LINES = 24;
const MOST_INDENT = 40;
/** Characters of a line to which only children are still added. */
const LONGEST_CHAIN = 240;
/** Neighbours that are told one by one; the fewer, the larger the page is. */
const STEPS = [80, 40, 20, 10, 5];

const runs = (trees: readonly Tree[], of: (tree: Tree) => number): Tree[][] => {
  const found: Tree[][] = [];
  for (const tree of trees) {
    const [first] = found.at(-1) ?? [];
    if (first && first.size > 0 && tree.size > 0 && of(first) === of(tree)) found.at(-1)?.push(tree);
    else found.push([tree]);
  }
  return found;
};

const groupsOf = (kids: readonly Tree[]): Group[] => {
  const isList = kids.filter((kid) => kid.size > 0).length >= LIST;
  const told = new Set<number>();
  return runs(kids, (tree) => tree.build).flatMap((alike): Group[] => {
    const [tree, ...others] = alike;
    if (!tree) return [];
    const again = isList && tree.size > 1 && told.has(tree.build);
    told.add(tree.build);
    if (again || alike.length >= LIST) return [{ tree, n: 1 + others.length, again }];
    return runs(alike, (one) => one.id).flatMap(([one, ...more]) =>
      one ? [{ tree: one, n: 1 + more.length }] : [],
    );
  });
};

const isText = ({ size, kids }: Tree): boolean => size === 0 && kids.length === 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
const shownBy = (lines: readonly Line[]): number => sum(lines.map((line) => line.shown));
const sizeOf = (lines: readonly Line[]): number => bytesOf(lines.map((line) => line.text));
const indent = (depth: number): string => ' '.repeat(Math.min(depth, MOST_INDENT));
const more = (depth: number, elements: number): Line => ({
  text: `${indent(depth)}(${elements} more)`,
  shown: 0,
});

/** An element and the only children in it, which stand in the line of their parents. */
const chainOf = (tree: Tree): Tree[] => {
  const chain = [tree];
  let length = tree.says.length;
  for (let last = tree; ; ) {
    const [kid, ...others] = last.kids;
    if (!kid || others.length > 0 || isText(kid) || kid.body) return chain;
    length += kid.says.length;
    if (length > LONGEST_CHAIN) return chain;
    chain.push(kid);
    last = kid;
  }
};

/** What stands below a line; of too many groups the first and the last. */
const drawKids = (kids: readonly Tree[], pen: Pen): Line[] => {
  const groups = groupsOf(kids);
  const draws = (some: Group[]): Line[] => some.flatMap((group) => draw(group, pen));
  if (groups.length <= pen.keep) return draws(groups);
  const front = Math.ceil((pen.keep * 2) / 3);
  const back = groups.length - (pen.keep - front);
  const cut = sum(groups.slice(front, back).map((group) => group.n * group.tree.size)) * pen.times;
  return [
    ...draws(groups.slice(0, front)),
    ...(cut > 0 ? [more(pen.depth, cut)] : []),
    ...draws(groups.slice(back)),
  ];
};

const draw = ({ tree, n, again }: Group, { depth, times, keep }: Pen): Line[] => {
  const all = times * n;
  const count = `${indent(depth)}${n > 1 ? `${n}× ` : ''}`;
  if (again) return [{ text: `${count}${tree.says} (as before)`, shown: tree.size * all }];
  const chain = chainOf(tree);
  const text = `${count}${chain.map(({ says }) => says).join(' > ')}`;
  const shown = chain.filter((one) => one.size > 0 && one.says !== SHADOW).length * all;
  const kids = chain.at(-1)?.kids ?? [];
  const texts = [...new Set(kids.map((kid) => kid.says))].join(' ');
  if (kids.every(isText) && text.length + texts.length < LONGEST_LINE)
    return [{ text: texts ? `${text} ${texts}` : text, shown }];
  const lines = [{ text, shown }, ...drawKids(kids, { depth: depth + 1, times: all, keep })];
  if (!tree.body || lines.length <= BODY_LINES) return lines;
  const told = lines.slice(0, BODY_LINES);
  return [...told, more(depth + 1, tree.size * all - shownBy(told))];
};

/** As many of the lines as have room, in bytes. */
const within = (lines: readonly Line[], total: number, bytes: number): Line[] => {
  const room = bytes - 40;
  let used = 0;
  const told = lines.filter(({ text }) => {
    used += bytesOf([text]);
    return used <= room;
  });
  return [...told, more(0, total - shownBy(told))];
};

/** The contract's `Skeleton`, which is a schema and so no matter of the script in the page. */
export type Picture = { elements: number; left: number; lines: string[] };

const pictureOf = (tree: Tree, bytes: number): Picture => {
  let lines: Line[] = [];
  for (const keep of STEPS) {
    lines = draw({ tree, n: 1 }, { depth: 0, times: 1, keep });
    if (sizeOf(lines) <= bytes) break;
  }
  if (sizeOf(lines) > bytes) lines = within(lines, tree.size, bytes);
  return {
    elements: tree.size,
    left: tree.size - shownBy(lines),
    lines: lines.map((line) => line.text),
  };
};

/** For pages of several documents, which share the room of a report. In bytes. */
const SMALLER = [40_000, 16_000, 6_000, 2_000];

/**
 * The picture of a document: elements, names and shapes in our own words (lib/contract/report-words.ts), and nothing else of what
 * stands in it. The largest first, then smaller ones, as far as it is large.
 */
export const skeletonsOf = (root: Element): Picture[] => {
  const tree = readTree(root);
  const largest = pictureOf(tree, MOST_BYTES);
  const smaller = SMALLER.filter((bytes) => bytes < bytesOf(largest.lines));
  return [largest, ...smaller.map((bytes) => pictureOf(tree, bytes))];
};
