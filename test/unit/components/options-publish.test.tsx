// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { RevertRequest } from '#lib/contract/playbook-edit.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { playbook, server, versions } from '#test/preview/fixtures/options.ts';
import { field, fill, goTo, noteOf, openPlaybook, page, submit, turn } from './playbook-page.tsx';
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

describe('publishing', () => {
  const edited = async (ask: Partial<AdminClient>) => {
    await openPlaybook(PLAY, { ask: server(ask) });
    await open('Words');
    await fill('Why', 'A new reason.');
  };

  test('refused: what is wrong stands at its place, the team keeps the old one, and the edit stays', async () => {
    const asked = vi.fn();
    await edited({
      publish: (request) => {
        asked(request.base);
        return ok({
          status: 'refused',
          findings: [
            { play: 'welcome_newcomer', path: 'text.why', message: 'Too vague.', mend: 'Say what happened.' },
          ],
        });
      },
    });
    await publish();
    expect(asked).toHaveBeenCalledWith(7);
    expect(said()).toContain('The playbook that your team uses stays');
    expect(noteOf('Why')).toBe('Too vague. Say what happened.');
    expect(page()).toContain('Version 7');
    expect(field('Why').value).toBe('A new reason.');
    // It goes once the place was changed.
    await fill('Why', 'They signed up on Tuesday.');
    expect(field('Why').getAttribute('aria-invalid')).toBe('false');
  });

  test('newer: says who published, and puts my changes on top of theirs', async () => {
    const theirs = {
      ...playbook,
      version: 8,
      plays: playbook.plays.map((play) =>
        play.id === 'check_in' ? { ...play, text: { ...play.text, title: 'Ask how Mia did it' } } : play,
      ),
    };
    const sent: number[] = [];
    let published = false;
    await edited({
      publish: ({ base }) => {
        sent.push(base);
        published = true;
        return ok({ status: 'newer', version: 8, by: 'Mia Tan' });
      },
      playbookHistory: () => ok({ playbook: published ? theirs : playbook, versions }),
    });
    await publish();
    expect(said()).toContain('Mia Tan published version 8 meanwhile.');
    await click(control('Take the new version, keep my changes'));
    await goTo(location.hash);
    expect(page()).toContain('Version 8');
    expect(said()).toContain('1 change not published');
    expect(page()).toContain('A new reason.');
    await publish();
    expect(sent).toEqual([7, 8]);
    await goTo('#playbook/play/check_in');
    expect(page()).toContain('Ask how Mia did it');
  });

  test('no connection: says so, and the edit stays', async () => {
    await edited({
      publish: async () => ({
        ok: false,
        error: { code: 'network', status: 0, message: 'no answer', retryAfter: null },
      }),
    });
    await publish();
    expect(said()).toContain('The server could not be reached. Your changes stay here.');
    expect(field('Why').value).toBe('A new reason.');
  });

  test('the history says who and what, and goes back after asking', async () => {
    const asked: RevertRequest[] = [];
    await openPlaybook('#playbook/history', {
      ask: server({
        revert: (request) => {
          asked.push(request);
          return ok({ status: 'published', version: 8 });
        },
      }),
    });
    expect(page()).toContain('Calmer notes about payments');
    expect(page()).toContain('Version 6 · Ben Cruz');
    await click(control('Go back to version 6'));
    expect(asked).toEqual([]);
    await click(control('Go back to it'));
    expect(asked).toEqual([{ base: 7, to: 6 }]);
    expect(said()).toContain('Published as version 8.');
  });
});

describe('trying a play', () => {
  test('says for how many it would fire today, who they are, and what holds it back from others', async () => {
    const preview = vi.fn(server().preview);
    await openPlaybook(PLAY, { ask: server({ preview }) });
    await open('Words');
    await fill('Why', 'Not published yet.');
    await click(control('Try it on today’s customers'));
    expect(preview.mock.calls[0]?.[0].play).toBe('welcome_newcomer');
    expect(JSON.stringify(preview.mock.calls[0]?.[0].draft)).toContain('Not published yet.');
    const shown = said();
    expect(shown).toContain('It would fire for 3 customers today');
    expect(shown).toContain('of 214');
    expect(shown).toContain('For 2 it would come first.');
    expect(shown).toContain('4enough contacts lately');
    expect(shown).toContain('Ana Reyes');
    expect(shown).toContain('They signed up');
    expect(shown).not.toContain('It cannot be published yet');
  });

  test('says beside the numbers what keeps the play from being published', async () => {
    await openPlaybook(PLAY);
    await open('Words');
    await fill('Draft to start from', 'Act now, {frist}. [your own sentence]');
    await click(control('Try it on today’s customers'));
    const shown = document.querySelector('[aria-label="Try it on today’s customers"]')?.textContent ?? '';
    expect(shown).toContain('It would fire for 3 customers today');
    expect(shown).toContain('It cannot be published yet:');
    expect(shown).toContain('"Act now" hurries people.');
    expect(shown).toContain('Nobody fills in "{frist}".');
  });

  test('a second one while the first runs is told to wait', async () => {
    await openPlaybook(PLAY, {
      ask: server({
        preview: async () => ({
          ok: false,
          error: { code: 'busy', status: 429, message: 'busy', retryAfter: 2_000 },
        }),
      }),
    });
    await click(control('Try it on today’s customers'));
    expect(said()).toContain('Try again in a moment.');
  });
});

describe('leaving', () => {
  const leaves = (): boolean => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return !event.defaultPrevented;
  };

  test('an edit survives a reload, half-typed numbers included, and leaving with one warns', async () => {
    await openPlaybook('#playbook/numbers');
    expect(leaves()).toBe(true);
    await open('Surveys');
    await fill('Days between two surveys', '2');
    expect(leaves()).toBe(false);
    // A reload is a new page with the same session storage.
    await goTo('#options');
    await openPlaybook('#playbook/numbers');
    expect(said()).toContain('Your changes from before are still here.');
    expect(said()).toContain('1 change not published');
    expect(field('Days between two surveys').value).toBe('2');
    expect(noteOf('Days between two surveys')).toContain('at least 14');
  });

  test('what was dropped is gone for good', async () => {
    await openPlaybook();
    await turn('Suggest “Say hello as a person”');
    await click(control('Drop my changes'));
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    await click(control('Drop my changes', dialog));
    expect(sessionStorage.length).toBe(0);
    expect(said()).not.toContain('not published');
  });
});
