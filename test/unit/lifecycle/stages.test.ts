import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { read, stageChange } from '#lib/lifecycle/read.ts';
import { RULES_VERSION, stageRules } from '#lib/lifecycle/stages/index.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, csat, daysAgo, event, NOW, nps, order, person, reading, wrote } from './people.ts';

const page = (days: number, kind: 'pricing' | 'article') =>
  event('Page Viewed', daysAgo(days), { page: kind });
const asked = (days: number) => event('Question Asked', daysAgo(days), { ref: `q${days}` });
const row = (days: number, from: Stage | null, to: Stage) =>
  event('Stage Changed', daysAgo(days), { from, to, because: [], version: 1 });
const raised = (days: number, ref = 'c1') => event('Complaint Raised', daysAgo(days), { ref });
const regular = [order(125), order(95), order(65), order(35), order(5), wrote(6), contact(20)];

const table: [string, string, Stage, SukiEvent[]][] = [
  ['[ST1]', 'somebody known by name who asked nothing', 'discover', []],
  ['[ST1]', 'one look at the prices', 'discover', [page(3, 'pricing')]],
  ['[ST1]', 'two looks at the prices a month apart', 'discover', [page(40, 'pricing'), page(3, 'pricing')]],
  ['[ST2]', 'a question', 'educate', [asked(3)]],
  ['[ST2]', 'a demo request', 'educate', [event('Demo Requested', daysAgo(3), {})]],
  ['[ST2]', 'two looks at the prices within two weeks', 'educate', [page(12, 'pricing'), page(3, 'pricing')]],
  [
    '[ST2]',
    'three articles within two weeks',
    'educate',
    [page(12, 'article'), page(4, 'article'), page(3, 'article')],
  ],
  ['[ST2]', 'two articles only', 'discover', [page(4, 'article'), page(3, 'article')]],
  ['[ST2]', 'a download', 'educate', [event('Content Downloaded', daysAgo(3), {})]],
  ['[ST2]', 'a question, and silence for 89 days', 'educate', [asked(89)]],
  ['[ST1]', 'a question, and silence for 91 days', 'discover', [asked(91)]],
  ['[ST3]', 'a checkout begun today', 'purchase', [event('Checkout Started', daysAgo(0.1), {})]],
  ['[ST3]', 'a checkout left 8 days ago', 'educate', [event('Checkout Started', daysAgo(8), {})]],
  ['[ST3]', 'a proposal on the table', 'purchase', [event('Proposal Sent', daysAgo(20), {})]],
  [
    '[ST3]',
    'a trial of ten days on its ninth day',
    'purchase',
    [event('Trial Started', daysAgo(9), { endsAt: daysAgo(-1) })],
  ],
  [
    '[ST2]',
    'a trial of ten days on its fifth day',
    'educate',
    [event('Trial Started', daysAgo(5), { endsAt: daysAgo(-5) })],
  ],
  ['[ST4]', 'a first order', 'engage', [order(3)]],
  ['[ST4]', 'a first subscription', 'engage', [event('Subscription Started', daysAgo(3), {})]],
  [
    '[ST3]',
    'an order that was cancelled',
    'discover',
    [order(3), event('Order Cancelled', daysAgo(2), { order: 'o3' })],
  ],
  ['[ST5]', 'five orders in rhythm and good health', 'retain', regular],
  ['[ST5]', 'the same with an open complaint', 'engage', [...regular, raised(1)]],
  [
    '[ST5]',
    'two orders and low marks',
    'engage',
    [order(60), order(30), csat(2, 1), csat(3, 1), csat(4, 1), raised(40)],
  ],
  [
    '[ST5]',
    'a renewal and good health',
    'retain',
    [
      event('Subscription Started', daysAgo(60), {}),
      event('Subscription Renewed', daysAgo(30), {}),
      event('Usage Reported', daysAgo(2), { ratio: 1.1 }),
      wrote(5),
      contact(9),
    ],
  ],
  [
    '[ST6]',
    'a review of five stars',
    'advocate',
    [...regular, event('Product Reviewed', daysAgo(2), { rating: 5 })],
  ],
  [
    '[ST6]',
    'a review of two stars',
    'retain',
    [...regular, event('Product Reviewed', daysAgo(2), { rating: 2 })],
  ],
  [
    '[ST6]',
    'a referral that was accepted',
    'advocate',
    [...regular, event('Referral Accepted', daysAgo(2), {})],
  ],
  ['[ST6]', 'ten of ten, and no act', 'retain', [...regular, nps(2, 10)]],
  [
    '[ST6]',
    'a good review, and six of ten after it',
    'retain',
    [...regular, event('Product Reviewed', daysAgo(20), { rating: 5 }), nps(2, 6)],
  ],
  [
    '[ST6]',
    'a review 366 days ago',
    'retain',
    [...regular, event('Product Reviewed', daysAgo(366), { rating: 5 })],
  ],
  [
    '[ST7]',
    'a cancelled subscription',
    'lapsed',
    [event('Subscription Started', daysAgo(90), {}), event('Subscription Cancelled', daysAgo(1), {})],
  ],
  ['[ST7]', 'one order, quiet for seven months', 'lapsed', [order(213)]],
  ['[ST7]', 'one order, quiet for 170 days', 'engage', [order(170)]],
  [
    '[ST7]',
    'four orders, then quiet for seven months',
    'engage',
    [order(303), order(273), order(243), order(213)],
  ],
  [
    '[ST2]',
    'cancelled, and trying again',
    'educate',
    [
      event('Subscription Started', daysAgo(90), {}),
      event('Subscription Cancelled', daysAgo(30), {}),
      event('Trial Started', daysAgo(1), {}),
    ],
  ],
];

