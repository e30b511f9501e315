import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '#lib/contract/events.ts';
import type { Persona, PersonaRule } from '#lib/contract/persona.ts';
import type { Trigger } from '#lib/contract/playbook.ts';
import { stages } from '#lib/contract/stage.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { eventNames } from '#lib/playbook/lint/event-names.ts';
import { rules } from '#lib/playbook/lint.ts';
import { linting, lintingPlay, lintingPolicy, play } from './changed.ts';

const messages = (found: { message: string }[]) => found.map(({ message }) => message).join('\n');

describe('the rules', () => {
  it('are one file each, and every file is in the list', () => {
    const files = readdirSync('lib/playbook/lint').filter((name) => name !== 'rule.ts');
    const list = readFileSync('lib/playbook/lint.ts', 'utf8');
    for (const file of files) expect(list).toContain(`'./lint/${file}'`);
    expect(rules).toHaveLength(files.length);
  });
});

describe('[R1-08] stages and what can be counted', () => {
  const numbers = defaultPlaybook.policy.stages;
  it.each(stages)('%s is refused without a number that leads in, or out', (stage) => {
    for (const way of ['enter', 'leave'] as const) {
      const [finding] = lintingPolicy({ stages: { ...numbers, [stage]: { ...numbers[stage], [way]: {} } } });
      expect(finding).toMatchObject({ play: null, path: `policy.stages.${stage}.${way}` });
      expect(finding?.message).toContain(`"${stage}"`);
    }
  });
  it('a window alone leads nowhere', () => {
    const educate = { ...numbers.educate, enter: { viewsWithinDays: 14 } };
    expect(lintingPolicy({ stages: { ...numbers, educate } })).toMatchObject([
      { path: 'policy.stages.educate.enter' },
    ]);
  });
  it('nobody comes in at a health at which they would leave at once', () => {
    const retain = { ...numbers.retain, leave: { healthUnder: 70, forDays: 14 } };
    expect(lintingPolicy({ stages: { ...numbers, retain } })).toMatchObject([
      { path: 'policy.stages.retain.leave.healthUnder' },
    ]);
  });
});

describe('the balance of a playbook', () => {
  it('[R0-08] is refused when most of it is for before the sale', () => {
    const before = linting({ plays: [play('offer_demo'), play('ask_need'), play('check_in')] });
    expect(messages(before)).toContain('Only 33 % of the plays are for people who have bought.');
  });
  it('[R0-18] is refused when it is mostly about selling, and when a stage is left without care', () => {
    const selling = messages(linting({ plays: [play('offer_demo'), play('suggest_upgrade')] }));
    expect(selling).toContain('There are 1 commercial plays and 0 of care.');
    expect(selling).toContain('No play is for the stage "lapsed"');
  });
});

describe('[R4-23] the question of each stage', () => {
  it('is missed when a stage has none', () => {
    expect(messages(lintingPlay('ask_latent_need', { stageQuestion: false }))).toBe(
      'The stage "retain" has no question of its own.',
    );
  });
  it('is one, not two', () => {
    expect(messages(lintingPlay('ask_fault', { stageQuestion: true, stages: ['retain'] }))).toBe(
      'The stage "retain" has 2 default questions: ask_fault, ask_latent_need.',
    );
  });
  it('is a question, to one stage', () => {
    expect(lintingPlay('ask_latent_need', { kind: 'educate' })[0]).toMatchObject({
      play: 'ask_latent_need',
      path: 'stageQuestion',
    });
  });
});

describe("[R2-16] the team's words for a stage", () => {
  it('need both wordings', () => {
    const words = (name: string, voice: string) =>
      lintingPolicy({ words: { educate: { name, voice } } }).map(({ path }) => path);
    expect(words('Comparing', 'I am comparing.')).toEqual([]);
    expect(words('Comparing', '  \u200b')).toEqual(['policy.words.educate.voice']);
    expect(words('Comparing', 'comparing')).toEqual(['policy.words.educate.voice']);
    expect(words(' ', 'I am comparing.')).toEqual(['policy.words.educate.name']);
  });
});

