const WIDTH = 30;
const EVERY_MS = 100;
const PLAIN_EVERY_MS = 5_000;

type Out = { isTTY?: boolean; write: (text: string) => unknown };

/** A bar on a terminal; elsewhere a plain line now and then, for logs. */
const createBar = (out: Out) => {
  const started = performance.now();
  let drawn = out.isTTY ? -EVERY_MS : started;
  const draw = (share: number, done: number) => {
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
    show: (share: number, done: number) => {
      const now = performance.now();
      if (now - drawn < (out.isTTY ? EVERY_MS : PLAIN_EVERY_MS)) return;
      drawn = now;
      draw(share, done);
    },
    end: (share: number, done: number) => {
      draw(share, done);
      if (out.isTTY) out.write('\n');
    },
  };
};

/** How far the rows of a file are. @param total bytes of the file */
export const createProgress = (out: Out, total: number) => {
  const bar = createBar(out);
  let read = 0;
  let done = 0;
  const share = () => (total === 0 ? 1 : Math.min(1, read / total));
  return {
    bytes: (bytes: number) => {
      read = bytes;
    },
    rows: (rows: number) => {
      done = rows;
      bar.show(share(), done);
    },
    end: () => bar.end(share(), done),
  };
};

/** How many of so many rows are done. */
export const createCount = (out: Out) => {
  const bar = createBar(out);
  let last = { share: 1, rows: 0 };
  return {
    done: (rows: number, of: number) => {
      last = { share: of === 0 ? 1 : Math.min(1, rows / of), rows };
      bar.show(last.share, rows);
    },
    end: () => bar.end(last.share, last.rows),
  };
};
