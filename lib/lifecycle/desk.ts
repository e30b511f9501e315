import type { Play, Playbook } from '../contract/playbook.ts';
import { DAY, HOUR } from '../contract/primitives.ts';
import type { Contact, View } from './view.ts';

/** A contact that we began, whoever of us it was. */
export type Proactive = { at: number; commercial: boolean; who: string | null; by: string | null };

/** What all plays of one decision share: the playbook, and what was already sent to this customer. */
export type Desk = {
  playbook: Playbook;
  /** Newest first. */
  proactive: readonly Proactive[];
};

/** [G3] Answers, apologies, billing notes and automatic thank-yous are owed, not proactive. */
const isOwed = ({ who, why }: Contact): boolean =>
  why === 'answer' || why === 'apology' || why === 'billing' || (who === 'automation' && why === 'thanks');

const isProactive = (contact: Contact, play: Play | undefined): boolean =>
  play ? !play.reply && !play.mends : !isOwed(contact);

export const makeDesk = (playbook: Playbook, view: View): Desk => {
  const proactive: Proactive[] = [];
  for (const contact of view.contacts) {
    const play = contact.play === null ? undefined : playbook.plays.find(({ id }) => id === contact.play);
    if (!isProactive(contact, play)) continue;
    const commercial = play ? isCommercial(play) : contact.why === 'commercial';
    const later = proactive.at(-1);
    // Two clicks about one conversation ("called", then "done") are one contact.
    if (later && later.at - contact.at <= HOUR) later.commercial ||= commercial;
    else proactive.push({ at: contact.at, commercial, who: contact.who, by: contact.by });
  }
  return { playbook, proactive };
};

export const isCommercial = (play: Pick<Play, 'kind' | 'purpose'>): boolean =>
  play.kind === 'commercial' || play.purpose === 'commercial';

/** Those of the last `days`. */
export const within = (desk: Desk, now: number, days: number): readonly Proactive[] =>
  desk.proactive.filter(({ at }) => now - at < days * DAY);
