// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { draftFor } from '#components/first-name.ts';
import { stageNamesOf } from '#components/hooks/stage-names-of.ts';
import type { View } from '#components/model.ts';
import { stageSteps } from '#components/stage-steps.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { Touchpoint } from '#lib/contract/touchpoint.ts';
import { readValue } from '#lib/lifecycle/value/read-value.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { days, happened, NOW } from '#test/preview/fixtures/build.ts';
import {
  askFor,
  buyer,
  click,
  control,
  customerOf,
  enter,
  openSection,
  part,
  recorded,
  renderPanel,
  select,
  type,
  words,
} from './render.tsx';

type Known = Extract<View, { kind: 'customer' }>;
let n = 0;
const order = (ago: number, total: number, currency: string) =>
  happened(days(ago), 'Order Completed', { order: `o${++n}`, total, currency });

const note = (id: string, at: number): TimelineEntry => ({
  id,
  at,
  type: 'Touchpoint Logged',
  data: { kind: 'NOTE', direction: 'out', text: `note ${id}` },
});
const withTimeline = (timeline: TimelineEntry[]): Known => {
  const view = customerOf('wait');
  return { ...view, record: { ...view.record, timeline, events: timeline.length } };
};

describe('rows of the catalogue that the panel shows', () => {
  test('[R0-06] who comes first, then where they stand, then what came before, and only then what to do', () => {
    renderPanel(customerOf('complaint'));
    const before = part('context');
    expect(before?.querySelectorAll('li')).toHaveLength(3);
    const order = [
      'who',
      'standing',
      'context',
      'by-hand',
      'action',
      'others',
      'hidden',
      'deeper',
      'log',
      'timeline',
    ];
    const found = [...document.querySelectorAll<HTMLElement>('[data-part]')]
      .map((one) => one.dataset.part ?? '')
      .filter((name) => order.includes(name));
    expect(found).toEqual(order);
  });

  test('[R0-10] one click logs a touchpoint; nobody is asked for minutes, and nothing counts hours or ranks people', async () => {
    const intents = renderPanel(customerOf('wait'));
    await click(control('Call'));
    expect(intents[0]?.do === 'record' && 'minutes' in intents[0].data).toBe(false);
    await click(control('Details'));
    type('Minutes', '12');
    await click(control('Meeting'));
    expect(intents[1]).toMatchObject({ data: { kind: 'MEETING', minutes: 12 } });
    expect(document.body.textContent).not.toMatch(
      /\bhours? (logged|this week)|leaderboard|most touchpoints/i,
    );
  });

  test('[R0-22] a post’s link is pasted, and one click records social media with the link', async () => {
    const intents = renderPanel(customerOf('wait'));
    type('A few words (optional)', 'https://social.example/tan/status/81 she tagged us!');
    await click(control('Post'));
    expect(intents).toHaveLength(1);
    expect(intents).toMatchObject([
      {
        type: 'Touchpoint Logged',
        data: {
          kind: 'COMMUNICATION',
          channel: 'social',
          url: 'https://social.example/tan/status/81',
          text: 'she tagged us!',
        },
      },
    ]);
    expect(intents[0]?.do === 'record' && Touchpoint.safeParse(intents[0].data).success).toBe(true);
    // The link is gone, and chat is back.
    expect(control('Chat').title).toBe('Chat: recorded as an answer');
  });

  test('[R3-07] a complaint is saved with 2 actions of the keyboard: Enter on the button, Enter on what it is about', async () => {
    const intents = renderPanel(customerOf('wait'));
    let actions = 0;
    const press = (element: HTMLElement) => {
      actions++;
      return enter(element);
    };
    await press(control('Complaint'));
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const late = items.find((item) => item.textContent === 'Late delivery');
    if (!late) throw new Error('There is nothing to choose.');
    await press(late);
    expect(actions).toBe(2);
    expect(intents).toEqual([recorded('Complaint Raised', { ref: 'id-1', about: 'Late delivery' })]);
  });

  test('[R4-09] a touchpoint keeps where they stood at the click: stage, status and health', async () => {
    const intents = renderPanel(customerOf('wait'));
    await click(control('Email'));
    expect(intents).toMatchObject([{ data: { standing: { stage: 'retain', status: 'warm', health: 88 } } }]);
  });

  test('[R4-09] health that differs between two touchpoints is told at the second: 71 → 64', () => {
    const touch = (id: string, at: number, health: number | null): TimelineEntry => ({
      ...note(id, at),
      data: {
        kind: 'CALL',
        direction: 'out',
        text: id,
        standing: { stage: 'retain', status: 'warm', health },
      },
    });
    renderPanel(
      withTimeline([
        touch('first', days(9), 71),
        touch('unknown', days(7), null),
        touch('second', days(4), 64),
        touch('third', days(2), 64.3),
      ]),
    );
    expect(words('timeline').match(/Health/g)).toHaveLength(1);
    const row = [...(part('timeline')?.querySelectorAll('li') ?? [])].find((li) =>
      li.textContent?.includes('second'),
    );
    expect(row?.textContent).toContain('Health 71 → 64');
  });

  test('[R4-03] a newsletter that was opened, and whatever else machines did, stands there, too', () => {
    renderPanel(
      withTimeline([
        { id: 'n', at: days(1), type: 'Email Opened', data: { about: 'November newsletter' } },
        { id: 'd', at: days(2), type: 'Email Delivered', data: { about: 'November newsletter' } },
        note('a', days(3)),
      ]),
    );
    expect(words('timeline')).toContain('Opened an emailNovember newsletter');
    expect(words('timeline')).toContain('Email delivered');
  });

  test('[R3-01] cancelling requires a cause, or that they did not say', async () => {
    const intents = renderPanel(customerOf('wait'));
    const box = await askFor('They cancelled', 'Mia Tan');
    await click(control('Note it', box));
    expect(box.textContent).toContain('Choose a reason. “They did not say” is an honest one.');
    expect(intents).toEqual([]);
    select('What they gave as the reason', 'unknown');
    await click(control('Note it', box));
    expect(intents).toEqual([
      recorded('Subscription Cancelled', {}),
      recorded('Lapse Explained', { cause: 'unknown' }, 'id-2'),
    ]);
    await click(control('Undo'));
    expect(intents.slice(2)).toEqual([
      { do: 'undo', event: 'id-1' },
      { do: 'undo', event: 'id-2' },
    ]);
  });

  test('[R4-19] two reps open the same customer: the second sees that Mia is answering, and since when', () => {
    const view = customerOf('wait');
    const at = new Date('2026-11-21T15:12').getTime();
    const claim = { by: 'Mia', at, until: NOW + 60_000 };
    renderPanel({ ...view, teamwork: { ...view.teamwork, claim } });
    expect(words('claim').replace('\u202f', ' ')).toMatch(/^Mia is answering \(since (3:12 PM|15:12)\)$/);
    expect(() => control('I’m answering')).toThrow();
    expect(() => control('Release')).toThrow();
  });

  test('[R4-02] the lifecycle and the journey tell the same events: each step stands in the timeline, too', async () => {
    const view = customerOf('advocate');
    renderPanel(view);
    await openSection('Stages');
    const rows = part('stages')?.querySelectorAll('li').length ?? 0;
    const changes = view.record.timeline.filter((entry) => entry.type === 'Stage Changed');
    expect(rows).toBe(changes.length);
    expect(
      stageSteps(view.record)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(changes.map(({ id }) => id).sort());
    expect(words('timeline')).toContain('Moved to Speaks for us');
  });

  test('[R4-06] what it is counted from: x, t_x, T and the spend', async () => {
    const view = buyer(order(140, 20, 'USD'), order(70, 30, 'USD'), order(14, 50, 'USD'));
    renderPanel(view);
    await openSection('Worth');
    const { history } = readValue(makeView(view.record, view.playbook, NOW));
    expect(history).toMatchObject({ x: 2, tx: 18, T: 20 });
    await click(control('What this is counted from'));
    const told = document.querySelector('[role="dialog"]')?.textContent ?? '';
    expect(told).toContain('Repeat orders (x)2');
    expect(told).toContain('First to last order (t_x)18 weeks');
    expect(told).toContain('First order to today (T)20 weeks');
    expect(told).toContain('Spend (USD)$100.00');
  });

  test('[R1-11] since when they are with us, and with what it began: since 2019, first: Camry', () => {
    renderPanel(customerOf('advocate'));
    expect(words('since')).toBe('since 2019, first: Camry');
  });

  test('[R4-32] what we promise at a stage is said only where the team wrote it', () => {
    const view = customerOf('complaint');
    renderPanel(view);
    expect(words('standing')).not.toContain('We promise');
    const own = { name: 'New here', voice: 'I am new here.', commitment: 'One name for every question' };
    const { policy } = view.playbook;
    renderPanel({
      ...view,
      playbook: { ...view.playbook, policy: { ...policy, words: { engage: own } } },
      stages: stageNamesOf('suki', { engage: own }),
    });
    expect(words('standing')).toContain('New here');
    expect(words('standing')).toContain('We promise: One name for every question');
  });

  test('[R4-04] Persian: the stage has its Persian name, marked as Persian and from right to left', () => {
    renderPanel(customerOf('advocate-fa'));
    const name = part('standing')?.querySelector('strong [lang]');
    expect(name?.textContent).toBe('معرفی');
    expect(name?.getAttribute('lang')).toBe('fa');
    expect(name?.getAttribute('dir')).toBe('rtl');
  });

  test('[R0-33] a fact that is marked private is in 0 drafts, and is nowhere but where somebody asks for it', async () => {
    const secret = 'Proud of having no debts';
    const view = customerOf('advocate');
    const noted = view.record.timeline.find(({ data }) => data.text === secret);
    expect(noted).toMatchObject({ type: 'Profile Noted', data: { private: true } });
    const cards = view.playbook.plays.filter(({ text }) => text.draft);
    expect(cards.length).toBeGreaterThan(20);
    const drafts = cards.map(({ text }) => draftFor(text.draft ?? '', view.record.profile.name));
    expect(drafts.filter((draft) => draft.includes(secret))).toHaveLength(0);
    const top = customerOf('complaint').decision.top;
    renderPanel({ ...view, decision: { ...view.decision, top } });
    await click(control('Draft'));
    expect(document.querySelector('textarea')?.value).toContain('Dear Bella');
    expect(document.querySelector('textarea')?.value).not.toContain(secret);
    expect(await openSection('Person')).toContain(`${secret} · `);
  });

  test('[R4-28] a need that was noted shows in what we know of the person', async () => {
    const view = buyer(
      order(20, 40, 'USD'),
      happened(days(3), 'Need Stated', { text: 'Boxes that survive a motorbike' }),
    );
    renderPanel(view);
    expect(await openSection('Person')).toContain('What they needBoxes that survive a motorbike');
  });

  test('[R4-29] with 12 answers the card says how many there are, and claims no percentage', () => {
    const view = customerOf('complaint');
    const { top } = view.decision;
    renderPanel({
      ...view,
      decision: { ...view.decision, top: top && { ...top, origin: { by: 'learned', n: 12 } } },
    });
    expect(words('action')).toContain('Learned, n = 12');
    expect(words('action')).not.toContain('%');
  });
});
