// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { OptionsIntent } from '#components/options/model.ts';
import { Options } from '#components/options/options.tsx';
import { NOW } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { optionsFixtures } from '#test/preview/fixtures/options.ts';
import { click, control, render, renderPanel, type } from './render.tsx';

const shown = (name: string) => {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`No fixture ${name}`);
  return renderPanel(fixture.view, fixture.sync);
};
const page = () => document.body.textContent ?? '';
const company = () => document.querySelectorAll('input')[2]?.value;

describe('a stranger', () => {
  test('who has a known name is never merged: one click says that it is them', async () => {
    const intents = shown('look-alike');
    expect(page()).toContain('You know Mia Tan as mia@tanflorals.sg. This is another address.');
    await click(control('It is Mia Tan'));
    expect(intents).toEqual([{ do: 'pick', address: 'mia@tanflorals.sg' }]);
  });

  test('at a domain that only looks known is warned of, and is given no company', () => {
    shown('look-alike');
    expect(document.querySelector('[data-part="warnings"]')?.textContent).toContain(
      'tanfiorals.sg is not tanflorals.sg, where you know Mia Tan',
    );
    expect(company()).toBe('');
  });

  test('from a known company is shown beside who else is there, and the company is filled in', async () => {
    const intents = shown('colleague');
    expect(page()).toContain('Others at kedaibunga.my: Siti Hajar, Tan Wei Ling, Amirul Hakim and more');
    expect(company()).toBe('Kedai Bunga');
    type('Company (optional)', '');
    await click(control('Add as a customer'));
    expect(intents).toMatchObject([{ do: 'create' }]);
    expect(intents[0]).not.toHaveProperty('company');
  });

  test('who is somebody, as the rep said, is shown with the address that they are known by', () => {
    shown('said-who');
    expect(document.querySelector('[data-part="as"]')?.textContent).toBe('known as mia@tanflorals.sg');
  });
});

test('while it is not known who the rep is, they are asked, and told how to mend it', async () => {
  const intents = shown('pick-blind');
  expect(page()).toContain('does not know yet which address is yours');
  await click(control('Add my address'));
  expect(intents).toEqual([{ do: 'open-options' }]);
});

test('what pages told of the rep is listed with where and when, and can be taken back', async () => {
  const intents: OptionsIntent[] = [];
  const model = optionsFixtures.options;
  if (!model) throw new Error('no fixture');
  render(<Options model={model} now={NOW} dispatch={(intent) => intents.push(intent)} />);
  expect(page()).toContain('Roundcube on mail.example.com, Nov 1, 2026');
  await click(control('Remove joy.santos@post.example'));
  expect(intents).toEqual([{ do: 'forget-learned', address: 'joy.santos@post.example' }]);
});