describe('names that must be known', () => {
  it('of stage models, time zones, plays with a lever, and personas of a play', () => {
    expect(lintingPolicy({ stageModel: 'klingon' })).toMatchObject([{ path: 'policy.stageModel' }]);
    expect(lintingPolicy({ timezone: 'Asia/Manilla' })).toMatchObject([{ path: 'policy.timezone' }]);
    expect(lintingPolicy({ timezone: 'Asia/Manila' })).toEqual([]);
    expect(lintingPolicy({ levers: { check_in: 1.5, chek_in: 2 } })).toMatchObject([
      { path: 'policy.levers.chek_in' },
    ]);
    expect(lintingPlay('check_in', { personas: ['nobody'] })).toMatchObject([
      { play: 'check_in', path: 'personas.0' },
    ]);
  });

  it('of events: there is one of that name, and it is remembered', () => {
    const waitingFor = (event: string) =>
      lintingPlay('check_in', { triggers: [{ on: 'after-event', event, from: 0, to: 5 }] });
    expect(waitingFor('Order Complete')).toMatchObject([
      { path: 'triggers.0.event', message: 'There is no event called "Order Complete".' },
    ]);
    expect(waitingFor('Order Complete')[0]?.mend).toMatch(/^Perhaps Order Completed/);
    expect(waitingFor('Zzz')[0]?.mend).toMatch(/^Use the name of an event/);
    expect(messages(waitingFor('Cart Viewed'))).toMatch(/too often/);
    const plays = eventTypes.filter(isSeen).map((event) => ({
      ...play('check_in'),
      triggers: [{ on: 'after-event' as const, event, from: 0, to: 5 }],
    }));
    expect(eventNames({ ...defaultPlaybook, plays }, isSeen)).toEqual([]);
    const sampled: Trigger = { on: 'sampled', event: 'Order Deliverd', from: 0, to: 5, percent: 10 };
    expect(lintingPlay('check_in', { triggers: [sampled] })).toMatchObject([{ path: 'triggers.0.event' }]);
    const unless: Trigger = {
      on: 'event-without',
      event: 'Order Delivered',
      unless: ['Order Refunded', 'Order Returned'],
      from: 0,
      to: 5,
    };
    expect(lintingPlay('check_in', { triggers: [unless] })).toMatchObject([{ path: 'triggers.0.unless.1' }]);
  });

  it('of rows', () => {
    expect(lintingPlay('check_in', { rows: ['R9-99'] })).toMatchObject([{ path: 'rows.0' }]);
  });

  it('and each id means one thing', () => {
    expect(messages(linting({ plays: [...defaultPlaybook.plays, play('check_in')] }))).toBe(
      'Two plays are called "check_in".',
    );
  });
});

describe('plays that can never fire', () => {
  it.each<[string, Trigger]>([
    ['a stage left before it begins', { on: 'in-stage', fromDays: 9, toDays: 3 }],
    ['an empty window after an event', { on: 'after-event', event: 'Order Completed', from: 5, to: 5 }],
    ['quiet longer than at most', { on: 'quiet', days: 90, maxDays: 45 }],
    ['known and unknown at once', { on: 'meddic', fromDays: 0, toDays: 9, has: ['pain'], lacks: ['pain'] }],
  ])('%s', (_what, trigger) => {
    const found = lintingPlay('check_in', { triggers: [trigger] });
    expect(found).toMatchObject([{ play: 'check_in', path: 'triggers.0' }]);
    expect(messages(found)).toContain('can never fire');
  });
  it('only for people who came back and never bought', () => {
    expect(lintingPlay('check_in', { only: ['repeat', 'never-bought'] })).toMatchObject([{ path: 'only' }]);
  });
});

describe('[R1-12] personas', () => {
  const persona = (...rules: PersonaRule[]): Persona => ({
    id: 'maya',
    name: 'Maya, who brews at home',
    story: 'Two cups before the children wake up.',
    rules,
    reviewedAt: 0,
  });
  it('that somebody could be are fine, and a play may ask for one', () => {
    const maya = persona(
      { of: 'orders', atLeast: 2 },
      { of: 'rhythm', atMostDays: 45 },
      { of: 'account', is: false },
      { of: 'stage', in: ['engage', 'retain'] },
    );
    expect(linting({ personas: [maya] })).toEqual([]);
  });
  it.each<[string, PersonaRule[]]>([
    ['more orders than at most', [{ of: 'orders', atLeast: 5, atMost: 2 }]],
    [
      'a rhythm with one order',
      [
        { of: 'orders', atLeast: 1, atMost: 1 },
        { of: 'rhythm', atMostDays: 30 },
      ],
    ],
    [
      'an account that is none',
      [
        { of: 'account', is: true },
        { of: 'account', is: false },
      ],
    ],
    [
      'with and without a subscription',
      [
        { of: 'subscription', active: true },
        { of: 'subscription', active: false },
      ],
    ],
    [
      'in two stages at a time',
      [
        { of: 'stage', in: ['discover'] },
        { of: 'stage', in: ['retain'] },
      ],
    ],
  ])('that nobody can be are found: %s', (_what, rules) => {
    const found = linting({ personas: [persona(...rules)] });
    expect(found).toMatchObject([{ play: null, path: 'personas.0.rules' }]);
    expect(messages(found)).toContain('Maya');
  });
  it('that share an id are found', () => {
    const maya = persona({ of: 'orders', atLeast: 2 });
    expect(messages(linting({ personas: [maya, maya] }))).toBe('Two personas are called "maya".');
  });
});
