import { expect, it } from 'vitest';
import { clean } from '#lib/detect/dom.ts';
import { oneLine } from '#server/import/tidy.ts';

const formats = Array.from({ length: 0x11_0000 }, (_, n) => n)
  .filter((n) => n < 0xd800 || n > 0xdfff)
  .map((n) => String.fromCodePoint(n))
  .filter((char) => /\p{Cf}/u.test(char));

it('an import leaves out of a name just what the page’s reader does, so that both are the same name', () => {
  expect(formats.length).toBeGreaterThan(100);
  const differ = formats.filter((char) => clean(`A${char}na`) !== oneLine(`A${char}na`));
  expect(differ).toEqual([]);
  expect(oneLine('A\u202Ena')).toBe('Ana');
  expect(oneLine('نیک\u200Cنام')).toBe('نیک\u200Cنام');
});
