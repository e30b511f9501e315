import { describe, expect, it } from 'vitest';
import type { Frames } from '#lib/detect/frames.ts';
import { learnedHere, type Memory, newSelves } from '#lib/detect/learn.ts';
import type { PageReading, Person } from '#lib/detect/types.ts';

const SITE = 'mail.example';
const person = (address: string, confidence: Person['confidence'] = 'sure'): Person => ({
  ...{ address, name: '', role: 'sender', confidence, from: 'here' },
});
const reading = (
  self: string[],
  more: { host?: string; confidence?: Person['confidence'] } = {},
): PageReading => ({
  ...{ host: more.host ?? 'roundcube', version: '1', self, kind: 'people', conversation: 'c' },
  people: [person('maria@cafe.example', more.confidence)],
});
const miss = (self: string[], host = 'roundcube'): PageReading => ({
  ...{ host, version: '1', self, kind: 'miss', miss: 'no-conversation' },
});
const framesOf = (...readings: PageReading[]): Frames =>
  Object.fromEntries(readings.map((one, i) => [i, { document: `document-${i}`, at: i, reading: one }]));
const nothing: Memory = { own: { addresses: [], domains: [] }, learned: [], unlearned: [] };
const learned = (address: string, site = SITE) => ({ address, host: 'roundcube', site, at: 0 });

describe('what a page tells of who the rep is', () => {
  it('is learned from the page itself, beside a conversation that it shows', () => {
    const alone = reading(['Rita@Mail.example', 'not an address']);
    expect(newSelves(framesOf(alone), alone, SITE, nothing)).toEqual(['rita@mail.example']);
    const inside = reading(['rita@mail.example']);
    expect(newSelves(framesOf(miss(['rita@mail.example']), inside), inside, SITE, nothing)).toEqual([
      'rita@mail.example',
    ]);
  });

  it('is not learned from a frame inside of it, which may be part of a mail', () => {
    const inside = reading(['maria@cafe.example', 'rita@mail.example']);
    expect(newSelves(framesOf(miss(['rita@mail.example']), inside), inside, SITE, nothing)).toEqual([
      'rita@mail.example',
    ]);
    expect(newSelves(framesOf(miss([]), inside), inside, SITE, nothing)).toEqual([]);
    expect(newSelves(framesOf(miss(['x@y.example'], 'generic'), inside), inside, SITE, nothing)).toEqual([]);
    expect(
      newSelves({ 3: { document: 'document-3', at: 1, reading: inside } }, inside, SITE, nothing),
    ).toEqual([]);
  });

  it('is not learned from a page that no host knows, that shows nobody for sure, or that claims a crowd', () => {
    const crowd = Array.from({ length: 7 }, (_, i) => `c${i}@cafe.example`);
    for (const one of [
      reading(['rita@mail.example'], { host: 'generic' }),
      reading(['rita@mail.example'], { confidence: 'likely' }),
      miss(['rita@mail.example']),
      reading(crowd),
    ])
      expect(newSelves(framesOf(one), one, SITE, nothing)).toEqual([]);
  });

  it('is not learned twice, nor when the rep took it back, nor when it is theirs anyway', () => {
    const one = reading(['rita@mail.example', 'rita+lists@mail.example', 'carl@shop.example']);
    const known: Memory = {
      own: { addresses: [], domains: ['shop.example'] },
      learned: [learned('rita@mail.example')],
      unlearned: ['rita+lists@mail.example'],
    };
    expect(newSelves(framesOf(one), one, SITE, known)).toEqual([]);
  });

  it('has its limits, so that no site can fill the list and keep others out', () => {
    const one = reading(['rita@mail.example']);
    const full = Array.from({ length: 12 }, (_, i) => learned(`r${i}@mail.example`));
    expect(newSelves(framesOf(one), one, SITE, { ...nothing, learned: full })).toEqual([]);
    expect(newSelves(framesOf(one), one, 'other.example', { ...nothing, learned: full })).toHaveLength(1);
  });
});

it('of what was learned, those are found whom the page names, under a tag too', () => {
  const list = [learned('maria@cafe.example'), learned('rita@mail.example')];
  expect(learnedHere(reading([]), list)).toEqual(['maria@cafe.example']);
  const tagged: PageReading = {
    ...reading([]),
    kind: 'people',
    people: [person('Rita+x@mail.example')],
    conversation: '',
  };
  expect(learnedHere(tagged, list)).toEqual(['rita@mail.example']);
  expect(learnedHere(miss([]), list)).toEqual([]);
});
