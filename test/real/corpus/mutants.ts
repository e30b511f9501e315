/** One small change of a page, as a new version of its product might bring it, and how to take it back. */
export type Mutant = { what: string; change: () => void; undo: () => void };

const nameOf = (element: Element): string =>
  `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${[...element.classList].map((token) => `.${token}`).join('')}`;

const setting = (element: Element, name: string, value: string | null): Mutant => {
  const before = element.getAttribute(name);
  const put = (text: string | null): void =>
    text === null ? element.removeAttribute(name) : element.setAttribute(name, text);
  return {
    what: `${nameOf(element)} ${name}=${value ?? 'gone'}`,
    change: () => put(value),
    undo: () => put(before),
  };
};

const ofAttribute = (element: Element, { name, value }: Attr): Mutant[] => {
  const gone = setting(element, name, null);
  // A renamed address would be another person's, whom the page then names rightly.
  if (value.includes('@')) return [gone];
  if (name !== 'class') return [gone, setting(element, name, `x${value}`)];
  const tokens = [...element.classList];
  return [
    gone,
    ...tokens.flatMap((token) => [
      setting(element, name, tokens.filter((other) => other !== token).join(' ')),
      setting(element, name, tokens.map((other) => (other === token ? `x-${token}` : other)).join(' ')),
    ]),
  ];
};

/** The element under another tag, with all that it has and holds. */
const ofTag = (element: Element): Mutant[] => {
  if (['HTML', 'HEAD', 'BODY'].includes(element.tagName)) return [];
  const other = document.createElement('x-other');
  const move = (from: Element, to: Element): void => {
    for (const { name, value } of from.attributes) to.setAttribute(name, value);
    from.replaceWith(to);
    to.append(...from.childNodes);
  };
  return [
    {
      what: `${nameOf(element)} as another tag`,
      change: () => move(element, other),
      undo: () => move(other, element),
    },
  ];
};

const ofText = (text: Text): Mutant[] => {
  const before = text.data;
  const put = (data: string, what: string): Mutant => ({
    what: `"${before.trim().slice(0, 40)}" ${what}`,
    change: () => {
      text.data = data;
    },
    undo: () => {
      text.data = before;
    },
  });
  if (before.trim() === '') return [];
  return before.includes('@') ? [put('', 'gone')] : [put('', 'gone'), put(`x${before.trim()}`, 'renamed')];
};

/** Elements without others inside can go: a larger part that goes is another page, with another truth. */
const ofLeaf = (element: Element): Mutant[] => {
  const { parentNode, nextSibling } = element;
  if (element.childElementCount > 0 || !parentNode) return [];
  return [
    {
      what: `${nameOf(element)} gone`,
      change: () => element.remove(),
      undo: () => parentNode.insertBefore(element, nextSibling),
    },
  ];
};

/** What a product does that renames its parts: the same change wherever the page has them. */
const everywhere = (elements: readonly Element[]): Mutant[] => {
  const alike = new Map<string, Mutant[]>();
  const add = (what: string, element: Element, name: string, value: string | null): void => {
    alike.set(what, [...(alike.get(what) ?? []), setting(element, name, value)]);
  };
  for (const element of elements)
    for (const { name, value } of element.attributes) {
      add(`every ${name} gone`, element, name, null);
      if (value.includes('@')) continue;
      if (name !== 'class') add(`every ${name} renamed`, element, name, `x${value}`);
      else {
        const tokens = [...element.classList];
        const renamed = (one: string): string =>
          tokens.map((token) => (token === one ? `x-${one}` : token)).join(' ');
        for (const token of new Set(tokens)) add(`every .${token} renamed`, element, name, renamed(token));
      }
    }
  return [...alike].map(([what, parts]) => ({
    what,
    change: () => {
      for (const part of parts) part.change();
    },
    undo: () => {
      for (const part of parts) part.undo();
    },
  }));
};

/** Every change of one attribute, class, tag, label or leaf of the page, and of all alike at once. */
export const mutants = (doc: Document): Mutant[] => {
  const elements = [...doc.querySelectorAll('*')];
  return [
    ...elements.flatMap((element) => [
      ...[...element.attributes].flatMap((attribute) => ofAttribute(element, attribute)),
      ...ofTag(element),
      ...ofLeaf(element),
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? ofText(node) : [])),
    ]),
    ...everywhere(elements),
  ];
};
