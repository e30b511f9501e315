// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Parked, SyncState } from '#components/model.ts';
import { hours, online } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { click, control, part, renderPanel, words } from './render.tsx';

const shown = (name: string) => {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`No fixture ${name}`);
  return renderPanel(fixture.view, fixture.sync);
};
const page = () => document.body.textContent ?? '';

const refused: Parked = {
  id: 'p1',
  at: hours(4),
  what: 'event.record',
  whom: 'c9',
  about: { type: 'Touchpoint Logged', data: { kind: 'CALL', direction: 'out' }, customer: 'Maria Santos' },
  code: 'unknown-customer',
  message: '',
};

describe('the footer', () => {
  const footer = (sync: Partial<SyncState>) => {
    renderPanel({ kind: 'unsupported' }, { ...online, ...sync });
    return document.querySelector('footer')?.textContent ?? '';
  };
  test.each<[string, Partial<SyncState>]>([
    ['All saved', {}],
    ['1 change is waiting to be sent', { pending: 1 }],
    ['Offline. You can keep working.', { state: 'offline' }],
    ['2 changes are kept here and sent when you are back', { state: 'offline', pending: 2 }],
    ['First sync: 42 %', { state: 'syncing', progress: 0.42 }],
    ['Nothing is lost', { state: 'signed-out', pending: 3 }],
    ['1 change was refused', { parked: [refused] }],
    ['1 change was refused', { parked: [refused], state: 'syncing' }],
    ['1 refused', { parked: [refused], state: 'offline' }],
    ['Offline. You can keep working. · since', { state: 'offline', since: hours(1) }],
    ['The server asks for a pause. You can keep working.', { state: 'offline', why: 'busy' }],
    [
      'Something is wrong at the server. 2 changes are kept here and sent later.',
      { state: 'offline', why: 'server', pending: 2 },
    ],
    ['The browser’s own storage does not answer.', { state: 'offline', why: 'storage' }],
    ['Signed out by your admin', { state: 'revoked' }],
    ['The disk is full. What waits here is safe', { state: 'storage-full' }],
    ['First sync: 41 %', { state: 'syncing', progress: 0.419 }],
    ['too old for your server', { state: 'upgrade-required' }],
    ['does not let Suki keep data', { state: 'no-storage' }],
  ])('says plainly: %s', (said, sync) => {
    expect(footer(sync)).toContain(said);
  });

  test('never says that all is saved while something is refused', () => {
    expect(footer({ parked: [refused] })).not.toContain('All saved');
  });

  test.each<[string, Parked]>([
    ['We called · Maria Santos 4 hours ago', refused],
    [
      'Undo: Complaint · Maria Santos 4 hours ago',
      { ...refused, what: 'event.undo', about: { type: 'Complaint Raised', customer: 'Maria Santos' } },
    ],
    [
      'Adding a customer · Maria Santos 4 hours ago',
      { ...refused, what: 'customer.create', about: { customer: 'Maria Santos' } },
    ],
    ['Recording an event 4 hours ago', { ...refused, about: undefined }],
  ])('a refused change says what it was, about whom and when: %s', async (said, parked) => {
    footer({ parked: [parked] });
    await click(control('Look'));
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain(said);
  });

  test('refused changes can be read, tried again, saved, and discarded only by asking twice', async () => {
    const intents = shown('offline');
    await click(control('2 refused'));
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    expect(dialog.textContent).toContain('This address already belongs to another customer.');
    expect(dialog.textContent).toContain('Adding a customer');
    await click(control('Try again', dialog));
    await click(control('Discard', dialog));
    expect(intents).toHaveLength(1);
    await click(control('Discard for good', dialog));
    expect(intents).toEqual([
      { do: 'retry-parked', ids: ['p1'] },
      { do: 'discard-parked', ids: ['p1'] },
    ]);
  });

  test('[S6] before a file is saved it says that what the rep wrote is in it', async () => {
    const intents = shown('offline');
    await click(control('2 refused'));
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    expect(dialog.textContent).not.toContain('private words');
    await click(control('Save as a file', dialog));
    expect(intents).toEqual([]);
    expect(dialog.textContent).toContain('private words too');
    await click(control('Save the file', dialog));
    expect(intents).toEqual([{ do: 'export-parked', ids: ['p1'] }]);
  });

  test('[S6] what can be done with one can be done with all', async () => {
    const intents = shown('offline');
    await click(control('2 refused'));
    const all = document.querySelector('[role="dialog"] section') ?? document;
    await click(control('Try all again', all));
    await click(control('Save all as a file', all));
    await click(control('Save the file', all));
    await click(control('Discard all', all));
    await click(control('Discard all for good', all));
    expect(intents).toEqual([
      { do: 'retry-parked', ids: ['p1', 'p2'] },
      { do: 'export-parked', ids: ['p1', 'p2'] },
      { do: 'discard-parked', ids: ['p1', 'p2'] },
    ]);
  });

  test.each<[Parked['code'], string]>([
    ['unknown-member', 'no longer here'],
    ['too-many', 'as many tags'],
    ['stuck', 'for a whole day'],
    ['revoked', 'signed out before'],
    ['expired', 'waited so long'],
    ['other-account', 'another account'],
  ])('says in words why it was refused: %s', async (code, said) => {
    footer({ parked: [{ ...refused, code }] });
    await click(control('Look'));
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain(said);
  });
});

describe('[S28] a browser that was signed out by an admin', () => {
  test('says so, says where what was not sent is, and leads to the options', async () => {
    const intents = shown('revoked');
    expect(page()).toContain('signed this browser out');
    expect(page()).toContain('safe under “refused”');
    expect(page()).not.toContain('Maria Santos');
    await click(control('Connect again'));
    expect(intents).toEqual([{ do: 'open-options' }]);
  });
});

describe('[S17] two have changed the same', () => {
  test('both values stand side by side, and one click chooses', async () => {
    const intents = shown('conflict');
    expect(words('conflict')).toContain('You: Regular');
    expect(words('conflict')).toMatch(/Ben, .*10:42.*: Away/);
    await click(control('Keep theirs'));
    await click(control('Use mine'));
    expect(intents).toEqual([
      { do: 'discard-parked', ids: ['k1'] },
      { do: 'retry-parked', ids: ['k1'] },
    ]);
  });

  test('of a colleague who took them over, both keepers are named', () => {
    shown('conflict-owner');
    expect(words('conflict')).toContain('You: Mia · team Poland');
    expect(words('conflict')).toContain('Meanwhile: Ben');
  });

  test('with somebody else in view it is in the list, with the name of whom it is about', async () => {
    const { sync } = fixtures.conflict ?? {};
    const intents = renderPanel({ kind: 'unsupported' }, sync);
    expect(part('conflict')).toBeNull();
    await click(control('Look'));
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    expect(dialog.textContent).toContain('Maria Santos');
    expect(dialog.textContent).toContain('Ben');
    await click(control('Use mine', dialog));
    expect(intents).toEqual([{ do: 'retry-parked', ids: ['k1'] }]);
  });
});
