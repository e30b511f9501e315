/** Whom an answer in words names, and as what: `one <address>`, `several <address> …` in order of the letters, or `none`. */
export const answerIn = (words: string): string => {
  const [kind = '', ...rest] = words.split(' ');
  if (kind === 'one') return `one ${rest[0]}`;
  return kind === 'several' ? `several ${rest.sort().join(' ')}` : kind;
};

/** An answer has to be the truth or not sure: nobody is named alone but the only one whom the truth names, or asks about. */
export const isWrong = (answer: string, truth: string): boolean => {
  const right = answerIn(truth);
  return (
    answer.startsWith('one ') && answer !== right && answer !== right.replace(/^several (?=\S+$)/, 'one ')
  );
};

/** The truth about a page of several people of whom only those are left that `stands` says. */
export const withOnly = (truth: string, stands: (address: string) => boolean): string => {
  const [kind, ...all] = truth.split(' ');
  if (kind !== 'several' || all.length < 2) return truth;
  const left = all.filter(stands);
  return left.length === 1 ? `one ${left[0]}` : `several ${left.join(' ')}`;
};
