/** One line of `npm run bench`: a figure, what it is compared with in the same run, and whether it is good enough. */
export type BenchResult = {
  name: string;
  figure: string;
  baseline: string;
  ratio: string;
  target: string;
  met: boolean;
};
