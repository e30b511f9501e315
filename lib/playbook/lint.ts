import { type EventType, eventTypes } from '../contract/events.ts';
import type { Play, Playbook } from '../contract/playbook.ts';
import { type Stage, stages } from '../contract/stage.ts';
import { OWN_SENTENCE, pressing, publicReview, reward, selling, yelp } from './words.ts';

/** What is wrong with a playbook, where, and how to mend it. */
export type Finding = {
  /** Null: it is about the playbook as a whole. */
  play: string | null;
  /** The place inside the play (`text.draft`, `triggers.0.event`) or the playbook (`plays`). */
  path: string;
  message: string;
  mend: string;
};

type Text = { path: string; text: string };

const texts = ({ text }: Play): Text[] => [
  { path: 'text.title', text: text.title },
  { path: 'text.why', text: text.why },
  { path: 'text.how', text: text.how },
  ...(text.draft === undefined ? [] : [{ path: 'text.draft', text: text.draft }]),
];

/** What the customer may get to read. The rest is said to the rep, who may be told what not to do. */
const outgoing = ({ text }: Play): Text[] =>
  text.draft === undefined ? [] : [{ path: 'text.draft', text: text.draft }];

const words = (play: Play): Finding[] => {
  const found: Finding[] = [];
  for (const { path, text } of [{ path: 'text.title', text: play.text.title }, ...outgoing(play)])
    for (const { pattern, what } of pressing) {
      const hit = pattern.exec(text);
      if (hit)
        found.push({
          play: play.id,
          path,
          message: `"${hit[0]}" ${what}.`,
          mend: 'Say it calmly, and leave them the time.',
        });
    }
  return found;
};

const rewards = (play: Play): Finding[] => {
  const found: Finding[] = [];
  for (const { path, text } of texts(play)) {
    if (yelp.test(text))
      found.push({
        play: play.id,
        path,
        message: 'Yelp forbids asking for reviews.',
        mend: 'Leave Yelp out of it.',
      });
    // "give nothing in return" is advice to the rep; only what goes out can offer something.
    if (path !== 'text.draft' && path !== 'text.title') continue;
    if (publicReview.test(text) && reward.test(text))
      found.push({
        play: play.id,
        path,
        message: 'It ties a reward to a public review.',
        mend: 'Ask for the review without a reward, or reward a private survey instead.',
      });
  }
  return found;
};

const isAsking = (play: Play): boolean =>
  play.kind === 'feedback' || (play.kind === 'care' && play.purpose !== 'billing' && play.purpose !== 'news');

const sales = (play: Play): Finding[] =>
  isAsking(play)
    ? outgoing(play).flatMap(({ path, text }) => {
        const hit = selling.exec(text);
        if (!hit) return [];
        return [
          {
            play: play.id,
            path,
            message: `"${hit[0]}" sells, in a text that asks how they are.`,
            mend: 'Take prices, links and offers out, or make it a commercial play.',
          },
        ];
      })
    : [];

const ownSentence = (play: Play): Finding[] =>
  outgoing(play)
    .filter(({ text }) => !text.includes(OWN_SENTENCE))
    .map(({ path }) => ({
      play: play.id,
      path,
      message: 'Nobody has to add a word of their own before it goes out.',
      mend: `Put ${OWN_SENTENCE} where a person should say something themselves.`,
    }));

const isEvent = (name: string): name is EventType => eventTypes.some((type) => type === name);

const eventNames = (play: Play, sees: (type: EventType) => boolean): Finding[] =>
  play.triggers.flatMap((trigger, i) => {
    if (trigger.on !== 'after-event' && trigger.on !== 'event-without') return [];
    const named = [{ path: `triggers.${i}.event`, name: trigger.event }];
    if (trigger.on === 'event-without')
      for (const [n, name] of trigger.unless.entries())
        named.push({ path: `triggers.${i}.unless.${n}`, name });
    return named.flatMap(({ path, name }): Finding[] => {
      if (!isEvent(name))
        return [
          {
            play: play.id,
            path,
            message: `There is no event called "${name}".`,
            mend: 'Use a name from the list of events.',
          },
        ];
      if (!sees(name))
        return [
          {
            play: play.id,
            path,
            message: `"${name}" happens too often to be remembered, so no play can wait for it.`,
            mend: 'Choose an event that says the same and happens more rarely.',
          },
        ];
      return [];
    });
  });

const windows = (play: Play): Finding[] =>
  play.triggers.flatMap((trigger, i) => {
    const [from, to] =
      trigger.on === 'in-stage'
        ? [trigger.fromDays, trigger.toDays]
        : 'from' in trigger
          ? [trigger.from, trigger.to]
          : trigger.on === 'quiet'
            ? [trigger.days, trigger.maxDays ?? Infinity]
            : [0, 1];
    if (from < to) return [];
    return [
      {
        play: play.id,
        path: `triggers.${i}`,
        message: 'This window ends before it begins, so the play can never fire.',
        mend: 'Make the second number larger than the first.',
      },
    ];
  });

const rows = (play: Play): Finding[] =>
  play.rows.flatMap((row, i) =>
    /^R[0-4]-\d\d$/.test(row)
      ? []
      : [
          {
            play: play.id,
            path: `rows.${i}`,
            message: `"${row}" is no row of the catalogue.`,
            mend: 'Rows look like R0-15.',
          },
        ],
  );

const postSale: readonly Stage[] = ['engage', 'retain', 'advocate', 'lapsed'];

/** Plays that run only once somebody has bought, as a share of all. */
export const postSaleShare = (plays: readonly Play[]): number =>
  plays.filter((play) => play.stages.every((stage) => postSale.includes(stage))).length /
  Math.max(1, plays.length);

const whole = ({ plays }: Playbook): Finding[] => {
  const found: Finding[] = [];
  const about = (message: string, mend: string) => found.push({ play: null, path: 'plays', message, mend });
  const share = postSaleShare(plays);
  if (share < 0.5)
    about(
      `Only ${Math.round(share * 100)} % of the plays are for people who have bought.`,
      'At least half of a playbook is for after the sale: add plays there, or take some away before it.',
    );
  const care = plays.filter((play) => play.kind === 'care').length;
  const commercial = plays.filter((play) => play.kind === 'commercial').length;
  if (care <= commercial)
    about(
      `There are ${commercial} commercial plays and ${care} of care.`,
      'Care must outnumber what is for us.',
    );
  for (const stage of stages)
    if (!plays.some((play) => play.stages.includes(stage)))
      about(`No play is for the stage "${stage}".`, 'Add one, so that nobody is left without care there.');
  const seen = new Set<string>();
  for (const { id } of plays) {
    if (seen.has(id))
      found.push({
        play: id,
        path: 'id',
        message: `Two plays are called "${id}".`,
        mend: 'Give one of them another id.',
      });
    seen.add(id);
  }
  return found;
};

/**
 * All that is wrong with a playbook that its schema accepts; empty when it may be published. `sees` tells which
 * events the facts remember (`isSeen` in lib/lifecycle/groups.ts).
 */
export const lint = (playbook: Playbook, sees: (type: EventType) => boolean): Finding[] => [
  ...whole(playbook),
  ...playbook.plays.flatMap((play) => [
    ...words(play),
    ...rewards(play),
    ...sales(play),
    ...ownSentence(play),
    ...eventNames(play, sees),
    ...windows(play),
    ...rows(play),
  ]),
];
