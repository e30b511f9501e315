// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { PublishRequest } from '#lib/contract/playbook-edit.ts';
import { adminDesk, optionsFixtures, playbook, server, versions } from '#test/preview/fixtures/options.ts';
import {
  change,
  field,
  fill,
  goTo,
  noteOf,
  openPlaybook,
  page,
  submit,
  turn,
  unlabelled,
} from './playbook-page.tsx';
import { click, control } from './render.tsx';

// Ninety plays in a simulated page: slow where many suites share a machine.
vi.setConfig({ testTimeout: 30_000 });

const PLAY = '#playbook/play/welcome_newcomer';
const ok = async <T,>(value: T) => ({ ok: true as const, value });
const open = (chapter: string) => click(control(`Change: ${chapter}`));
const publish = async (note = '') => {
  await click(control('Publish…'));
  if (note) await fill('What changed, in a sentence', note);
  await submit();
};
const said = () => [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent).join(' ');

describe('the list of plays', () => {
  test('[R0-26] stands by stage, with the weight and what was learned', async () => {
    await openPlaybook();
    const headings = [...document.querySelectorAll('main h2')].map((one) => one.textContent ?? '');
    expect(headings[0]).toMatch(/^In several stages\d+$/);
    expect(headings.some((one) => /^Getting started\d+$/.test(one))).toBe(true);
    expect(page()).toContain('learned, n = 34');
    expect(page()).toContain('× 1.5');
  });

  test('a play that five times was called a bad idea, by three people, is to be looked at again', async () => {
    await openPlaybook();
    expect(page()).toContain('5 from 3 people call it a bad idea: look at it again');
  });

  test('a search looks in all the words of a play', async () => {
    await openPlaybook();
    await fill('Search the plays', 'signed up machines');
    expect(document.querySelectorAll('main li')).toHaveLength(1);
    expect(page()).toContain('Say hello as a person');
    await fill('Search the plays', 'no such words anywhere');
    expect(page()).toContain('No play has these words.');
  });

  test('a play is turned off and on again where it stands, and that leaves no change behind', async () => {
    await openPlaybook();
    await turn('Suggest “Say hello as a person”');
    expect(said()).toContain('1 change not published');
    await turn('Suggest “Say hello as a person”');
    expect(said()).not.toContain('not published');
  });
});

