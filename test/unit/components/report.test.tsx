// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { Options } from '#components/options/options.tsx';
import { tallyOf } from '#components/options/reports/tally.ts';
import { Panel } from '#components/panel/panel.tsx';
import { asText, fileName } from '#components/report/as-text.ts';
import type { Reporter, Reporting } from '#components/report/reporting.ts';
import { WithReporter } from '#components/report/with-reporter.tsx';
import { DAY } from '#lib/contract/primitives.ts';
import { Report, type ReportCode } from '#lib/contract/report.ts';
import { days, NOW, online } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { adminDesk, optionsFixtures, server } from '#test/preview/fixtures/options.ts';
import { reported, reports } from '#test/preview/fixtures/reports.ts';
import { stamp } from '#test/preview/fixtures/team.ts';
import { click, control, part, render, until } from './render.tsx';

const page = () => document.body.textContent ?? '';
const has = (name: string) => {
  try {
    return control(name) !== null;
  } catch {
    return false;
  }
};

/** The panel of that fixture, with a report that far. Returns what was asked of the reporter. */
const shown = (fixture: string, reporting: Reporting | null, isPaired = true): string[] => {
  const view = fixtures[fixture]?.view;
  if (!view) throw new Error(`No fixture ${fixture}`);
  const said: string[] = [];
  const reporter: Reporter = {
    reporting,
    ask: (code) => said.push(code),
    send: () => said.push('send'),
    close: () => said.push('close'),
  };
  render(
    <WithReporter reporter={isPaired ? reporter : null}>
      <Panel view={view} sync={online} now={NOW} dispatch={() => {}} />
    </WithReporter>,
  );
  return said;
};

describe('a page that Suki misread', () => {
  test.each([
    ['pick-rejected', 'wrong-person'],
    ['miss', 'no-conversation'],
    ['miss-name', 'name-only'],
  ])('%s: the rep can see what would be reported', async (fixture, code) => {
    const said = shown(fixture, null);
    await click(control('Show what would be reported'));
    expect(said).toEqual([code]);
  });

  test.each(['pick', 'loading', 'stranger', 'complaint'])('%s: nothing is offered', (fixture) => {
    shown(fixture, null);
    expect(has('Show what would be reported')).toBe(false);
  });

  test('a browser that is not paired offers nothing: there is no server to send it to', () => {
    shown('pick-rejected', null, false);
    expect(has('Show what would be reported')).toBe(false);
  });

  test('all that would be sent is shown: each line, each fact, and where it goes', async () => {
    const said = shown('pick-rejected', { state: 'shown', report: reported });
    const text = await until(() => part('report')?.textContent);
    for (const line of reported.documents.flatMap(({ lines }) => lines)) expect(text).toContain(line.trim());
    for (const fact of ['Wrong person', 'Roundcube, as of 2026-11-21', 'Suki 0.1.0 in Chrome', '2 kB'])
      expect(text).toContain(fact);
    expect(text).toContain('212 elements, 96 of them not shown');
    expect(text).toContain('1 more part of the page is not in it.');
    expect(page()).toContain('to your team’s own server and to nobody else');
    expect(said).toEqual([]);
    await click(control('Don’t send'));
    await click(control('Send to your server'));
    expect(said).toEqual(['close', 'send']);
  });

  test.each([
    ['network', 'cannot be reached now. Nothing was sent'],
    ['busy', 'asks for a pause. Nothing was sent'],
    ['other', 'did not take it: no room'],
  ] as const)('one that did not go out says so, and can be tried again: %s', async (why, words) => {
    const said = shown('miss', { state: 'unsent', report: reported, why, message: 'no room' });
    await until(() => part('report'));
    expect(document.querySelector('[role="alert"]')?.textContent).toContain(words);
    await click(control('Try again'));
    expect(said).toEqual(['send']);
  });

  test.each([
    ['looking', 'Looking at the page'],
    ['unseen', 'did not let Suki look at it'],
  ] as const)('%s: nothing can be sent', async (state, words) => {
    shown('miss', { state });
    await until(() => page().includes(words));
    expect(has('Send to your server')).toBe(false);
  });

  test('sent is said, and then there is nothing more to send', async () => {
    shown('miss', { state: 'sent', report: reported });
    await until(() => page().includes('Thank you.'));
    expect(has('Send to your server')).toBe(false);
  });
});

