import { isBody } from '#lib/detect/zones.ts';
import { attributeOf, elementName, OUT } from './names.ts';
import { shapeOf } from './shape.ts';

/** What is told of one element, or of one text (`size` 0). */
export type Tree = {
  /** The same for what looks the same, with all in it. */
  id: number;
  /** The same for what is built of the same elements. */
  build: number;
  says: string;
  kids: Tree[];
  /** Elements in it, itself among them. */
  size: number;
  /** Suki takes it, and nothing around it, for what somebody wrote. */
  body: boolean;
};

/** Their insides are no layout, or another document, or the page's own doing. */
const SHUT = new Set(
  'head script style noscript template svg math canvas video audio object embed iframe frame'.split(' '),
);
/** An open shadow root stands in the tree like an element, and counts as none. */
export const SHADOW = '#shadow';
/** Characters for an element with its attributes. */
const MOST_HEAD = 300;
const MOST_DEPTH = 150;
const MOST_ELEMENTS = 30_000;

type Within = { depth: number; body: boolean; hidden: boolean };

const GONE = /(?:display:\s*none|visibility:\s*hidden)/i;
/** Out of sight by its own markup; what is around it was asked before. */
const isHidden = (element: Element): boolean =>
  element.hasAttributes() &&
  (element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    GONE.test(element.getAttribute('style') ?? ''));

/** A number for each different key. */
const numbering = () => {
  const known = new Map<string, number>();
  return (key: string): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, known.size);
    return known.size - 1;
  };
};

const headOf = (element: Element): string => {
  const name = elementName(element.localName);
  const names = element.getAttributeNames();
  const said = [...new Set(names.map((one) => attributeOf(name, one, element.getAttribute(one) ?? '')))];
  // Names that are not ours last: they are the first for which there is no room.
  const told = [...said.filter((one) => !one.startsWith(OUT)), ...said.filter((one) => one.startsWith(OUT))];
  let head = name;
  for (const [at, one] of told.entries()) {
    if (head.length + one.length > MOST_HEAD) return `${head} (${told.length - at} more)`;
    head += ` ${one}`;
  }
  return head;
};

/** Reads a document into such a tree, without a word of what stands in it. */
export const readTree = (root: Element): Tree => {
  const look = numbering();
  const build = numbering();
  let seen = 0;

  const make = (says: string, frame: string, kids: Tree[], size: number, body: boolean): Tree => ({
    id: look(`${says}(${kids.map((kid) => kid.id).join()})`),
    build: build(`${frame}(${kids.flatMap((kid) => (kid.size > 0 ? kid.build : [])).join()})`),
    ...{ says, kids, body },
    size: kids.reduce((sum, kid) => sum + kid.size, size),
  });

  const readText = (text: Text): Tree[] => {
    const shape = shapeOf(text.data);
    return shape === null ? [] : [make(`"${OUT}${shape}"`, '', [], 0, false)];
  };

  const readKids = (parent: ParentNode, within: Within): Tree[] =>
    [...parent.childNodes].flatMap((node): Tree[] => {
      if (node instanceof Text) return readText(node);
      return node instanceof Element ? [read(node, within)] : [];
    });

  const read = (element: Element, around: Within): Tree => {
    seen += 1;
    const within: Within = {
      depth: around.depth + 1,
      body: around.body || isBody(element),
      hidden: around.hidden || isHidden(element),
    };
    const body = within.body && !around.body;
    const head = headOf(element);
    const says = `${head}${body ? ' (body)' : ''}${within.hidden && !around.hidden ? ' (hidden)' : ''}`;
    if (SHUT.has(element.localName) || within.depth > MOST_DEPTH || seen > MOST_ELEMENTS) {
      const inside = element.querySelectorAll('*').length;
      return make(inside > 0 ? `${says} (${inside} more)` : says, head, [], 1 + inside, body);
    }
    const shadow = element.shadowRoot;
    const kids = [
      ...(shadow ? [make(SHADOW, SHADOW, readKids(shadow, within), 0, false)] : []),
      ...readKids(element, within),
    ];
    return make(says, element.localName, kids, 1, body);
  };
  return read(root, { depth: 0, body: false, hidden: false });
};
