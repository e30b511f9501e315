const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** `order_finished` and `OrderFinished` are both of two words. */
const words = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);

/** How many letters must be put in, left out or changed to make one word the other (Levenshtein). */
const distance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed));
    }
    above = row;
  }
  return above[b.length] ?? 0;
};

/** The up to three names that somebody most likely meant, nearest first; none when nothing is like it. */
const nearNames = <T extends string>(text: string, names: readonly T[]): T[] => {
  const asked = plain(text.slice(0, 60));
  if (asked === '') return [];
  const askedWords = words(text.slice(0, 60));
  return names
    .map((name) => {
      const known = plain(name);
      const far = distance(asked, known);
      // Part of a name is near it, however much is missing: "refund" for Order Refunded.
      const part = asked.length > 2 && (known.includes(asked) || asked.includes(known));
      const shared = words(name).some((word) => askedWords.includes(word));
      return { name, far, near: part || shared || far <= Math.max(asked.length, known.length) / 3 };
    })
    .filter(({ near }) => near)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
};

/** "Perhaps Order Refunded, Order Returned? " to put before what else there is to say; empty when nothing is near. */
export const perhaps = (text: string, names: readonly string[]): string => {
  const near = nearNames(text, names);
  return near.length === 0 ? '' : `Perhaps ${near.join(', ')}? `;
};
