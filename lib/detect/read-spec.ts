import type { HostSpec, Place, Rule, View } from './define-host.ts';
import { clean, hidden, isShown, MARKED, mailboxOf, nameBeside, queryAll, textOf } from './dom.ts';
import { headerPeople } from './header-rows.ts';
import { missOf } from './miss.ts';
import { mailboxesAt, peopleOf, valueIn } from './read-rule.ts';
import type { Miss, PageReading, Person } from './types.ts';

const WROTE = new Set(['sender', 'reply-to', 'requester']);
const MOST = 50;

/** What a document's last reading rested on. */
const lastRegions = new WeakMap<Document, Element[]>();
export const regionsOf = (doc: Document): Element[] =>
  (lastRegions.get(doc) ?? []).filter((element) => element.isConnected);

/** What was asked of a page already: nothing changes while it is read. */
type Asked = Map<ParentNode, Map<string, Element[]>>;
/** `not`: of the view that is read. */
type Scope = { spec: HostSpec; doc: Document; not: string | undefined; asked: Asked };

/** Inside what somebody wrote, or among other people. */
const isOutside = ({ spec, not }: Scope, element: Element): boolean => {
  const text = spec.editor ? `${spec.body}, ${spec.editor}` : spec.body;
  return !element.closest(text) && (not === undefined || !element.closest(not));
};

const every = ({ asked }: Scope, around: ParentNode, at: string): Element[] => {
  const here = asked.get(around) ?? new Map<string, Element[]>();
  const found = here.get(at) ?? queryAll(around, at);
  asked.set(around, here.set(at, found));
  return found;
};

const all = (scope: Scope, around: ParentNode, at: string): Element[] =>
  every(scope, around, at)
    .filter((element) => isOutside(scope, element))
    .slice(0, MOST);

const placed = (scope: Scope, places: readonly Place[]): string[] =>
  places.flatMap(([at, by, part]) =>
    all(scope, scope.doc, at).flatMap((element) => {
      const value = valueIn(element, by);
      return (part ? part.exec(value)?.[1] : value) ?? [];
    }),
  );

const outermost = (elements: readonly Element[], at: string): Element[] =>
  elements.filter((element) => !element.parentElement?.closest(at));
const innermost = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)));

/** Texts in view that somebody wrote, but for what is being written, or stands among other people. */
const bodiesIn = (scope: Scope, pane: ParentNode): Element[] => {
  const { body, not, editor } = scope.spec;
  return outermost(every(scope, pane, body), body).filter(
    (one) => isShown(one) && ![not, editor].some((around) => around !== undefined && one.closest(around)),
  );
};

/** The box that is read, and whether all that is known of this view fits together. */
type Opened = { box: Element; boxes: Element[]; fits: boolean };

/**
 * The last open message. Two anchors have to agree on which are open (the body, and the mark of an open one), and each
 * body has to stand in a box: otherwise one anchor has changed, and the box may be somebody else's.
 */
const openedIn = (scope: Scope, pane: ParentNode, { message, open, inner }: View): Opened | null => {
  if (message === undefined) return null;
  const messages = all(scope, pane, message);
  const boxes = (inner ? innermost(messages) : outermost(messages, message)).filter(isShown);
  const bodies = bodiesIn(scope, pane);
  const holding = boxes.filter((box) => bodies.some((body) => box.contains(body)));
  const isMarked = (box: Element): boolean =>
    open === undefined || box.matches(open) || all(scope, box, open).length > 0;
  const box = holding.at(-1) ?? boxes.findLast(isMarked);
  if (!box) return null;
  const fits =
    bodies.every((body) => boxes.some((one) => one.contains(body))) &&
    boxes.every((one) => holding.includes(one) === isMarked(one));
  return { box, boxes, fits: fits && holding.includes(box) };
};

/** Those of the elements that a rule means. */
const chosen = (found: readonly Element[], { nth, each, like }: Rule): Element[] => {
  if (nth !== undefined) return found.slice(nth, nth + 1);
  if (each === undefined || like === undefined) return [...found];
  const labelOf = (element: Element | undefined) => textOf(element?.closest(each)?.querySelector(like));
  return found.filter((element) => labelOf(element) === labelOf(found[0]));
};

