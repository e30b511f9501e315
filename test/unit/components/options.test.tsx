// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { isDomain } from '#components/options/me.tsx';
import type { OptionsIntent, OptionsModel } from '#components/options/model.ts';
import { Options } from '#components/options/options.tsx';
import { asOrigin } from '#components/options/sites.tsx';
import { NOW } from '#test/preview/fixtures/build.ts';
import { optionsFixtures, server } from '#test/preview/fixtures/options.ts';
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

describe('stages in your words', () => {
  const select = (): HTMLSelectElement => {
    const found = within('words').querySelector('select');
    if (!found) throw new Error('There is nothing to choose from.');
    return found;
  };
  const choose = (value: string) =>
    act(() => {
      const select_ = select();
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select_, value);
      select_.dispatchEvent(new Event('change', { bubbles: true }));
    });

  test('seven ways to name them, each by its own name, and the team’s', () => {
    shown('options');
    expect([...select().options].map((option) => option.text)).toEqual([
      'As the team has it (Suki)',
      ...['Suki', 'Filipino', 'Polski', 'ไทย', 'Bahasa Melayu', 'فارسی', 'HubSpot'],
    ]);
    expect(select().labels[0]?.textContent).toBe('Whose names you want to see');
  });

  test('a choice is kept, and "as the team has it" clears it', () => {
    const intents = shown('options');
    choose('pl');
    choose('');
    expect(intents).toEqual([
      { do: 'set-stage-model', model: 'pl' },
      { do: 'set-stage-model', model: null },
    ]);
  });

  test('the labels stand in their own script and direction', () => {
    shown('options', { stageModel: 'fa' });
    const strip = within('words').querySelector('ol');
    expect(strip?.getAttribute('dir')).toBe('rtl');
    expect(strip?.getAttribute('lang')).toBe('fa');
    expect(strip?.querySelectorAll('li')).toHaveLength(7);
    expect(strip?.textContent).toContain('پس از خرید');
  });

  test('the team’s own names are shown in our model only', () => {
    shown('options');
    expect(within('words').textContent).toContain('Our regulars');
    shown('options', { stageModel: 'pl' });
    expect(within('words').querySelector('ol')?.textContent).toContain('Zakup');
  });

  test('a model that is gone shows the team’s', () => {
    shown('options', { stageModel: 'esperanto' });
    expect(within('words').querySelector('ol')?.textContent).toContain('Deciding');
  });
});

describe('the playbook in short', () => {
  test('how many plays are on, and which to look at again', () => {
    shown('options');
    expect(within('plays').textContent).toMatch(/(\d+) of \d+ are on/);
    expect(within('plays').textContent).toContain('Say hello as a person');
    expect(control('Read the playbook').getAttribute('href')).toBe('#playbook');
  });

  test('an admin opens it to edit; nobody who is not connected sees it', () => {
    shown('options-admin');
    expect(control('Open the playbook')).toBeTruthy();
    shown('options-new');
    expect(document.getElementById('plays')).toBeNull();
  });
});

describe('facts that were called wrong', () => {
  const settled = () => act(() => new Promise<void>((done) => setTimeout(done, 0)));

  test('admins see what, of whom and who said so', async () => {
    shown('options-admin');
    await settled();
    const said = within('doubts').textContent;
    expect(said).toContain('Ana Reyes: Last order on 3 March');
    expect(said).toContain('Mia Tan, yesterday, at “Ask how they are getting on”');
    expect(said).toContain('Piotr Zieliński: They did not say which fact');
  });

  test('none, or no answer, is said too; a rep has no such part', async () => {
    const desk = optionsFixtures['options-admin']?.desk;
    if (!desk) throw new Error('The fixture is gone.');
    shown('options-admin', {
      desk: { ...desk, ask: server({ doubts: () => Promise.resolve({ ok: true, value: { doubts: [] } }) }) },
    });
    await settled();
    expect(within('doubts').textContent).toContain('Nobody has called a fact wrong');
    const error = { code: 'network' as const, status: 0, message: '', retryAfter: null };
    shown('options-admin', {
      desk: { ...desk, ask: server({ doubts: () => Promise.resolve({ ok: false, error }) }) },
    });
    await settled();
    expect(within('doubts').textContent).toContain('The server did not say.');
    shown('options');
    expect(document.getElementById('doubts')).toBeNull();
  });
});

test('the page says that nothing is captured silently', () => {
  shown('options');
  expect(page()).toContain('Nothing is captured silently.');
});
