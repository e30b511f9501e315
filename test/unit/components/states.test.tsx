// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { errorsIn } from '#components/panel/stranger.tsx';
import { person } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { click, control, renderPanel, type } from './render.tsx';

const shown = (name: string) => {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`No fixture ${name}`);
  return renderPanel(fixture.view, fixture.sync);
};
const page = () => document.body.textContent ?? '';

test.each(Object.keys(fixtures))('the panel can show: %s', (name) => {
  shown(name);
  expect(document.querySelector('main')?.children.length).toBeGreaterThan(0);
  // An id in the page would mean that a sentence is missing.
  expect(page()).not.toMatch(/\b(who|stage|status|action|log|sync|because|miss|event|touch)\.[a-z-]+/i);
});

describe('nobody to show', () => {
  test('unpaired points to the options', async () => {
    const intents = shown('unpaired');
    await click(control('Open options'));
    expect(intents).toEqual([{ do: 'open-options' }]);
  });

  test('a site that is off says what would be read before it asks', async () => {
    const intents = shown('site-off');
    expect(page()).toContain('names and addresses');
    expect(page()).toContain('does not read what the messages say');
    await click(control('Turn on for this site'));
    expect(intents).toEqual([{ do: 'turn-on-site', origin: 'https://mail.example.com' }]);
  });

  test.each([
    ['no-conversation', 'Open a conversation'],
    ['loading', 'still loading'],
    ['name-only', 'Only a name, no address'],
    ['layout-unknown', 'new to Suki'],
    ['nobody-outside', 'Nobody from outside here'],
  ] as const)('a miss is named: %s', (miss, said) => {
    renderPanel({ kind: 'miss', miss, host: 'roundcube' });
    expect(page()).toContain(said);
  });
});

describe('several people', () => {
  test('each can be picked, a forged name is warned of, and none of them is an answer', async () => {
    const intents = shown('pick');
    expect(page()).toContain('the name says billing@suki.example');
    const jo = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('Jo Lim'));
    if (jo) await click(jo);
    await click(control('None of these'));
    expect(intents).toEqual([{ do: 'pick', address: 'jo@limevents.sg' }, { do: 'wrong-person' }]);
  });
});

describe('somebody else than Suki thought', () => {
  test('the panel says that it does not know, not that several are likely, and one click takes it back', async () => {
    const intents = shown('pick-rejected');
    expect(page()).toContain('Not them?Then Suki does not know who this is.');
    expect(page()).not.toContain('equally likely');
    const back = [...document.querySelectorAll('main button')];
    expect(back).toHaveLength(1);
    if (back[0] instanceof HTMLElement) await click(back[0]);
    expect(intents).toEqual([{ do: 'pick', address: 'noor.aisyah@kedaibunga.my' }]);
  });

  test('the same with several people on the page: none of them was meant', () => {
    const several = fixtures.pick?.view;
    if (several?.kind !== 'pick') throw new Error('The fixture is gone.');
    renderPanel({ ...several, rejected: true });
    expect(page()).toContain('If it is one of these after all');
    expect(page()).not.toContain('None of these');
  });

  test('one weak hint is not called several people', async () => {
    const intents = renderPanel({
      kind: 'pick',
      candidates: [person('Jo', 'jo@limevents.sg')],
      host: 'demo',
    });
    expect(page()).toContain('Is it about them?');
    expect(page()).not.toContain('Several');
    await click(control('This is somebody else'));
    expect(intents).toEqual([{ do: 'wrong-person' }]);
  });
});

describe('a stranger', () => {
  test('is added with the name and address that the page gave, and the company typed', async () => {
    const intents = shown('stranger');
    expect(page()).toContain('Not a customer yet');
    type('Company (optional)', ' Kedai Bunga ');
    await click(control('Add as a customer'));
    expect(intents).toEqual([
      {
        do: 'create',
        name: 'Noor Aisyah binti Rahman',
        address: 'noor.aisyah@kedaibunga.my',
        company: 'Kedai Bunga',
      },
    ]);
  });

  test('without a name or with a bad address nothing is raised, and the reason stands at the field', async () => {
    const intents = shown('stranger');
    type('Name', '  ');
    type('Email address', 'not an address');
    await click(control('Add as a customer'));
    expect(intents).toEqual([]);
    expect(page()).toContain('Give a name');
    expect(page()).toContain('This is not an email address.');
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
  });

  test('a very long name is cut by its looks only: all of it can be read', () => {
    const name = 'Ana '.repeat(75).trim();
    const candidate = person(name, 'ana@example.com');
    renderPanel({ kind: 'stranger', candidate, candidates: [candidate], host: 'demo', further: 'none' });
    expect(document.querySelector('h1')?.title).toBe(name);
    expect(document.querySelector('h1')?.className).toContain('line-clamp-2');
  });

  test('the form starts afresh for the next stranger', () => {
    shown('stranger');
    type('Name', 'Half typed');
    const next = person('Li Wei', 'li@wei.example');
    const stranger = { kind: 'stranger', candidate: next, candidates: [next], host: 'roundcube' } as const;
    renderPanel({ ...stranger, candidates: [next], further: 'none' });
    expect(document.querySelector('input')?.value).toBe('Li Wei');
  });

  test('[S81] whoever may be a customer is not called a stranger, and cannot be added twice', () => {
    const candidate = person('Ana', 'ana@example.com');
    const stranger = { kind: 'stranger', candidate, candidates: [candidate], host: 'demo' } as const;
    for (const further of ['unsure', 'unreachable'] as const) {
      renderPanel({ ...stranger, candidates: [candidate], further });
      expect(page()).toContain('Perhaps a customer');
      expect(page()).not.toContain('Not a customer yet');
      expect(document.querySelector('form')).toBeNull();
    }
  });

  test('[S82] after the server was asked, nobody is told that nothing was sent', () => {
    const candidate = person('Ana', 'ana@example.com');
    renderPanel({ kind: 'stranger', candidate, candidates: [candidate], host: 'demo', further: 'asked' });
    expect(page()).not.toContain('Nothing about this person was sent anywhere.');
    expect(page()).toContain('Add as a customer');
  });

  test('what is wrong with a form is told by field', () => {
    expect(errorsIn('Ana', 'ana@example.com')).toEqual({});
    expect(Object.keys(errorsIn('', 'ana'))).toEqual(['name', 'address']);
    expect(Object.keys(errorsIn('x'.repeat(301), 'ana@example.com'))).toEqual(['name']);
  });
});
