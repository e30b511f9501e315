import type { Play, Playbook } from '../contract/playbook.ts';
import { DAY, HOUR } from '../contract/primitives.ts';
import { nextOpening, zoneOf } from './clock.ts';
import { indexOf } from './play-index.ts';
import type { Contact, View } from './view.ts';

/** A contact that we began, whoever of us it was. */
export type Proactive = { at: number; commercial: boolean; who: string | null; by: string | null };

/** What all plays of one decision share: the playbook, and what was already sent to this customer. */
export type Desk = {
  playbook: Playbook;
  /** The play of an id; what was renamed or taken out is not there. */
  playOf: (id: string | null) => Play | undefined;
  /** Newest first. */
  proactive: readonly Proactive[];
  /** [G3] [G13] When something commercial went out, newest first. */
  offers: readonly number[];
  /** [G13] When a person was in touch to help and not to sell, newest first. */
  care: readonly number[];
  /** [G8] When they were last written to about a payment, newest first. */
  dunning: readonly number[];
  /** [G6] When their next working hour begins; null: it is one now, or nobody knows their clock. */
  closedUntil: number | null;
};

/** [G3] Answers, apologies, billing notes and automatic thank-yous are owed, not proactive. */
const isOwed = ({ who, why }: Contact): boolean =>
  why === 'answer' || why === 'apology' || why === 'billing' || (who === 'automation' && why === 'thanks');

const isProactive = (contact: Contact, play: Play | undefined): boolean =>
  play ? !play.reply && !play.mends : !isOwed(contact);

const caring: ReadonlySet<string | null> = new Set(['care', 'answer', 'educate', 'thanks', 'apology']);

/** [G13] Somebody of us was there for them. Surveys ask, news tell, bills remind: none of these is care. */
const isCare = ({ who, why }: Contact, play: Play | undefined): boolean =>
  who !== 'automation' && (play ? !isCommercial(play) && caring.has(play.purpose) : caring.has(why));

/** Two clicks about one conversation ("called", then "done") are one. Times are given newest first. */
const add = (times: number[], at: number): void => {
  const later = times.at(-1);
  if (later === undefined || later - at > HOUR) times.push(at);
};

export const makeDesk = (playbook: Playbook, view: View): Desk => {
  const { byId } = indexOf(playbook.plays);
  const playOf = (id: string | null) => (id === null ? undefined : byId.get(id));
  const proactive: Proactive[] = [];
  const sold: number[] = [];
  const care: number[] = [];
  const dunning: number[] = [];
  for (const contact of view.contacts) {
    const play = playOf(contact.play);
    const commercial = play ? isCommercial(play) : contact.why === 'commercial';
    if (commercial) sold.push(contact.at);
    if (isCare(contact, play)) add(care, contact.at);
    if (play ? play.dunning : contact.why === 'billing') add(dunning, contact.at);
    if (!isProactive(contact, play)) continue;
    const later = proactive.at(-1);
    if (later && later.at - contact.at <= HOUR) later.commercial ||= commercial;
    else proactive.push({ at: contact.at, commercial, who: contact.who, by: contact.by });
  }
  const offers: number[] = [];
  // The list of offers reaches further back; those of our own plays may stand in the other one only.
  for (const { at } of view.offers) sold.push(at);
  for (const at of sold.sort((a, b) => b - a)) add(offers, at);
  const zone = zoneOf(view);
  return {
    playbook,
    playOf,
    proactive,
    offers,
    care,
    dunning,
    closedUntil: zone === null ? null : nextOpening(zone, playbook.policy.g6Hours, view.now),
  };
};

export const isCommercial = (play: Pick<Play, 'kind' | 'purpose'>): boolean =>
  play.kind === 'commercial' || play.purpose === 'commercial';

/** Those of the last `days`. */
export const within = (desk: Desk, now: number, days: number): readonly Proactive[] =>
  desk.proactive.filter(({ at }) => now - at < days * DAY);

/** Times of the last `days`, newest first. */
export const lately = (times: readonly number[], now: number, days: number): number[] =>
  times.filter((at) => now - at < days * DAY);
