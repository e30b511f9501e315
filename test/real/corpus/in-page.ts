import { hosts, readPage } from '#lib/detect/read-page.ts';
import { readWith } from '#lib/detect/resolve.ts';
import type { own } from '#test/unit/detect/corpus/corpus.ts';
import { inWords } from '#test/unit/detect/in-words.ts';
import { answerIn, isWrong, withOnly } from './answers.ts';
import { languages, translate } from './languages.ts';
import { mutants } from './mutants.ts';
import { plant } from './plants.ts';

/** What runs in the browser: a page of the corpus is put in place, changed in one spot at a time, and read. */
export type Wrong = { page: string; change: string; said: string };
export type Tally = { tried: number; same: number; wrong: Wrong[] };

const show = (html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
};

/** A rep who has told nothing of themselves yet: only the page can know who they are. */
const unknown: typeof own = { addresses: [], domains: [] };

/** What is said to somebody of the team, and to a new rep. */
const said = (url: URL): [string, string] => {
  const reading = readPage(document, url);
  return [answerIn(inWords(reading)), answerIn(inWords(reading, unknown))];
};

type Page = { name: string; html: string; url: string; truth: { who: string; named?: string } };

/** Drops or renames every attribute, class, tag and label in turn. */
const mutate = ({ name, html, url, truth }: Page): Tally => {
  show(html);
  const at = new URL(url);
  const [right, blindRight] = said(at);
  // Who has told nothing of themselves has aliases that no page knows: there the page as it is is no measure.
  const isBlindRight = !isWrong(blindRight, truth.who);
  const tally: Tally = { tried: 0, same: 0, wrong: [] };
  for (const { change, undo, what } of mutants(document)) {
    change();
    const [answer, blind] = said(at);
    // A page from which one of two people is gone is a page about the other.
    const left = withOnly(truth.who, (address) => document.documentElement.outerHTML.includes(address));
    undo();
    tally.tried += 1;
    if (answer === right) tally.same += 1;
    if (isWrong(answer, left)) tally.wrong.push({ page: name, change: what, said: answer });
    if (isBlindRight && blind !== answer && isWrong(blind, left))
      tally.wrong.push({ page: name, change: what, said: `${blind}, of a new rep` });
  }
  // Whatever was undone badly would have made the rest of the run mean nothing.
  const [after] = said(at);
  if (after !== right) tally.wrong.push({ page: name, change: 'none', said: after });
  return tally;
};

/** Plants `count` misleading addresses, one at a time. */
const fuzz = ({ name, html, url, truth }: Page, count: number, seed: number): Tally => {
  show(html);
  const at = new URL(url);
  const [right] = said(at);
  const tally: Tally = { tried: count, same: 0, wrong: [] };
  for (let n = 0; n < count; n++) {
    const { undo, what } = plant(document, seed + n, truth.named);
    const [answer] = said(at);
    undo();
    if (answer === right) tally.same += 1;
    if (isWrong(answer, truth.who))
      tally.wrong.push({ page: name, change: `seed ${seed + n}: ${what}`, said: answer });
  }
  return tally;
};

/** Reads the page with its labels in other languages. */
const translated = ({ name, html, url, truth }: Page): Tally => {
  const tally: Tally = { tried: 0, same: 0, wrong: [] };
  for (const language of languages) {
    show(html);
    const [right] = said(new URL(url));
    // A page without labels is the same in every language.
    if (translate(document, language) === 0) continue;
    const [answer] = said(new URL(url));
    tally.tried += 1;
    if (answer === right) tally.same += 1;
    if (isWrong(answer, truth.who)) tally.wrong.push({ page: name, change: language.lang, said: answer });
  }
  return tally;
};

/** Has every host read the page, at its own address and at one that the host takes for its own. */
const cross = ({ name, html, url, truth }: Page, urls: Record<string, string>): Wrong[] => {
  show(html);
  return hosts.flatMap((host) =>
    [url, urls[host.id] ?? url].flatMap((at): Wrong[] => {
      const answer = answerIn(inWords(readWith(host, document, new URL(at))));
      return isWrong(answer, truth.who) ? [{ page: name, change: `${host.id} at ${at}`, said: answer }] : [];
    }),
  );
};

Object.assign(globalThis, {
  suki: {
    read: ({ html, url }: Page) => {
      show(html);
      return inWords(readPage(document, new URL(url)));
    },
    cross,
    mutate,
    translated,
    fuzz,
  },
});