describe('the admin', () => {
  const options = (role: 'admin' | 'founder', ask = server()) => {
    const model = optionsFixtures.options;
    if (!model?.connection) throw new Error('The fixture is gone.');
    const desk = { ...adminDesk, ask };
    render(
      <Options
        model={{ ...model, connection: { ...model.connection, role }, desk }}
        now={NOW}
        dispatch={() => {}}
      />,
    );
  };
  const rows = () =>
    [...document.querySelectorAll('#reports tbody > tr:first-child')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );

  test('sees how many there were, of which host and version, and when the last one was', async () => {
    options('admin');
    await until(() => rows().length > 0);
    expect(rows()).toEqual([
      ['Roundcubeas of 2026-11-21', '9', '1', 'just now'],
      ['Other sitesas of 2026-11-21', '6', '0', '2 days ago'],
      ['Request Trackeras of 2026-11-21', '1', '0', '2 weeks ago'],
      ['Roundcubeas of 2026-10-02', '1', '0', '3 weeks ago'],
    ]);
  });

  test('opens one, and copies it as a text that has all of it', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    options('admin');
    await until(() => rows().length > 0);
    await click(control('Reports of Roundcube, as of 2026-11-21'));
    await click(control('Open the report of just now: Wrong person'));
    await until(() => part('report'));
    await click(control('Copy'));
    expect(writeText).toHaveBeenCalledWith(asText({ ...reported, id: 'report-1' }));
    await until(() => has('Copied'));
  });

  test('reads that there is nothing, in a sentence that says what could be there', async () => {
    options(
      'admin',
      server({ reports: async () => ({ ok: true, value: { ...stamp, counts: [], reports: [] } }) }),
    );
    await until(() => page().includes('No page was reported in the last 90 days.'));
  });

  test('is alone in that: nobody else is shown reports', async () => {
    options('founder');
    await until(() => page().includes('Piotr Zieliński'));
    expect(document.getElementById('reports')).toBeNull();
  });
});

describe('reports in sums and as files', () => {
  test('counts are summed up by host and version, and stand on their days', () => {
    const [first] = tallyOf(reports, NOW);
    expect(first).toMatchObject({ host: 'roundcube', version: '2026-11-21', misses: 9, wrong: 1 });
    expect(first?.days.slice(-4)).toEqual([1, 0, 5, 4]);
    expect(first?.reports.map(({ id }) => id)).toEqual(['report-0', 'report-1', 'report-2', 'report-3']);
  });

  test('older than the days that are drawn is in the sum alone, and a server that is ahead is today', () => {
    const count = (daysAgo: number) => ({
      ...{
        host: 'demo',
        version: '2026-11-21',
        code: 'name-only' as ReportCode,
        n: 2,
        lastAt: days(daysAgo),
      },
      day: NOW - (NOW % DAY) - daysAgo * DAY,
    });
    const [tally] = tallyOf({ counts: [count(40), count(-1)], reports: [] }, NOW);
    expect([tally?.misses, tally?.days.at(-1), tally?.days.slice(0, -1).some((n) => n > 0)]).toEqual([
      4,
      2,
      false,
    ]);
  });

  test('the file has every line, and a name that says what it is about', () => {
    const text = asText(reported);
    for (const line of reported.documents.flatMap(({ lines }) => lines)) expect(text).toContain(`${line}\n`);
    expect(text).toContain('212 elements, 96 not shown');
    expect(text).toContain('1 more documents not shown');
    expect(fileName(reported)).toBe('suki-roundcube-2026-11-21-wrong-person.txt');
  });

  test('the pictures here are such as a server would take', () => {
    expect(Report.parse(reported)).toEqual(reported);
  });
});
