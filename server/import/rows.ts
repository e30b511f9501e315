import Papa from 'papaparse';

/** A row as it stands in the file. `line` is where it begins; a quoted cell may go over several lines. */
export type Row = { line: number; cells: string[]; broken: boolean };

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Characters after which a quote counts as never closed. */
const LONGEST_ROW = 1_000_000;

/** The one that the first line has most of, outside quotes. */
export const guessDelimiter = (text: string): string => {
  const firstLine = text.replace(/"[^"]*"/g, '').match(/^\n*(.*)/)?.[1] ?? '';
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = firstLine.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
};

type Parsed = { data: string[][]; errors: { row: number }[]; meta: { cursor: number } };

const newlinesIn = (cells: readonly string[]): number => {
  let lines = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
};

/** Cuts rows off the front of a text. What is left over waits for more. */
class Cutter {
  readonly #delimiter: string;
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  #parse(input: string, isLast: boolean, preview = 0): Parsed {
    const config = { delimiter: this.#delimiter, newline: '\n' as const, preview };
    return new Papa.Parser(config).parse(input, 0, !isLast);
  }

  #take(rows: Row[], data: readonly string[][]): void {
    for (const cells of data) {
      const line = this.#line;
      this.#line += 1 + newlinesIn(cells);
      if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ line, cells, broken: false });
    }
  }

  /** Takes one line as it is, and what follows it starts afresh: a stray quote costs its line, not the file. */
  #takeBroken(rows: Row[], input: string): string {
    const end = input.indexOf('\n');
    const text = end === -1 ? input : input.slice(0, end);
    rows.push({ line: this.#line, cells: text.split(this.#delimiter), broken: true });
    this.#line += 1;
    return end === -1 ? '' : input.slice(end + 1);
  }

  cut(input: string, isLast: boolean): { rows: Row[]; rest: string } {
    const rows: Row[] = [];
    let rest = input;
    while (rest !== '') {
      const parsed = this.#parse(rest, isLast);
      const [error] = parsed.errors;
      if (!error) {
        this.#take(rows, parsed.data);
        rest = rest.slice(parsed.meta.cursor);
        if (isLast || rest.length <= LONGEST_ROW) return { rows, rest: isLast ? '' : rest };
        rest = this.#takeBroken(rows, rest);
        continue;
      }
      if (error.row > 0) {
        const before = this.#parse(rest, false, error.row);
        this.#take(rows, before.data);
        rest = rest.slice(before.meta.cursor);
      }
      if (!isLast && !rest.includes('\n')) return { rows, rest };
      rest = this.#takeBroken(rows, rest);
    }
    return { rows, rest };
  }
}

/**
 * Cuts text (line breaks as \n) into rows, chunk by chunk, empty lines left out. A row whose quotes are wrong
 * is marked as broken; the line after it is read as usual.
 */
export async function* readRows(text: AsyncIterable<string>): AsyncGenerator<Row[]> {
  let cutter: Cutter | undefined;
  let carry = '';
  for await (const chunk of text) {
    carry += chunk;
    // Until a line is complete there is nothing to guess the delimiter from.
    if (!cutter && !carry.trimStart().includes('\n')) continue;
    cutter ??= new Cutter(guessDelimiter(carry));
    const { rows, rest } = cutter.cut(carry, false);
    carry = rest;
    if (rows.length > 0) yield rows;
  }
  cutter ??= new Cutter(guessDelimiter(carry));
  const { rows } = cutter.cut(carry, true);
  if (rows.length > 0) yield rows;
}
