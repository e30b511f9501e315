import type { EventType } from '../../contract/events.ts';
import type { Play, Playbook } from '../../contract/playbook.ts';
import type { Finding } from '../../contract/playbook-edit.ts';

/** Does a rule of the lifecycle remember this kind of event (`isSeen` in lib/lifecycle/groups.ts)? */
export type Sees = (type: EventType) => boolean;

/** One thing that may be wrong with a playbook. Empty: it is not. */
export type Rule = (playbook: Playbook, sees: Sees) => Finding[];

type Fault = Omit<Finding, 'play'>;

/** A rule that looks at one play at a time. */
export const each =
  (check: (play: Play, playbook: Playbook, sees: Sees) => Fault[]): Rule =>
  (playbook, sees) =>
    playbook.plays.flatMap((play) =>
      check(play, playbook, sees).map((fault) => ({ play: play.id, ...fault })),
    );

/** A rule about the playbook as a whole. */
export const whole =
  (check: (playbook: Playbook) => Fault[]): Rule =>
  (playbook) =>
    check(playbook).map((fault) => ({ play: null, ...fault }));

export type Words = { path: string; text: string };

/** All that a play says, to whomever. */
export const allWords = ({ text }: Play): Words[] => [
  { path: 'text.title', text: text.title },
  { path: 'text.why', text: text.why },
  { path: 'text.how', text: text.how },
  ...outgoing({ text }),
];
/** What the customer may get to read. The rest is said to the rep, who may be told what not to do. */
export const outgoing = ({ text }: Pick<Play, 'text'>): Words[] =>
  text.draft === undefined ? [] : [{ path: 'text.draft', text: text.draft }];
/** What the customer may get to read, and the line that tells the rep to do it. */
export const saidAndDone = (play: Play): Words[] => [
  { path: 'text.title', text: play.text.title },
  ...outgoing(play),
];
