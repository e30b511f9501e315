import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createOutage } from './outage.ts';

/** Tells other processes on the same store how far the head is. May lose what it is given: the bus looks for itself. */
export type Carrier = { send: (head: number) => void; close: () => void };
/** Begins to carry. `hear` is called with heads that others, or this process itself, have sent. */
export type Carry = (hear: (head: number) => void) => Carrier;

/** All that is ever sent. Whoever reaches the line may send it, so it is read as what a stranger says. */
const Message = z.strictObject({ workspace: z.uuid(), head: z.int().min(0) });

/** A connection that carries texts to everybody else who has one. */
export type Line = {
  send: (text: string) => Promise<unknown>;
  /** Rejects when the other end is gone, also when no packet says so. */
  probe: () => Promise<unknown>;
  /** Settles when the line has ended, for whatever reason. */
  ended: Promise<unknown>;
  /** Ends it without waiting for the other end. */
  end: () => void;
};
export type OpenLine = (hear: (text: string) => void) => Promise<Line>;

export type CarrierDeps = {
  workspace: string;
  open: OpenLine;
  /** 0 <= x < 1, for the jitter of pauses. */
  random: () => number;
  /** The line is down, and why; told once, until it is up again. */
  onDown: (error: unknown) => void;
  onUp: () => void;
  /** Milliseconds between two probes. */
  probeEvery?: number;
};

/** Many commits in a row are one message: whoever hears it pulls them all. */
const GAP_MS = 50;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

const headIn = (text: string, workspace: string): number | null => {
  try {
    const message = Message.parse(JSON.parse(text));
    return message.workspace === workspace ? message.head : null;
  } catch {
    return null;
  }
};

/**
 * Carries heads over a line that is opened again whenever it breaks, after pauses that grow. While it is down, nothing is
 * kept for later and nobody waits.
 */
export const carryOver =
  ({ workspace, open, random, onDown, onUp, probeEvery = 15_000 }: CarrierDeps): Carry =>
  (hear) => {
    const stop = new AbortController();
    const outage = createOutage(onDown, onUp);
    let line: Line | null = null;
    let failures = 0;
    let newest: number | null = null;
    let gap: NodeJS.Timeout | undefined;

    const listen = (text: string) => {
      const head = headIn(text, workspace);
      if (head !== null) hear(head);
    };
    const flush = () => {
      gap = undefined;
      if (newest === null) return;
      const text = JSON.stringify({ workspace, head: newest });
      newest = null;
      gap = setTimeout(flush, GAP_MS).unref();
      const current = line;
      current?.send(text).catch(() => current.end());
    };
    const holdOne = async (): Promise<void> => {
      const current = await open(listen);
      const probing = setInterval(() => {
        current.probe().then(
          () => {
            failures = 0;
          },
          () => current.end(),
        );
      }, probeEvery).unref();
      try {
        if (stop.signal.aborted) return;
        line = current;
        outage.ends();
        // What was sent while the line was down.
        hear(Number.MAX_SAFE_INTEGER);
        await current.ended;
        throw new Error('the line has ended');
      } finally {
        line = null;
        clearInterval(probing);
        current.end();
      }
    };
    const hold = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        await holdOne().catch((error: unknown) => {
          if (!stop.signal.aborted) outage.begins(error);
        });
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + random() / 2);
        failures += 1;
        await sleep(pause, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      }
    };
    void hold();
    return {
      send: (head) => {
        newest = Math.max(newest ?? 0, head);
        if (gap === undefined) flush();
      },
      close: () => {
        stop.abort();
        clearTimeout(gap);
        line?.end();
      },
    };
  };
