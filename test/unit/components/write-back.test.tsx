// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Intent } from '#components/model.ts';
import type { Offer } from '#components/offer.ts';
import { Panel } from '#components/panel/panel.tsx';
import type { Insert } from '#components/writing.ts';
import type { Inserted } from '#lib/compose/types.ts';
import { NOW, online } from '#test/preview/fixtures/build.ts';
import { click, control, customerOf, part, render, renderPanel, words, write } from './render.tsx';

const OWN = 'Marco drives to you himself, before nine on Monday.';
const draft = () => document.querySelector<HTMLTextAreaElement>('[data-part="action"] textarea')?.value;

/** The panel on Ana, who complained, beside a page that answers so to an insert. */
const beside = (outcome: Inserted) => {
  const insert = vi.fn<Insert>(() => Promise.resolve(outcome));
  const show = (view: Parameters<typeof Panel>[0]['view']) =>
    render(<Panel view={view} sync={online} now={NOW} dispatch={() => {}} insert={insert} />);
  show(customerOf('complaint'));
  return { insert, show };
};

describe('the draft beside an open reply', () => {
  test('[G11] cannot be inserted before the rep wrote a sentence of their own; then it goes in as it stands', async () => {
    const { insert } = beside({ ok: true, editor: 'rich' });
    await click(control('Draft'));
    expect(control('Insert').hasAttribute('disabled')).toBe(true);
    write('Your message', OWN);
    await click(control('Insert'));
    expect(insert.mock.calls).toEqual([[OWN]]);
    expect(words('toast')).toContain('Nothing is sent');
    expect(words('insert-failed')).toBe('');
  });

  test.each([
    ['none', 'No open reply found'],
    ['several', 'More than one reply is open'],
    ['refused', 'did not take the text'],
  ] as const)(
    'says in one sentence why it was not inserted (%s), and can still be copied',
    async (why, said) => {
      beside({ ok: false, why });
      await click(control('Draft'));
      write('Your message', OWN);
      await click(control('Insert'));
      expect(words('insert-failed')).toContain(said);
      expect(part('toast')).toBeNull();
      expect(control('Copy').hasAttribute('disabled')).toBe(false);
    },
  );

  test('says where the reply goes when it is to somebody else, and goes in there by one more click only', async () => {
    const outcomes: Inserted[] = [
      { ok: false, why: 'elsewhere', to: 'omar@else.example' },
      { ok: true, editor: 'rich' },
    ];
    const { insert } = beside({ ok: false, why: 'none' });
    insert.mockImplementation(async () => outcomes.shift() ?? { ok: false, why: 'none' });
    await click(control('Draft'));
    write('Your message', OWN);
    await click(control('Insert'));
    expect(words('insert-failed')).toBe(
      'The open reply goes to \u2068omar@else.example\u2069, so nothing was inserted yet.',
    );
    expect(part('toast')).toBeNull();
    await click(control('Insert anyway'));
    // To that one, and to nobody who may have come to stand there meanwhile.
    expect(insert.mock.calls).toEqual([[OWN], [OWN, 'omar@else.example']]);
    expect(words('insert-failed')).toBe('');
    expect(words('toast')).toContain('Nothing is sent');
  });

  test('is still there after the page of the reply took its customer out of view for a moment', async () => {
    const { show } = beside({ ok: true, editor: 'text' });
    await click(control('Draft'));
    write('Your message', OWN);
    show({ kind: 'loading' });
    expect(draft()).toBeUndefined();
    show(customerOf('wait'));
    show(customerOf('complaint'));
    expect(draft()).toBe(OWN);
  });
});

describe('the offer to log a reply', () => {
  /** Ana's reply went out; the page shows nobody now. */
  const offered = () => {
    const intents: Intent[] = [];
    const offer: Offer = {
      tab: 1,
      whom: customerOf('complaint'),
      dispatch: (one) => intents.push(one),
      at: NOW,
      conversation: 'c1',
    };
    const close = vi.fn();
    let made = 0;
    render(
      <Panel
        view={{ kind: 'miss', miss: 'no-conversation', host: 'roundcube' }}
        sync={online}
        now={NOW}
        newId={() => `id-${++made}`}
        dispatch={() => {
          throw new Error('asked of the page in view, not of the customer');
        }}
        reply={{ offer, close }}
      />,
    );
    return { intents, close };
  };

  test('names the customer, and logs nothing by itself', () => {
    const { intents } = offered();
    expect(words('log-reply')).toContain('Replied to \u2068Ana');
    expect(intents).toEqual([]);
  });

  test('one click logs just what the button Email of the log would, for that customer, and can be taken back', async () => {
    const byButton = renderPanel(customerOf('complaint'));
    await click(control('Email'));
    const { intents, close } = offered();
    await click(control('Log this reply'));
    expect(intents).toEqual(byButton);
    expect(close).toHaveBeenCalledOnce();
    await click(control('Undo'));
    expect(intents.at(-1)).toEqual({ do: 'undo', event: 'id-1' });
  });

  test('can be put away', async () => {
    const { intents, close } = offered();
    await click(control('Do not log it'));
    expect(close).toHaveBeenCalledOnce();
    expect(intents).toEqual([]);
  });
});