describe('stages', () => {
  it.each(table)('%s %s reads as %s', (_rule, _what, stage, events) => {
    expect(reading(events).stage.stage).toBe(stage);
  });

  it('[ST7] says of a one-time buyer what is true: about 1 in 7 return', () => {
    expect(reading([order(213)]).stage.because[0]).toEqual({
      code: 'stage-one-order-quiet',
      values: { n: 7 },
    });
    expect(reading([order(213)]).status.status).toBe('lost');
  });

  it('[ST7] dates the lapse to the day on which both conditions held', () => {
    const since = reading([order(400)]).stage.since;
    expect(since).toBeGreaterThanOrEqual(daysAgo(220));
    expect(reading([order(400)], since + DAY).stage.stage).toBe('lapsed');
    expect(reading([order(400)], since - 2 * DAY).stage.stage).toBe('engage');
  });

  it('[ST4] calls the first thirty days of engage onboarding, and again after a return', () => {
    expect(reading([order(29)]).stage.sub).toBe('onboarding');
    expect(reading([order(31)]).stage.sub).toBe('nurture');
    expect(reading([order(400), order(3)]).stage.sub).toBe('onboarding');
  });

  it('[ST0] lets somebody who had lapsed order again without further ado', () => {
    const back = reading([row(100, 'engage', 'lapsed'), order(400), order(3)]);
    expect(back.stage.stage).toBe('engage');
    expect(back.stage.because[0]?.code).toBe('stage-came-back');
    expect(back.status.status).toBe('returned');
  });
});

describe('moves between stages', () => {
  const advocate = [
    ...regular,
    event('Product Reviewed', daysAgo(60), { rating: 5 }),
    row(60, 'retain', 'advocate'),
  ];

  it('[ST8] go up at once', () => {
    expect(reading([...regular, row(1, 'purchase', 'engage')]).stage.stage).toBe('retain');
  });

  it('[ST8] wait 14 days before they go down', () => {
    const inTime = (days: number) => reading([...advocate, raised(days)]).stage;
    expect(inTime(13).stage).toBe('advocate');
    expect(inTime(13).because[0]).toEqual({ code: 'stage-kept', values: { n: 1 } });
    expect(inTime(15).stage).toBe('retain');
  });

  it('[ST8] do not wait where the silence itself was longer', () => {
    const year = [
      ...regular,
      event('Product Reviewed', daysAgo(366), { rating: 5 }),
      row(366, 'retain', 'advocate'),
    ];
    expect(reading(year).stage.stage).toBe('retain');
    expect(reading([order(213), row(213, 'purchase', 'engage')]).stage.stage).toBe('lapsed');
  });

  it('[ST5] keep a regular whose health is between 45 and 60, and let go after 14 days under 45', () => {
    const low = [order(100), order(70), csat(20, 1), csat(21, 1), csat(22, 1), row(80, 'engage', 'retain')];
    const middling = reading([...low, contact(9), asked(4)]);
    expect(middling.health.score).toBeGreaterThan(45);
    expect(middling.health.score).toBeLessThan(60);
    expect(middling.stage.stage).toBe('retain');

    const poor = (days: number) => reading([...low, raised(days), asked(days), asked(days + 0.5)]);
    expect(poor(3).health.score).toBeLessThan(45);
    expect(poor(3).stage.stage).toBe('retain');
    expect(poor(40).health.score).toBeLessThan(45);
    expect(poor(40).stage.stage).toBe('engage');
    expect(poor(40).stage.because[0]?.code).toBe('stage-health-fell');
  });

  it('[ST9] are written once, with where from, where to and why', () => {
    const subject = person([order(3)]);
    const change = stageChange(read(subject, defaultPlaybook, NOW), subject.facts);
    expect(change).toEqual({
      from: null,
      to: 'engage',
      because: ['stage-first-order'],
      facts: [`Order Completed@${daysAgo(3)}`],
      version: RULES_VERSION,
    });
    // Five days after their second order there was a third: it is no reason for what had happened before.
    const regular = person([
      csat(24, 5),
      csat(23, 5),
      wrote(24),
      order(40),
      order(30),
      order(25),
      row(40, null, 'engage'),
    ]);
    const later = stageChange(read(regular, defaultPlaybook, NOW), regular.facts);
    expect(later?.to).toBe('retain');
    expect(later?.facts).toContain(`Order Completed@${daysAgo(30)}`);
    expect(later?.facts).not.toContain(`Order Completed@${daysAgo(25)}`);
    const written = person([order(3), row(3, null, 'engage')]);
    expect(stageChange(read(written, defaultPlaybook, NOW), written.facts)).toBeNull();
  });
});

describe('the registry of stages', () => {
  const SHAPES = ['index.ts', 'rule.ts', 'signals.ts'];
  const files = readdirSync('lib/lifecycle/stages')
    .filter((name) => !SHAPES.includes(name))
    .map((name) => name.replace('.ts', ''));

  it('[ST0] has one file for each stage', () => {
    expect(files.toSorted()).toEqual([...stages].sort());
  });

  it('[ST0] lists a rule of every file, each rule once, and none from elsewhere', async () => {
    const found = await Promise.all(
      files.map(async (name): Promise<[string, unknown[]]> => {
        const module: Record<string, unknown> = await import(`#lib/lifecycle/stages/${name}.ts`);
        return [name, stageRules.filter((rule) => Object.values(module).includes(rule))];
      }),
    );
    expect(found.filter(([, rules]) => rules.length === 0).map(([name]) => name)).toEqual([]);
    expect(found.flatMap(([, rules]) => rules)).toHaveLength(stageRules.length);
    expect(new Set(stageRules).size).toBe(stageRules.length);
  });

  it('[ST0] ends with the rule that always holds', () => {
    expect(stageRules.at(-1)?.name).toBe('discover');
  });
});
