import { OWN_SENTENCE } from '../../contract/slot.ts';
import { each, outgoing } from './rule.ts';

/** [R0-15] [G11] Somebody has to say a word of their own before a draft can go out. */
export const ownSentence = each((play) =>
  outgoing(play)
    .filter(({ text }) => !text.includes(OWN_SENTENCE))
    .map(({ path }) => ({
      path,
      message: 'Nobody has to add a word of their own before it goes out.',
      mend: `Put ${OWN_SENTENCE} where a person should say something themselves.`,
    })),
);
