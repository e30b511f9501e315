import { count } from '../../words.ts';
import { type Check, note, ok } from '../types.ts';

/** What was begun and not ended. Nothing is lost by it. */
export const unfinished: Check = {
  name: 'under way',
  run: async ({ tx }) => {
    const imports = await tx
      .selectFrom('imports')
      .select(['kind', 'rows_done'])
      .where('finished_at', 'is', null)
      .execute();
    const { n } = await tx
      .selectFrom('refolds')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const marks = Number(n);
    const notes = imports.map(({ kind, rows_done }) =>
      note(
        `an import of ${kind} stopped after ${count(rows_done, 'row')}; run it again to go on, if it runs no more`,
      ),
    );
    if (marks > 0)
      notes.push(note(`${count(marks, 'customer is', 'customers are')} marked to be folded anew`));
    return notes.length > 0 ? notes : [ok('no import and no folding was left half-way')];
  },
};
