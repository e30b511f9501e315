// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isDomain } from '#components/options/me.tsx';
import type { OptionsIntent, OptionsModel } from '#components/options/model.ts';
import { Options } from '#components/options/options.tsx';
import { asOrigin } from '#components/options/sites.tsx';
import { NOW } from '#test/preview/fixtures/build.ts';
import { optionsFixtures } from '#test/preview/fixtures/options.ts';
import { click, control, render, type } from './render.tsx';

const shown = (name: string, more: Partial<OptionsModel> = {}): OptionsIntent[] => {
  const model = optionsFixtures[name];
  if (!model) throw new Error(`No fixture ${name}`);
  const intents: OptionsIntent[] = [];
  render(<Options model={{ ...model, ...more }} now={NOW} dispatch={(intent) => intents.push(intent)} />);
  return intents;
};
const page = () => document.body.textContent ?? '';
const within = (id: string) => document.getElementById(id) ?? document;

describe('connection', () => {
  test('what was pasted is handed on as it is, to be judged in one place', async () => {
    const intents = shown('options-new', { pairing: { state: 'idle' } });
    type('Pairing link', 'https://suki.example.com/pair/abcdEFGH_1234');
    await click(control('Connect'));
    expect(intents).toEqual([{ do: 'pair', link: 'https://suki.example.com/pair/abcdEFGH_1234' }]);
  });

  test('what the server said of the link stands at the field', () => {
    shown('options-new');
    expect(page()).toContain('This link was used already.');
  });

  test('paired: says as whom, where and on which device', () => {
    shown('options');
    for (const said of ['Joy Santos, rep', 'Tindahan ni Joy', 'https://suki.example.com', 'Chrome on Linux'])
      expect(within('connection').textContent).toContain(said);
  });

  test('disconnecting asks first, and says what becomes of what was not sent', async () => {
    const intents = shown('options');
    await click(control('Disconnect this browser'));
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    expect(dialog.textContent).toContain('2 changes have not been sent yet. They stay in this browser');
    expect(intents).toEqual([]);
    await click(control('Disconnect', dialog));
    expect(intents).toEqual([{ do: 'disconnect' }]);
  });

  test('signed out: the field for a new link is there', () => {
    const model = optionsFixtures.options;
    if (model) shown('options', { sync: { ...model.sync, state: 'signed-out' } });
    expect(page()).toContain('ask your admin for a new link');
    expect(control('Connect')).toBeTruthy();
  });
});

describe('sites', () => {
  test('one click turns a site off', async () => {
    const intents = shown('options');
    await click(control('Turn off mail.example.com'));
    expect(intents).toEqual([{ do: 'turn-off-site', origin: 'https://mail.example.com/*' }]);
  });

  test('a typed site is turned on; one that is on already, or none, is refused', async () => {
    const intents = shown('options');
    const add = async (site: string) => {
      type('Address of your mail or help desk', site);
      await click(control('Turn on', within('sites')));
    };
    await add('mail.example.com/inbox');
    expect(page()).toContain('This site is on already.');
    await add('no site');
    expect(page()).toContain('Type a site');
    await add('Desk.Example.org');
    expect(intents).toEqual([{ do: 'turn-on-site', origin: 'https://desk.example.org' }]);
  });

  test('what people paste becomes an origin', () => {
    expect(asOrigin('http://localhost:8787/demo')).toBe('http://localhost:8787');
    expect(asOrigin('https://mail.example.com/?x=1#y')).toBe('https://mail.example.com');
    expect(asOrigin('mail')).toBeNull();
    expect(asOrigin('')).toBeNull();
    expect(asOrigin('two words.com')).toBeNull();
  });
});

describe('us', () => {
  test('addresses and domains are added and removed as whole lists', async () => {
    const intents = shown('options');
    type('Your own addresses', 'Joy@Home.example');
    await click(control('Add', within('me')));
    await click(control('Remove tindahan.example'));
    expect(intents).toEqual([
      {
        do: 'set-own',
        addresses: ['joy@tindahan.example', 'joy@home.example'],
        domains: ['tindahan.example'],
      },
      { do: 'set-own', addresses: ['joy@tindahan.example'], domains: [] },
    ]);
  });

  test('domains may be in any script, and are not addresses', () => {
    expect(isDomain('tindahan.example')).toBe(true);
    expect(isDomain('مثال.ایران')).toBe(true);
    expect(isDomain('joy@tindahan.example')).toBe(false);
    expect(isDomain('localhost')).toBe(false);
  });
});

test('the page says that nothing is captured silently', () => {
  shown('options');
  expect(page()).toContain('Nothing is captured silently.');
});
