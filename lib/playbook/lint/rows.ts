import { each } from './rule.ts';

/** A play names the rows of the catalogue that it serves, in their form. */
export const rows = each((play) =>
  play.rows.flatMap((row, i) =>
    /^R[0-4]-\d\d$/.test(row)
      ? []
      : [
          {
            path: `rows.${i}`,
            message: `"${row}" is no row of the catalogue.`,
            mend: 'Rows look like R0-15.',
          },
        ],
  ),
);
