import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { PersonaRule } from '#lib/contract/persona.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { channels } from '#lib/lifecycle/channel.ts';
import { completeness } from '#lib/lifecycle/completeness.ts';
import { read } from '#lib/lifecycle/read.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, daysAgo, event, NOW, order, person, wrote } from '../lifecycle/people.ts';
import { scene } from './scene.ts';

const withPersona = (rules: PersonaRule[]): Playbook => ({
  ...defaultPlaybook,
  personas: [{ id: 'cafe', name: 'The café owner', story: 'Up at five.', rules, reviewedAt: daysAgo(9) }],
});

describe('who they are', () => {
  it('[R1-12] who meets 3 of 4 rules of a persona fits it by 75 %', () => {
    const playbook = withPersona([
      { of: 'title', includes: 'owner' },
      { of: 'company', known: true },
      { of: 'orders', atLeast: 2 },
      { of: 'locale', begins: 'pl' },
    ]);
    const match = (orders: number) =>
      read(
        person(
          Array.from({ length: orders }, (_, i) => order(10 + i)),
          { title: 'Owner', company: 'Kavárna', locale: 'cs-CZ' },
        ),
        playbook,
        NOW,
      ).persona;
    expect(match(2)).toMatchObject({ persona: 'cafe', percent: 75, met: 3, of: 4 });
    expect(match(1)).toMatchObject({ percent: 50 });
  });

  it('[R4-12] whose persona fitted by 80 % and now by 50 % is looked at again', () => {
    const playbook = withPersona(
      Array.from({ length: 10 }, (_, i): PersonaRule => ({ of: 'orders', atLeast: i < 5 ? 0 : 1 })),
    );
    const set = (percent: number, days = 20) =>
      event('Persona Set', daysAgo(days), { persona: 'cafe', percent });
    const seen = scene([set(80), wrote(5)], { playbook });
    expect(seen.decision.reading.persona).toMatchObject({ percent: 50, set: { percent: 80 } });
    expect(seen.open).toContain('review_persona');
    expect(seen.card('review_persona')?.key).toContain('persona-drift');
    expect(scene([set(70), wrote(5)], { playbook }).open).not.toContain('review_persona');
    // And after half a year in any case.
    expect(scene([set(50, 181), wrote(5)], { playbook }).open).toContain('review_persona');
  });

  it('[R2-15] of whose profile 2 of 3 parts are known: one prompt, which can be sent away', () => {
    const noted = (part: 'demographic' | 'behavioural' | 'psychographic') =>
      event('Profile Noted', daysAgo(9), { part });
    const prompts = (events: SukiEvent[]) =>
      scene([order(60), wrote(9), ...events]).openCards.filter(({ key }) => key.includes('profile-gap'));
    const two = [noted('demographic'), noted('behavioural')];
    expect(prompts(two).map(({ play }) => play.id)).toEqual(['ask_good_week']);
    expect(prompts(two)[0]?.because.values).toEqual({ n: 2, of: 3, part: 'psychographic' });
    expect(prompts([...two, noted('psychographic')])).toEqual([]);
    expect(prompts(two.slice(1))).toEqual([]);
    const away = event('Action Dismissed', daysAgo(1), { play: 'ask_good_week', why: 'never' });
    expect(prompts([...two, away])).toEqual([]);
    expect(scene([order(60), wrote(9), ...two, away]).held('ask_good_week')?.guard).toBe('G9');
  });
});

describe('what we know of them', () => {
  it('[R4-01] [K1] at educate without a need is 50 % of what the stage asks for', () => {
    const asked = event('Question Asked', daysAgo(2), { ref: 'q' });
    const known = (events: SukiEvent[], source?: string) => {
      const seen = makeView(
        person([asked, ...events], source === undefined ? {} : { source }),
        defaultPlaybook,
        NOW,
      );
      return completeness(seen, 'educate');
    };
    expect(known([], 'a friend')).toEqual({ percent: 50, missing: ['need'] });
    const need = event('Need Stated', daysAgo(1), { text: 'Coffee for forty' });
    expect(known([need], 'a friend')).toEqual({ percent: 100, missing: [] });
    expect(known([])).toEqual({ percent: 0, missing: ['source', 'need'] });
    expect(known([], '  ').missing).toContain('source');
  });

  it('[R4-27] [CH1] is by which channel they like to be reached: 4 of 5 contacts by chat make it chat', () => {
    const entry = ({ id, type, at, data }: SukiEvent): TimelineEntry => ({ id, type, at, data });
    const by = (...names: string[]) =>
      channels(names.map((channel, i) => entry({ ...contact(0, { channel }), at: NOW - i * DAY })));
    const five = by('email', 'chat', 'chat', 'chat', 'chat');
    expect(five).toEqual({
      n: 5,
      mix: [
        { channel: 'chat', n: 4 },
        { channel: 'email', n: 1 },
      ],
      last: 'email',
      preferred: 'chat',
    });
    // Two are chance, and half is no preference.
    expect(by('chat', 'chat').preferred).toBeNull();
    expect(by('chat', 'chat', 'phone', 'phone').preferred).toBeNull();
    // A note to ourselves reached nobody; a message in a chat did.
    const note = entry(contact(0, { kind: 'NOTE', channel: 'note' }));
    const chatted = entry(event('Live Chat Message Sent', NOW, {}));
    expect(channels([note, chatted, chatted, chatted])).toMatchObject({ n: 3, preferred: 'chat' });
  });
});
