import { cx } from '../ui/cx.ts';

/** The first letters of the first and last name; whole graphemes, so that Thai and Persian names stay intact. */
export const initials = (name: string): string => {
  const words = name
    .replace(/[()"'“”‘’«»<>.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  // Arabic letters join into another word when put side by side; a thin gap keeps them two.
  const letters = ends.map(
    (word) => [...graphemes.segment(word ?? '')][0]?.segment.toLocaleUpperCase() ?? '',
  );
  return letters.join(/[؀-ۿ]/.test(letters[0] ?? '') ? '\u200c' : '') || '?';
};

export const Avatar = ({ name, small = false }: { name: string; small?: boolean }) => (
  <span
    aria-hidden
    className={cx(
      'inline-flex shrink-0 items-center justify-center rounded-full bg-(--stage-wash,var(--color-sunk)) font-semibold text-(--stage,var(--color-soft))',
      small ? 'size-8 text-xs' : 'size-11 text-base',
    )}
  >
    {initials(name)}
  </span>
);
