// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { goesElsewhere } from '#lib/compose/recipients.ts';

const MARIA = ['maria@customer.example', 'maria.jensen@home.example'];
const EDITOR = '<div id="box" contenteditable="true"><p>Dear Maria, maria@customer.example</p></div>';
const mail =
  '<header><span>From:</span> maria@customer.example <span>To:</span> <a href="mailto:support@shop.example">us</a></header>';

/** Where the reply in `#box` of that page goes to, when it is not to Maria. */
const elsewhere = (html: string, known: readonly string[] = MARIA): string | null => {
  document.body.innerHTML = html;
  const box = document.querySelector('#box');
  if (!box) throw new Error('The page has no box.');
  return goesElsewhere(box, known);
};

describe('a composer that names somebody else', () => {
  test.each([
    ['a field named to', `<form><input name="to" value="Omar <omar@else.example>">${EDITOR}</form>`],
    [
      'a field that is labelled, outside any form',
      `<div><div><input aria-label="An" value="omar@else.example"></div><div>${EDITOR}</div></div>`,
    ],
    [
      'a text of several lines',
      `<form><textarea name="_to">omar@else.example, x@y.example</textarea>${EDITOR}</form>`,
    ],
    [
      'chips beside the field',
      `<div><div><span data-hovercard-id="omar@else.example">Omar</span><input name="to"></div>${EDITOR}</div>`,
    ],
    [
      'chips behind the word, with a way to add copies in the same row',
      `<div role="dialog"><div><span>To</span><div><span email="omar@else.example">Omar</span><a>Cc</a></div></div>${EDITOR}</div>`,
    ],
    [
      'a link in a labelled row',
      `<form><label>Para:</label><a href="mailto:omar@else.example?subject=x">Omar</a>${EDITOR}</form>`,
    ],
    [
      'plain words',
      `<div role="dialog"><p><b>To:</b> <span>Omar &lt;omar@else.example&gt;</span></p>${EDITOR}</div>`,
    ],
    [
      'what is chosen from a list',
      `<form><select name="to"><option>omar@else.example</option><option>maria@customer.example</option></select>${EDITOR}</form>`,
    ],
    [
      'To, beside a sender who is us',
      `<form><div>From <span data-email="support@shop.example">Us</span></div><div><label for="t">To</label><input id="t" value="omar@else.example"></div>${EDITOR}</form>`,
    ],
  ])('is noticed: %s', (_, html) => {
    expect(elsewhere(html)).toBe('omar@else.example');
    expect(elsewhere(`<main>${mail}${html}</main>`)).toBe('omar@else.example');
  });

  test('is noticed by the editor that is meant, when there are two composers', () => {
    const to = (address: string, box: string) => `<form><input name="to" value="${address}">${box}</form>`;
    const other = '<div contenteditable="true" id="other"></div>';
    expect(elsewhere(to('maria@customer.example', EDITOR) + to('omar@else.example', other))).toBeNull();
    expect(elsewhere(to('omar@else.example', EDITOR) + to('maria@customer.example', other))).toBe(
      'omar@else.example',
    );
    // The other one's receivers are not this one's.
    expect(elsewhere(`<div>${EDITOR}</div>${to('omar@else.example', other)}`)).toBeNull();
  });
});

describe('nothing is held against a composer', () => {
  test.each([
    ['to the person', `<form><input name="to" value="maria@customer.example">${EDITOR}</form>`],
    [
      'to another address of theirs',
      `<form><input name="to" value="Maria.Jensen+shop@HOME.example">${EDITOR}</form>`,
    ],
    [
      'to somebody and the person',
      `<form><input name="to" value="omar@else.example, maria@customer.example">${EDITOR}</form>`,
    ],
    [
      'with the person in copy',
      `<form><input name="to" value="omar@else.example"><input name="cc" value="maria@customer.example">${EDITOR}</form>`,
    ],
    ['that shows names only', `<form><input name="to" value="Maria">${EDITOR}</form>`],
    [
      'whose To is empty, whoever is in copy',
      `<form><input name="to"><input name="cc" value="boss@shop.example">${EDITOR}</form>`,
    ],
    [
      'that names the sender alone',
      `<form><select name="from"><option>support@shop.example</option></select><input name="to">${EDITOR}</form>`,
    ],
    ['without a row for receivers', `<form>${EDITOR}</form>`],
    ['below a mail with rows of its own', `<main>${mail}<div>${EDITOR}</div></main>`],
    ['in one form with a mail that is an article', `<form><article>${mail}</article>${EDITOR}</form>`],
    [
      'with an address in what is written',
      `<form><input name="to">${EDITOR.replace('maria@', 'omar@')}</form>`,
    ],
  ])('%s', (_, html) => expect(elsewhere(html)).toBeNull());

  test('when nobody is known by any address', () =>
    expect(elsewhere(`<form><input name="to" value="omar@else.example">${EDITOR}</form>`, [])).toBeNull());
});

test('rows outside of shadow roots and of the frame of the editor are found', () => {
  document.body.innerHTML =
    '<form><input name="to" value="omar@else.example"><desk-editor></desk-editor></form>';
  const root = document.querySelector('desk-editor')?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('There is no place for the editor.');
  root.innerHTML = EDITOR;
  const box = root.querySelector('#box');
  expect(box && goesElsewhere(box, MARIA)).toBe('omar@else.example');
});
