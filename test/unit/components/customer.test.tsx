// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { choose, click, control, part, recorded, renderPanel, words } from './render.tsx';

const shown = (name: string) => {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`No fixture ${name}`);
  return renderPanel(fixture.view, fixture.sync);
};

describe('a known customer', () => {
  test('says name, address, company, stage with since when and why, status, and health with two reasons', () => {
    shown('complaint');
    expect(words('who')).toContain('Ana Reyes');
    expect(words('who')).toContain('ana@reyesbakery.ph');
    expect(words('who')).toContain('Reyes Bakery');
    expect(words('standing')).toMatch(/Getting started.*since.*18.*3 months/);
    expect(words('standing')).toContain('Customer since the first order');
    expect(words('standing')).toContain('Strained · A complaint has been open for 2 days');
    expect(words('health')).toContain('Health 59 of 100');
    expect(words('health')).toContain(
      'Buying less than usual: last order 20 days ago · Open issue for 2 days',
    );
  });

  test('too little known is said, and no score is shown', () => {
    shown('lead');
    expect(words('health')).toContain('Not enough known yet');
    expect(words('health')).not.toMatch(/of 100/);
  });

  test('a further reason for the stage is one click away', async () => {
    shown('complaint');
    expect(words('standing')).not.toContain('2 orders so far');
    await click(control('1 more reason'));
    expect(words('standing')).toContain('2 orders so far');
  });

  test('a name that claims another address is warned of in plain sight', () => {
    shown('long');
    expect(words('who')).toContain('the name says ceo@international-confectionery.example.co.at');
    expect(words('who')).toContain('a reply would go to maria.theresia.private@freemail.example');
  });

  test('another person of the conversation is one choice away', async () => {
    const intents = shown('complaint');
    await choose('1 more here', 'Marco Reyes');
    expect(intents).toEqual([{ do: 'pick', address: 'marco@reyesbakery.ph' }]);
  });

  test('an open complaint stands above the last three exchanges, once, and can be called solved', async () => {
    const intents = shown('complaint');
    const context = part('context');
    expect(context?.querySelectorAll('li')).toHaveLength(3);
    expect(words('context').match(/Late delivery/g)).toHaveLength(1);
    await click(control('Solved'));
    expect(intents).toEqual([recorded('Complaint Resolved', { ref: 'r1' })]);
  });

  test('the strongest hidden suggestion is named, with its date and its reason', () => {
    shown('complaint');
    expect(words('hidden')).toMatch(
      /^Hidden until (Dec 5|5 Dec): Suggest the larger boxes \(a complaint is open/,
    );
  });

  test('what is hidden without a date says so', () => {
    shown('quiet');
    expect(words('hidden')).toMatch(/^Hidden for now: Send a welcome-back offer/);
  });

  test('when waiting is best, that is what it says, with the next look, and no action stands there', () => {
    shown('wait');
    expect(words('wait')).toContain('Nothing to do');
    expect(words('wait')).toMatch(/Next look: .*3/);
    expect(part('action')).toBeNull();
  });
});
