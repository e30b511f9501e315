import { FIRST_NAME } from '../../contract/slot.ts';
import { allWords, each } from './rule.ts';

const IN_BRACES = /\{+[^{}\n]{0,40}\}+/gu;

/** [G11] What stands in braces is filled in for a person, so it has to be a name that somebody fills in. */
export const placeholders = each((play) =>
  allWords(play).flatMap(({ path, text }) =>
    [...new Set(text.match(IN_BRACES))]
      .filter((name) => path !== 'text.draft' || name !== FIRST_NAME)
      .map((name) => ({
        path,
        message:
          name === FIRST_NAME
            ? `Nobody fills in "${name}" here: it is filled in only in a draft.`
            : `Nobody fills in "${name}".`,
        mend: `In a draft, ${FIRST_NAME} becomes the first name, and that is all there is. For the rest, say in square brackets what a person should write there: [the date].`,
      })),
  ),
);