/** `inBox`: `around` is the box of one message. */
const peopleBy = (
  scope: Scope,
  around: ParentNode,
  rules: readonly Rule[],
  fits: boolean,
  inBox: boolean,
): Person[] =>
  rules.flatMap((rule): Person[] => {
    const { at, name, each } = rule;
    const found = chosen(all(scope, around, at), rule);
    const names = new Set(
      name === undefined || each !== undefined ? [] : all(scope, around, name).map(textOf).filter(Boolean),
    );
    const [named = ''] = names.size === 1 ? names : [];
    // Of the whole page what is shown goes before what is not: rows of an earlier message may lie hidden there.
    const shown = inBox ? [] : found.filter((element) => !hidden(element));
    const people = (shown.length > 0 ? shown : found).flatMap((element) => {
      const own = each && name ? textOf(element.closest(each)?.querySelector(name)) : '';
      return peopleOf(element, fits ? rule : { ...rule, confidence: 'weak' }).map((person) => ({
        ...person,
        name: person.name || nameBeside(own, person.address),
      }));
    });
    // A name elsewhere belongs to nobody in particular when several stand here.
    const alone = new Set(people.map(({ address }) => address.toLowerCase())).size === 1;
    return people.map((person) => ({
      ...person,
      name: person.name || (alone ? nameBeside(named, person.address) : ''),
    }));
  });

/** Who wrote one of the other messages. */
const writersOf = (scope: Scope, box: Element, rules: readonly Rule[]): Person[] =>
  peopleBy(scope, box, rules, false, true)
    .filter(({ role }) => WROTE.has(role))
    .map((person) => ({ ...person, role: 'participant' }));

/** Addresses in the header that no rule accounts for: an anchor has changed, or the page has something new to say. */
const unaccounted = (scope: Scope, box: Element, known: readonly string[]): Person[] => {
  const seen = new Set(known.map((address) => address.toLowerCase()));
  return all(scope, box, MARKED).flatMap((element): Person[] => {
    const address = mailboxesAt(element)[0]?.address ?? '';
    if (address === '' || seen.has(address.toLowerCase())) return [];
    seen.add(address.toLowerCase());
    return [{ address, name: '', role: 'mentioned', confidence: 'weak', from: 'beside the header' }];
  });
};

/** Buttons, and what is there for screen readers, as the usual frameworks call it. */
const ASIDE = 'button,a,.voice,.sr-only,.visually-hidden';
const headingOf = (heading: Element | undefined): string => {
  const aside = [...(heading?.querySelectorAll(ASIDE) ?? [])].map(textOf).filter(Boolean);
  const text = textOf(heading);
  return clean(aside.reduce((rest, part) => rest.replace(part, ''), text)) || text;
};

const scopeOf = (page: Scope, { writing }: View): Scope => (writing ? { ...page, not: undefined } : page);

/** What is shown goes before what is not: a page may keep what it showed before. */
const shownFirst = (scope: Scope, at: string): Element | undefined => {
  const found = all(scope, scope.doc, at);
  return found.find(isShown) ?? found[0];
};

/** The first view that holds, rather one that is shown. */
const viewOf = (page: Scope, where: string): { view?: View; shown: boolean } => {
  const holding = page.spec.views.flatMap((view) => {
    if (view.path?.test(where) === false) return [];
    const { when } = view;
    const mark = when === undefined ? page.doc.documentElement : shownFirst(scopeOf(page, view), when);
    return mark ? [{ view, shown: isShown(mark) }] : [];
  });
  return holding.find(({ shown }) => shown) ?? holding[0] ?? { shown: false };
};

/** The whole page, or the box of the conversation that the address names. */
const paneOf = (doc: Document, { pane, path }: View, where: string): ParentNode | null =>
  pane === undefined ? doc : doc.querySelector(pane.replace('$1', path?.exec(where)?.[1] ?? ''));

