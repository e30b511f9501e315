import { describe, expect, it } from 'vitest';
import { readDraft } from '#lib/contract/draft-faults.ts';
import { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';

const good = PlaybookDraft.parse(defaultPlaybook);
const [first] = good.plays;
if (!first) throw new Error('the playbook has no plays');
const withFirst = (change: object) => ({ ...good, plays: [{ ...first, ...change }, ...good.plays.slice(1)] });
const faults = (draft: unknown) => {
  const read = readDraft(draft);
  return read.ok ? [] : read.findings;
};

describe('reading an edited playbook', () => {
  it('takes a sound one, and nothing but what may be edited', () => {
    const read = readDraft({ ...defaultPlaybook, outcomes: { made: 'up' }, model: 'made up' });
    expect(read).toEqual({ ok: true, draft: good });
  });

  it.each([
    [
      'a title that is too short',
      { text: { ...first.text, title: 'x' } },
      'text.title',
      'This is too short.',
    ],
    [
      'a title that is too long',
      { text: { ...first.text, title: 'x'.repeat(81) } },
      'text.title',
      'This is too long.',
    ],
    ['a number that is too large', { care: 2 }, 'care', 'This is too large.'],
    ['a number that is too small', { prior: -1 }, 'prior', 'This is too small.'],
    ['text in place of a number', { care: 'much' }, 'care', 'This must be a number.'],
    ['half a question', { questions: 1.5 }, 'questions', 'This must be a whole number.'],
    ['nothing where something must be', { cooldownDays: undefined }, 'cooldownDays', 'This is missing.'],
    ['an unknown choice', { urgency: 'now' }, 'urgency', 'This is none of the choices.'],
    ['no stage', { stages: [] }, 'stages', 'There are too few.'],
    ['an unknown trigger', { triggers: [{ on: 'full-moon' }] }, 'triggers.0.on', 'This kind is not known.'],
    ['a trigger without its numbers', { triggers: [{ on: 'quiet' }] }, 'triggers.0.days', 'This is missing.'],
  ])('names the play and the place of %s', (_, change, path, message) => {
    expect(faults(withFirst(change))).toEqual([{ play: first.id, path, message, mend: expect.any(String) }]);
  });

  it('says what would do', () => {
    expect(faults(withFirst({ care: 2 }))[0]?.mend).toBe('At most 1 will do.');
    expect(faults(withFirst({ text: { ...first.text, title: 'x' } }))[0]?.mend).toBe(
      'It takes at least 3 characters.',
    );
    expect(faults(withFirst({ urgency: 'now' }))[0]?.mend).toBe('Choose one of: none, window, issue.');
  });

  it('says what belongs into a field in the words of that field', () => {
    const mendOf = (change: object) => faults(withFirst(change))[0]?.mend;
    expect(mendOf({ text: { ...first.text, title: 7 } })).toBe(
      'Say what to do, such as "Ask how the first week went".',
    );
    expect(mendOf({ stages: 'engage' })).toContain('["engage", "retain"]');
    expect(mendOf({ cooldownDays: 'a month' })).toBe('Write a number, such as 3.');
    expect(mendOf({ once: 'always' })).toBe('Write true or false.');
    expect(mendOf({ triggers: [3] })).toBe('Put its fields into it: { … }.');
    expect(faults(withFirst({ id: 'Say Hello' }))).toMatchObject([
      { message: 'This is no id of a play.', mend: expect.stringContaining('ask_first_week') },
    ]);
    expect(faults({ ...good, policy: { ...good.policy, words: { retian: {} } } })).toMatchObject([
      { path: 'policy.words', message: 'There is no field called "retian" here.' },
    ]);
  });

  it('names the kinds that there are, and first the one that was most likely meant', () => {
    const mend = (on: string) => faults(withFirst({ triggers: [{ on }] }))[0]?.mend;
    expect(mend('renewal_nera')).toMatch(
      /^Perhaps renewal-near\? Choose one of: after-event, .*machines-only\.$/,
    );
    expect(mend('full-moon')).toMatch(/^Choose one of: after-event, /);
    expect(faults(withFirst({ triggers: [{}] }))[0]?.message).toBe('Its kind is missing.');
  });

  it('names the place in the policy and in the personas', () => {
    const policy = { ...good.policy, g1QuietDaysAfterOrder: 3, g6Hours: { from: 18, to: 9 } };
    expect(faults({ ...good, policy })).toEqual([
      {
        play: null,
        path: 'policy.g1QuietDaysAfterOrder',
        message: 'This is too small.',
        mend: 'It takes at least 7.',
      },
      {
        play: null,
        path: 'policy.g6Hours',
        message: 'The hours end before they begin.',
        mend: 'Let them begin earlier, or end later.',
      },
    ]);
    const persona = { id: 'p', name: '', story: '', rules: [{ of: 'asks', atLeast: 1 }], reviewedAt: 0 };
    expect(faults({ ...good, personas: [persona] })).toEqual([
      { play: null, path: 'personas.0.name', message: 'This is empty.', mend: 'Write something here.' },
    ]);
  });

  it('counts a play whose id cannot be read by its place', () => {
    expect(faults(withFirst({ id: 7 }))[0]).toMatchObject({ play: null, path: 'plays.0.id' });
  });

  it.each([null, 'nonsense', 7, []])('refuses %j', (draft) => {
    expect(faults(draft).length).toBeGreaterThan(0);
  });
});
