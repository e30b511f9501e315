// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { stageInForce } from '#components/in-force.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { mark } from '#lib/lifecycle/mark.ts';
import { days, happened, NOW } from '#test/preview/fixtures/build.ts';
import { buyer, click, control, enter, part, renderPanel, select, type, until, words } from './render.tsx';

const open = async (change: Parameters<typeof view>[0] = {}) => {
  const intents = renderPanel(view(change));
  await click(control('Tags'));
  await until(() => part('tags') && !words('tags').includes('One moment'));
  return intents;
};
const view = (change: { tags?: string[]; owner?: string; team?: string; role?: 'rep' | 'read-only' }) => {
  const { role, ...profile } = change;
  const base = buyer();
  const { people } = base;
  return {
    ...base,
    record: { ...base.record, profile: { ...base.record.profile, ...profile } },
    ...(people && role && { people: { ...people, me: { ...people.me, role } } }),
  };
};

test('a tag is added, and taken off with a button that says which', async () => {
  const intents = await open({ tags: ['vip'] });
  type('New tag', ' events ');
  await enter(control('Add'));
  await click(control('Take off the tag vip'));
  expect(intents).toEqual([
    { do: 'tags', add: ['events'], remove: [] },
    { do: 'tags', add: [], remove: ['vip'] },
  ]);
});

test('a tag that was taken off by a slip is put on again', async () => {
  const intents = await open({ tags: ['vip'] });
  await click(control('Take off the tag vip'));
  await click(control('Undo'));
  expect(intents.at(-1)).toEqual({ do: 'tags', add: ['vip'], remove: [] });
});

test('the same tag twice is one', async () => {
  const intents = await open({ tags: ['vip'] });
  type('New tag', 'vip');
  await click(control('Add'));
  expect(intents).toEqual([]);
});

test('says who looks after them, and hands them over with what the rep saw', async () => {
  const intents = await open({ owner: 'm2', team: 'Manila' });
  expect(words('care')).toContain('Looked after by Ben · team Manila');
  select('Colleague', 'm3');
  select('Team', 'Poland');
  await click(control('Give over'));
  const [base, to] = [
    { owner: 'm2', team: 'Manila' },
    { owner: 'm3', team: 'Poland' },
  ];
  expect(intents).toEqual([{ do: 'assign', to, base }]);
  await click(control('Undo'));
  expect(intents.at(-1)).toEqual({ do: 'assign', to: base, base: to });
});

test('a rep gives to their own teams only', async () => {
  await open({ role: 'rep' });
  expect([...document.querySelectorAll('[data-part="care"] option')].map((one) => one.textContent)).toEqual(
    expect.not.arrayContaining(['Poland']),
  );
});

test('who may only read changes nothing', async () => {
  await open({ role: 'read-only', tags: ['vip'] });
  expect(words('tags')).toContain('vip');
  expect(part('tags')?.querySelector('input, select, button')).toBeNull();
});

test('[S17] what is in force is named by its id, by its mark where the timeline does not reach, and not once it is over', () => {
  const move = happened(days(3), 'Stage Overridden', { to: 'retain', reason: 'Knows us', until: NOW + 1 });
  const { record } = buyer(move);
  expect(stageInForce(record, NOW)).toBe(move.id);
  expect(stageInForce({ ...record, timeline: [] }, NOW)).toBe(mark(move.id));
  expect(stageInForce(record, NOW + 2)).toBeNull();
  const lift = happened(days(2), 'Stage Override Lifted', {});
  expect(stageInForce({ ...record, facts: foldAll([move, lift]) }, NOW)).toBeNull();
});
