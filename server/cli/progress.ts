const WIDTH = 30;
const EVERY_MS = 100;
const PLAIN_EVERY_MS = 5_000;

type Out = { isTTY?: boolean; write: (text: string) => unknown };

/** A bar on a terminal; elsewhere a plain line now and then, for logs. @param total bytes of the file */
export const createProgress = (out: Out, total: number) => {
  const started = performance.now();
  let read = 0;
  let done = 0;
  let drawn = out.isTTY ? -EVERY_MS : started;
  const draw = () => {
    const share = total === 0 ? 1 : Math.min(1, read / total);
    const seconds = Math.max(0.001, (performance.now() - started) / 1_000);
    const text = `${Math.floor(share * 100)} %  ${done.toLocaleString('en')} rows  ${Math.round(done / seconds).toLocaleString('en')} rows/s`;
    if (out.isTTY) {
      const full = Math.round(share * WIDTH);
      out.write(`\r[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${text}  `);
    } else {
      out.write(`${text}\n`);
    }
  };
  return {
    bytes: (bytes: number) => {
      read = bytes;
    },
    rows: (rows: number) => {
      done = rows;
      const now = performance.now();
      if (now - drawn < (out.isTTY ? EVERY_MS : PLAIN_EVERY_MS)) return;
      drawn = now;
      draw();
    },
    end: () => {
      draw();
      if (out.isTTY) out.write('\n');
    },
  };
};
