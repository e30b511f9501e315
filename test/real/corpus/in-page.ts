import { hosts, readPage } from '#lib/detect/read-page.ts';
import { readWith } from '#lib/detect/resolve.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';
import { own } from '#test/unit/detect/corpus/corpus.ts';
import { mutants } from './mutants.ts';
import { plant, planted } from './plants.ts';

/** What runs in the browser: a page of the corpus is put in place, changed in one spot at a time, and read. */
type Wrong = { page: string; change: string; said: string };

const show = (html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
};

/** A rep who has told nothing of themselves yet: only the page can know who they are. */
const unknown: typeof own = { addresses: [], domains: [] };

const inShort = (reading: PageReading, rep: typeof own): string => {
  const who = whoIs(reading, rep);
  return who.kind === 'one' ? `one ${who.person.address}` : who.kind;
};
/** `one <address>`, or what is said instead of a person: to somebody of the team, and to a new rep. */
const said = (url: URL): [string, string] => {
  const reading = readPage(document, url);
  return [inShort(reading, own), inShort(reading, unknown)];
};

/** Somebody is wrong unless the truth names them. */
const isWrong = (answer: string, truth: string): boolean =>
  answer.startsWith('one ') && !truth.split(' ').includes(answer.slice('one '.length));

type Page = { name: string; html: string; url: string; truth: { who: string; named?: string } };

/** Drops or renames every attribute, class, tag and label in turn. */
const mutate = ({ name, html, url, truth }: Page): { tried: number; same: number; wrong: Wrong[] } => {
  show(html);
  const at = new URL(url);
  const [right, blindRight] = said(at);
  // Who has told nothing of themselves has aliases that no page knows: there the page as it is is no measure.
  const isBlindRight = !isWrong(blindRight, truth.who);
  let tried = 0;
  let same = 0;
  const wrong: Wrong[] = [];
  for (const { change, undo, what } of mutants(document)) {
    change();
    const [answer, blind] = said(at);
    undo();
    tried += 1;
    if (answer === right) same += 1;
    if (isWrong(answer, truth.who)) wrong.push({ page: name, change: what, said: answer });
    if (isBlindRight && blind !== answer && isWrong(blind, truth.who))
      wrong.push({ page: name, change: what, said: `${blind}, of a new rep` });
  }
  // Whatever was undone badly would have made the rest of the run mean nothing.
  const [after] = said(at);
  if (after !== right) wrong.push({ page: name, change: 'none', said: after });
  return { tried, same, wrong };
};

/** Plants `count` misleading addresses, one at a time. */
const fuzz = (
  { name, html, url, truth }: Page,
  count: number,
  seed: number,
): { same: number; wrong: Wrong[] } => {
  show(html);
  const at = new URL(url);
  const [right] = said(at);
  let same = 0;
  const wrong: Wrong[] = [];
  for (let n = 0; n < count; n++) {
    const { undo, what } = plant(document, seed + n, truth.named);
    const [answer] = said(at);
    undo();
    if (answer === right) same += 1;
    if (answer === `one ${planted}`)
      wrong.push({ page: name, change: `seed ${seed + n}: ${what}`, said: answer });
  }
  return { same, wrong };
};

/** Has every host read the page, at its own address and at one that the host takes for its own. */
const cross = ({ name, html, url, truth }: Page, urls: Record<string, string>): Wrong[] => {
  show(html);
  return hosts.flatMap((host) =>
    [url, urls[host.id] ?? url].flatMap((at): Wrong[] => {
      const answer = inShort(readWith(host, document, new URL(at)), own);
      return isWrong(answer, truth.who) ? [{ page: name, change: `${host.id} at ${at}`, said: answer }] : [];
    }),
  );
};

Object.assign(globalThis, {
  suki: {
    read: ({ html, url }: Page) => {
      show(html);
      return said(new URL(url))[0];
    },
    cross,
    mutate,
    fuzz,
  },
});
