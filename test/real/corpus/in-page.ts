import { readPage } from '#lib/detect/read-page.ts';
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

/** `one <address>`, or what it says instead of a person. */
const said = (url: URL, rep = own): string => {
  const who = whoIs(readPage(document, url), rep);
  return who.kind === 'one' ? `one ${who.person.address}` : who.kind;
};

/** Somebody is wrong unless the truth names them. */
const isWrong = (answer: string, truth: string): boolean =>
  answer.startsWith('one ') && !truth.split(' ').includes(answer.slice('one '.length));

type Page = { name: string; html: string; url: string; truth: { who: string; named?: string } };

/** Drops or renames every attribute, class, tag and label in turn. */
const mutate = ({ name, html, url, truth }: Page): { tried: number; same: number; wrong: Wrong[] } => {
  show(html);
  const at = new URL(url);
  const right = said(at);
  // Who has told nothing of themselves has aliases that no page knows: there the page as it is is no measure.
  const isBlindRight = !isWrong(said(at, unknown), truth.who);
  let tried = 0;
  let same = 0;
  const wrong: Wrong[] = [];
  for (const { change, undo, what } of mutants(document)) {
    change();
    const answer = said(at);
    const blind = said(at, unknown);
    undo();
    tried += 1;
    if (answer === right) same += 1;
    if (isWrong(answer, truth.who)) wrong.push({ page: name, change: what, said: answer });
    if (isBlindRight && blind !== answer && isWrong(blind, truth.who))
      wrong.push({ page: name, change: what, said: `${blind}, of a new rep` });
  }
  // Whatever was undone badly would have made the rest of the run mean nothing.
  if (said(at) !== right) wrong.push({ page: name, change: 'none', said: said(at) });
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
  const right = said(at);
  let same = 0;
  const wrong: Wrong[] = [];
  for (let n = 0; n < count; n++) {
    const { undo, what } = plant(document, seed + n, truth.named);
    const answer = said(at);
    undo();
    if (answer === right) same += 1;
    if (answer === `one ${planted}`)
      wrong.push({ page: name, change: `seed ${seed + n}: ${what}`, said: answer });
  }
  return { same, wrong };
};

Object.assign(globalThis, {
  suki: {
    read: ({ html, url }: Page) => {
      show(html);
      return said(new URL(url));
    },
    mutate,
    fuzz,
  },
});