describe('editing', () => {
  test('what was typed is published with its note, on the version that it began from', async () => {
    const sent: PublishRequest[] = [];
    let now = playbook;
    await openPlaybook(PLAY, {
      ask: server({
        publish: (request) => {
          sent.push(request);
          now = { ...playbook, version: 8 };
          return ok({ status: 'published', version: 8 });
        },
        playbookHistory: () => ok({ playbook: now, versions }),
      }),
    });
    await open('Words');
    await fill('What to do', 'Say hello, person to person');
    expect(said()).toContain('1 change not published');
    await publish('A warmer hello');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ base: 7, note: 'A warmer hello' });
    expect(JSON.stringify(sent[0]?.draft)).toContain('Say hello, person to person');
    expect(said()).toContain('Published as version 8.');
    expect(page()).toContain('Version 8');
  });

  test('numbers are typed within the bounds of the contract, and the place says what is wrong', async () => {
    await openPlaybook('#playbook/numbers');
    await open('Quiet time');
    expect(noteOf('Days without offers after an order')).toContain('(7 to 30)');
    await fill('Days without offers after an order', '3');
    expect(noteOf('Days without offers after an order')).toContain('It takes at least 7.');
    expect(field('Days without offers after an order').getAttribute('aria-invalid')).toBe('true');
    expect(field('Days without offers and surveys after a complaint').getAttribute('aria-invalid')).toBe(
      'false',
    );
    await fill('Days without offers after an order', '');
    expect(noteOf('Days without offers after an order')).toContain('This must be a number.');
    await fill('Days without offers after an order', '21');
    expect(field('Days without offers after an order').getAttribute('aria-invalid')).toBe('false');
  });

  test('[R3-22] a word that hurries is refused at the draft, and nothing can be published meanwhile', async () => {
    await openPlaybook(PLAY);
    await open('Words');
    await fill('Draft to start from', 'Hello {first}, act now! [your own sentence]');
    expect(noteOf('Draft to start from')).toContain('act now');
    expect(field('What to do').getAttribute('aria-invalid')).toBe('false');
    expect(said()).toContain('1 thing to mend first');
    expect(control('Publish…').hasAttribute('disabled')).toBe(true);
  });

  test('[G11] a draft without a place for their own sentence is refused, and one click puts it in', async () => {
    await openPlaybook(PLAY);
    await open('Words');
    await fill('Draft to start from', 'Hello {first}, welcome.');
    expect(noteOf('Draft to start from')).toContain('[your own sentence]');
    await change(control('Put [your own sentence] in'));
    expect(field('Draft to start from').value).toBe('Hello {first}, welcome.\n\n[your own sentence]');
    expect(said()).not.toContain('to mend first');
  });

  test('a trigger is chosen from the closed set, with numbers of its own, and said in plain words', async () => {
    await openPlaybook(PLAY);
    await open('When');
    await fill('When 1', 'quiet');
    await fill('Days', '45');
    await fill('No longer after days', '150');
    expect(page()).toContain('No word between you for 45 to 150 days');
    await click(control('Another reason to fire'));
    await fill('When 2', 'complaint-open');
    await click(control('Remove “No word between you for 45 to 150 days”'));
    expect(field('When 1').value).toBe('complaint-open');
  });

  test('a window that ends before it begins is refused at its trigger', async () => {
    await openPlaybook(PLAY);
    await open('When');
    await fill('From, days after', '9');
    expect(noteOf('When 1')).not.toBe('');
    expect(field('When 1').getAttribute('aria-invalid')).toBe('true');
  });

  test('[R2-16] a stage gets our words only together with the customer’s', async () => {
    await openPlaybook('#playbook/stages');
    await open('Finding out');
    await fill('What we call it', 'Comparing');
    expect(noteOf('How they would say it')).toBe(
      'This is missing. Write it as a customer would say it, such as "I am comparing".',
    );
    await fill('How they would say it', 'I am comparing');
    expect(said()).not.toContain('to mend first');
    expect(said()).toContain('1 change not published');
    await fill('What we call it', '');
    await fill('How they would say it', '');
    expect(said()).not.toContain('not published');
  });

  test('[R1-12] a persona is added, with rules from the closed set', async () => {
    await openPlaybook('#playbook/personas');
    await change(control('New persona'));
    await open('Somebody new');
    await fill('Name', 'Aling Nena');
    await fill('Rule 1', 'rhythm');
    await fill('Days between orders, at most', '7');
    expect(page()).toContain('1 change not published');
    expect(said()).not.toContain('to mend first');
  });

  test('a new play begins from its title, and gets an id of its own', async () => {
    await openPlaybook();
    await click(control('New play'));
    await fill('What should be done?', 'Ask how the first week went');
    await submit();
    expect(location.hash).toBe('#playbook/play/ask_how_the_first_week_went');
    await goTo(location.hash);
    expect(document.querySelector('article h2')?.textContent).toBe('Ask how the first week went');
  });

  test('by keyboard: “Show” opens the part with the fault and puts the cursor there', async () => {
    await openPlaybook('#playbook/numbers');
    await open('Surveys');
    await fill('Days between two surveys', '2');
    await goTo('#playbook/plays');
    const show = [...document.querySelectorAll<HTMLElement>('button')].find(
      (one) => one.textContent === 'Show',
    );
    if (!show) throw new Error('There is no way to the fault.');
    show.focus();
    await click(show);
    await goTo(location.hash);
    expect(location.hash).toBe('#playbook/numbers');
    expect(document.activeElement).toBe(field('Days between two surveys'));
  });
});

describe('everybody else', () => {
  const reader = optionsFixtures.options?.desk ?? adminDesk;

  test('reads every part of it, and finds nothing to change', async () => {
    await openPlaybook(PLAY, reader);
    expect(page()).toContain('Your admins look after it.');
    expect(page()).toContain('“Signed up”, 0 to 5 days ago');
    for (const part of ['plays', 'numbers', 'stages', 'personas', 'history', 'play/welcome_newcomer']) {
      await goTo(`#playbook/${part}`);
      const changing = [...document.querySelectorAll('main button, main input, main select, main textarea')];
      expect(changing.map((one) => one.getAttribute('aria-label'))).toEqual(
        part === 'plays' ? ['Search the plays'] : [],
      );
    }
  });
});

describe('labels', () => {
  test.each(['plays', 'play/welcome_newcomer', 'numbers', 'stages', 'personas', 'history'])(
    'every field of %s says what it is',
    async (part) => {
      await openPlaybook(`#playbook/${part}`);
      for (const button of document.querySelectorAll<HTMLElement>('button[aria-expanded="false"]'))
        if (button.getAttribute('aria-label')?.startsWith('Change: ')) await click(button);
      expect(unlabelled()).toEqual([]);
      if (part !== 'history') expect(document.querySelectorAll('main input').length).toBeGreaterThan(0);
    },
  );
});
