import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { explain } from '#lib/lifecycle/explain.ts';
import { surveyFits } from '#lib/lifecycle/guards/g4-surveys.ts';
import { isReadyToSend, unfilledSlots } from '#lib/lifecycle/slots.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, csat, daysAgo, event, NOW, order, wrote } from '../lifecycle/people.ts';
import { atTheLimit, offerOf, playbookWith, playOf, say, scene } from './scene.ts';

describe('nothing is sold', () => {
  it('[R0-16] for 14 days after an order: not on day 13, again on day 15, and the date is told', () => {
    const bought = NOW - 0 * DAY;
    const events = [event('Order Completed', bought, { order: 'o' }), order(60), ...atTheLimit()];
    const on = (day: number) => scene(events, { now: bought + day * DAY });
    const early = on(13);
    expect(early.open).not.toContain('suggest_upgrade');
    expect(early.held('suggest_upgrade')).toMatchObject({ guard: 'G1', until: bought + 14 * DAY });
    const alone = { ...defaultPlaybook, plays: [playOf('suggest_upgrade')] };
    const told = explain(scene(events, { now: bought + 13 * DAY, playbook: alone }).decision).hidden;
    expect(told).toMatchObject({ guard: 'G1', until: bought + 14 * DAY });
    expect(on(15).open).toContain('suggest_upgrade');
  });

  it('[R0-18] before there was care enough: after 2 kind contacts and 1 offer in 90 days the next waits, "2 of 3"', () => {
    const known = [order(200), order(100), ...atTheLimit(), offerOf(40)];
    const blocked = scene([...known, contact(50), contact(60)]).held('suggest_upgrade');
    expect(blocked?.guard).toBe('G13');
    expect(blocked && say(blocked.because)).toContain('2 of 3');
    expect(scene([...known, contact(50), contact(60), contact(70)]).open).toContain('suggest_upgrade');
    // What lies over 90 days back counts for neither side.
    expect(scene([...known.slice(0, -1), offerOf(91), contact(50), contact(60)]).open).toContain(
      'suggest_upgrade',
    );
    expect(scene([...known, contact(50), contact(60), contact(91)]).held('suggest_upgrade')?.guard).toBe(
      'G13',
    );
  });
});

describe('they hear from all of us together', () => {
  it('[R0-25] asked by Mia yesterday how they are, nobody else asks them, and her name is told', () => {
    const quiet = [order(300), order(200), order(100), wrote(70)];
    expect(scene(quiet).open).toEqual(expect.arrayContaining(['ask_how_are_you', 'care_check']));
    const asked = scene([...quiet, contact(1, { play: 'ask_how_are_you' }, 'Mia')]);
    expect(asked.open).not.toContain('ask_how_are_you');
    const blocked = asked.held('care_check');
    expect(blocked?.guard).toBe('G3');
    expect(blocked && say(blocked.because)).toContain('Mia');
    expect(blocked && say(blocked.because)).toContain('yesterday');
    expect(asked.top).toBeNull();
  });

  it('[R0-26] a newsletter on Tuesday holds a check-in on Thursday back (1 in 7 days), and a reply goes out', () => {
    expect(defaultPlaybook.policy.g3ProactivePerWeek).toBe(1);
    const thursday = Date.UTC(2026, 11, 3, 12);
    const tuesday = thursday - 2 * DAY;
    const quiet = [order(300), order(200), order(100), wrote(60)];
    const question = event('Question Asked', thursday - 1.5 * DAY, { ref: 'q' });
    expect(scene(quiet, { now: thursday }).open).toContain('care_check');
    const machines = [
      event('Email Delivered', tuesday, {}),
      { ...contact(0, { initiator: 'automation', purpose: 'news' }), at: tuesday },
    ];
    for (const newsletter of machines) {
      const seen = scene([...quiet, newsletter], { now: thursday });
      expect(seen.held('care_check')).toMatchObject({ guard: 'G3', until: tuesday + 7 * DAY });
      expect(seen.top).toBeNull();
      expect(scene([...quiet, newsletter, question], { now: thursday }).top).toBe('answer_question');
      expect(scene([...quiet, newsletter], { now: tuesday + 7 * DAY }).open).toContain('care_check');
    }
  });

  it('[R1-23] something that shipped for 200 people makes 200 drafts, and 0 of them can go out by themselves', () => {
    const shipped = event('Idea Shipped', daysAgo(1), { about: 'A lid' });
    const drafts = Array.from({ length: 200 }, (_, i) => {
      const seen = scene([order(60 + (i % 30)), shipped]);
      return seen.top === 'tell_shipped' ? (seen.card('tell_shipped')?.play.text.draft ?? null) : null;
    });
    const written = drafts.filter((draft) => draft !== null);
    expect(written).toHaveLength(200);
    const asFilled = written.map((draft) => draft.replace('{first}', 'Ana'));
    for (const left of [OWN_SENTENCE, ''])
      expect(
        asFilled.filter((draft) => isReadyToSend(draft, draft.replaceAll(OWN_SENTENCE, left))),
      ).toHaveLength(0);
  });
});

describe('what is sent', () => {
  it('[R2-18] cannot go out while the slot for their own sentence is a placeholder', () => {
    const draft = `Hello Ana,\n\nhow are you? ${OWN_SENTENCE}`;
    expect(unfilledSlots(draft)).toEqual([OWN_SENTENCE]);
    expect(isReadyToSend(draft, draft)).toBe(false);
    expect(isReadyToSend(draft, draft.replace(OWN_SENTENCE, ''))).toBe(false);
    expect(isReadyToSend(draft, draft.replace(OWN_SENTENCE, 'We met at the fair in May.'))).toBe(true);
    // And a draft without a slot is not put before anybody.
    const { text } = playOf('care_check');
    const playbook = playbookWith({
      care_check: { text: { ...text, draft: 'Hello {first}, how are you?' } },
    });
    const quiet = [order(300), order(200), order(100), wrote(60)];
    expect(scene(quiet, { playbook }).held('care_check')?.guard).toBe('G11');
  });

  it('[R3-08] is no survey of 20 questions after a talk of 1 minute: 1 question is offered instead', () => {
    expect(surveyFits(1, 20)).toEqual({ fits: false, allowed: 1 });
    expect(surveyFits(1, 1).fits).toBe(true);
    for (const [minutes, most] of [
      [4.9, 1],
      [5, 3],
      [30, 3],
      [31, 5],
      [600, 5],
    ] as const) {
      expect(surveyFits(minutes, most).fits, `${minutes} minutes`).toBe(true);
      expect(surveyFits(minutes, most + 1), `${minutes} minutes`).toEqual({ fits: false, allowed: most });
    }
  });

  it('[R1-25] is a survey of 1 question, unless somebody asked for more and the talk was long enough', () => {
    const asking = defaultPlaybook.plays.filter(({ questions }) => questions !== undefined);
    const longer = asking.filter(({ questions }) => questions !== 1).map(({ id }) => id);
    expect(longer).toEqual(['ask_three_questions']);
    const came = [order(20), event('Order Delivered', daysAgo(12), { order: 'o20' }), csat(9, 4)];
    const talk = (minutes: number) => event('Live Chat Conversation Ended', daysAgo(10), { minutes });
    expect(scene(came).held('ask_three_questions')?.guard).toBe('G4');
    expect(scene([...came, talk(1)]).held('ask_three_questions')?.guard).toBe('G4');
    expect(scene([...came, talk(10)]).open).toContain('ask_three_questions');
    const answered = event('Question Answered', daysAgo(2), { ref: 'q' });
    expect(scene([...came, answered]).open).toContain('ask_did_it_help');
  });
});
