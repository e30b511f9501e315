import { anchors, attributes, elements, flags, parts, roles, types } from '#lib/contract/report-words.ts';
import { shapeOf } from './shape.ts';

/** In the place of what was taken out. */
export const OUT = '…';

/** `messageHeader__from--2fGh` -> message, header, from, 2, f, gh */
const wordsIn = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Those of the words that are ours, and one mark for all others that stand together. */
const ours = (words: readonly string[], isOurs: (word: string) => boolean): string[] =>
  words
    .map((word) => (isOurs(word) ? word : OUT))
    .filter((word, at, all) => word !== OUT || all[at - 1] !== OUT);

const MOST_WORDS = 8;

/** `header,from,…`: of a value that is made of names, each of our words once, and one mark for all the rest. */
const namesOf = (value: string): string => {
  const tokens = value.trim().split(/\s+/);
  const kept = new Set(
    tokens.flatMap((token) =>
      anchors.has(token) ? [token] : ours(wordsIn(token), (word) => parts.has(word)),
    ),
  );
  const words = [...kept].filter((word) => word !== OUT);
  const isMore = kept.has(OUT) || words.length > MOST_WORDS;
  return [...words.slice(0, MOST_WORDS), ...(isMore ? [OUT] : [])].join(',');
};

/** The name of an element; of one that HTML does not know, our own words in it. */
export const elementName = (name: string): string => {
  const lower = name.toLowerCase();
  return elements.has(lower) ? lower : ours(wordsIn(lower), (word) => parts.has(word)).join('-') || OUT;
};

/** The name of an attribute, as far as it is made of our words: `data-message-id`, `data-…-id`. */
const attributeName = (name: string): string =>
  ours(wordsIn(name), (word) => attributes.has(word) || parts.has(word)).join('-') || OUT;

/** What the makers of a page call its parts. In all other attributes words may be somebody's. */
const NAMES = /^(?:class|id|itemprop|slot|part|data-(?:test-?id|test|testid|cy|qa|part|icon-name|log-name))$/;
const FIELDS = new Set(['input', 'select', 'textarea', 'button', 'form', 'iframe', 'meta']);
const FLAGS = /^(?:aria-[a-z]+|dir|contenteditable|draggable|spellcheck|autocomplete|translate)$/;

const enumerated = (words: ReadonlySet<string>, value: string): string | null => {
  const word = value.trim().toLowerCase();
  return words.has(word) ? word : null;
};

const toldOf = (element: string, name: string, value: string): string => {
  const shape = shapeOf(value);
  if (shape === null) return '';
  if (NAMES.test(name) || (name === 'name' && FIELDS.has(element))) return `=${namesOf(value)}`;
  const said =
    (name === 'role' && enumerated(roles, value)) ||
    (name === 'type' && enumerated(types, value)) ||
    (FLAGS.test(name) && enumerated(flags, value));
  return said ? `=${said}` : `=${OUT}${shape}`;
};

/** One attribute, with what may be said of its value: `class=header,…`, `role=list`, `title=…address`, `hidden`. */
export const attributeOf = (element: string, name: string, value: string): string =>
  attributeName(name) + toldOf(element, name.toLowerCase(), value);
