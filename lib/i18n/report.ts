import { report } from './en/report.ts';
import { addWords } from './index.ts';

/** The words about reports of pages, loaded when somebody looks at one. */
export const tr = addWords(report);
