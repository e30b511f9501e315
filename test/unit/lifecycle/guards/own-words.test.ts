import { describe, expect, it } from 'vitest';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { isReadyToSend, unfilledSlots } from '#lib/lifecycle/slots.ts';
import { blocked, care } from './plays.ts';

const draft = `Hello Ana,\n\nI am sorry. ${OWN_SENTENCE}\n\nYou can reach me directly.`;
const withText = (text: string | undefined) => ({
  ...care,
  text: { ...care.text, ...(text !== undefined && { draft: text }) },
});
const written = (sentence: string) => draft.replace(OWN_SENTENCE, sentence);

describe('[G11] a person sends, in their own words', () => {
  it('[R2-18] a draft without room for a sentence of their own is not offered', () => {
    expect(blocked(withText('Hello {first}, all the best.'), [])).toEqual({
      guard: 'G11',
      until: null,
      because: { code: 'guard-g11', values: {} },
    });
    expect(blocked(withText(draft), [])).toBeNull();
    expect(blocked(withText(undefined), [])).toBeNull();
  });

  it('[R0-15] [R2-18] nothing goes out while the slot is a placeholder', () => {
    expect(isReadyToSend(draft, draft)).toBe(false);
    expect(isReadyToSend(draft, `${draft} The parcel fell off the van.`)).toBe(false);
    expect(unfilledSlots(draft)).toEqual([OWN_SENTENCE]);
  });

  it('[R0-15] nor with the slot merely taken out: at least one sentence is their own', () => {
    expect(isReadyToSend(draft, written(''))).toBe(false);
    expect(isReadyToSend(draft, written('ok'))).toBe(false);
    expect(isReadyToSend(draft, written('I am sorry.'))).toBe(true);
    expect(isReadyToSend(draft, written('The van broke down.'))).toBe(true);
    expect(isReadyToSend(draft, written('ขอโทษที่ของมาช้า'))).toBe(true);
  });

  it('counts what was said, not what was moved or cut', () => {
    expect(isReadyToSend(draft, 'You can reach me directly, Ana. I am sorry.')).toBe(false);
    expect(isReadyToSend(draft, 'The van broke down.')).toBe(true);
  });

  it('sees names that nobody filled in, and leaves other brackets alone', () => {
    expect(unfilledSlots('Hello {first}, [your own sentence] and [1]')).toEqual([
      '{first}',
      '[your own sentence]',
    ]);
    expect(isReadyToSend(draft, written('The van broke down, {first}.'))).toBe(false);
    expect(isReadyToSend(draft, written('The van broke down, see [1].'))).toBe(true);
  });

  it('asks for words where there was no draft at all', () => {
    expect(isReadyToSend('', '  ')).toBe(false);
    expect(isReadyToSend('', 'Thank you for telling us.')).toBe(true);
  });
});