const conversationOf = (scope: Scope, { path, id }: View, where: string): string => {
  const naming = id && shownFirst(scope, id[0]);
  const value = naming ? valueIn(naming, id[1]) : '';
  const named = (id?.[2] ? id[2].exec(value)?.[1] : value) ?? '';
  const groups = path?.exec(where)?.slice(1).filter(Boolean) ?? [];
  return (named || groups.join('/') || where).slice(0, 1_000);
};

/** Reads a page as `spec` describes it. */
export const readSpec = (spec: HostSpec, doc: Document, url: URL): PageReading => {
  const page: Scope = { spec, doc, not: spec.not, asked: new Map() };
  const self = [...new Set(placed(page, spec.self ?? []).map((value) => mailboxOf(value)?.address ?? ''))]
    .filter(Boolean)
    .slice(0, MOST);
  const shared = { host: spec.id, version: spec.version, self };
  const miss = (what: Miss): PageReading => missOf(spec, what, self);
  lastRegions.set(doc, []);
  const where = url.pathname + url.search + url.hash;
  const { view, shown } = viewOf(page, where);
  if (!view) return miss('no-conversation');

  const scope = scopeOf(page, view);
  const unknown = doc.readyState === 'loading' ? 'loading' : shown ? 'layout-unknown' : 'no-conversation';
  const pane = paneOf(doc, view, where);
  const opened = pane && openedIn(scope, pane, view);
  if (!pane || (view.message !== undefined && !opened)) return miss(unknown);
  const around = opened?.box ?? pane;
  // A mail that is being written, beside one that can be read, may be about something else.
  const alone = view.writing && (spec.editor === undefined || bodiesIn(scope, doc).length === 0);
  const reads = !view.writing && every(scope, pane, spec.body).length > 0;
  const fits = opened?.fits ?? (alone || view.bodiless || reads);
  const rules = view.people ?? [];
  const labelled =
    view.labels && opened ? headerPeople(opened.box, (element) => isOutside(scope, element), fits) : [];
  const rest = (opened?.boxes ?? []).filter((box) => box !== opened?.box);
  const ruled = peopleBy(scope, around, rules, fits, opened !== null);
  const elsewhere = ruled.some(({ role }) => WROTE.has(role)) ? [] : (view.otherwise ?? []);
  const people = [
    ...ruled,
    ...peopleBy(scope, doc, elsewhere, fits, false),
    ...labelled,
    ...(view.others ? rest.flatMap((box) => writersOf(scope, box, rules)) : []),
  ].slice(0, MOST);

  const found = rules.flatMap(({ at, name }) =>
    all(scope, around, name === undefined ? at : `${at},${name}`),
  );
  const headings = view.subject ? all(scope, pane, view.subject[0]) : [];
  const heading = headings.find(isShown) ?? headings[0];
  // Of open messages only their people: clocks and buttons beside them tick at will. Of the others all, for they may open.
  const others = (found.length > 0 ? rest : (opened?.boxes ?? [])).flatMap((box) =>
    box.querySelector(spec.body) ? rules.flatMap(({ at }) => all(scope, box, at)) : [box],
  );
  const near = view.near ? all(scope, doc, view.near) : [];
  lastRegions.set(doc, [...new Set([...found, ...others, ...near, ...(heading ? [heading] : [])])]);

  const told = people.some(({ role }) => (view.writing ? role === 'recipient' : WROTE.has(role)));
  if (!told) {
    if (view.loading && all(scope, doc, view.loading).length > 0) return miss('loading');
    if (found.length === 0) return miss(unknown);
    if (view.writing) return miss('no-conversation');
    // The address may come to stand anywhere: when a pane with the customer's details is opened, say.
    if (!opened || view.otherwise) lastRegions.set(doc, []);
    return miss('name-only');
  }
  const more = opened
    ? unaccounted(scope, opened.box, [...people.map(({ address }) => address), ...self])
    : [];
  const whole = heading && view.subject?.[1] === 'value' ? valueIn(heading, 'value') : headingOf(heading);
  const subject = (view.subject?.[2]?.exec(whole)?.[1] ?? whole).slice(0, 300);
  return {
    ...shared,
    kind: 'people',
    conversation: conversationOf(scope, view, where),
    ...(subject && { subject }),
    people: [...people, ...more],
  };
};
