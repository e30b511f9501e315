import type { Because, Blocked, Decision, Factor } from './types.ts';

/**
 * The one line for the rep, as data; lib/i18n says it. A suggestion has its title, the fact that fired it and
 * the factor that moves it most; waiting has its reason and the next look. Either may name what is hidden.
 */
export type Explanation = {
  suggestion: { title: string; because: Because; main: Factor } | null;
  wait: { because: Because; nextLookAt: number } | null;
  hidden: { title: string; until: number | null; guard: Blocked['guard']; because: Because } | null;
};

/** [D12] Generated from the decision, never written: what it says is what ranked it. */
export const explain = ({ top, wait, hidden }: Decision): Explanation => {
  const [strongest] = hidden;
  return {
    suggestion: top && { title: top.play.text.title, because: top.because, main: top.main },
    wait: top ? null : { because: wait.because, nextLookAt: wait.nextLookAt },
    hidden: strongest
      ? {
          title: strongest.card.play.text.title,
          until: strongest.blocked.until,
          guard: strongest.blocked.guard,
          because: strongest.blocked.because,
        }
      : null,
  };
};
