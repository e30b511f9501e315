import type { Carry } from './pokes/carrier.ts';
import { createOutage } from './pokes/outage.ts';
import { createTurns } from './pokes/turns.ts';

/** Says that something changed, never what. Losing one costs a second, not a row. */
export type PokeBus = {
  /** Call after a commit, with its number. */
  poke: (head: number) => void;
  /**
   * Calls `listener` whenever the head passes what it knows, which is `since` at first, and when a new history has begun.
   * @returns what ends the subscription
   */
  subscribe: (since: number, listener: () => void) => () => void;
  close: () => void;
};

/** Who said that something changed: this process, another one, or the look once a second. */
export type PokeSource = 'own' | 'carried' | 'floor';

export type PokeDeps = {
  /** The number of the last committed change, whoever committed it, and the history that it belongs to. */
  look: () => Promise<{ head: number; epoch: string }>;
  /** The look fails. Told once for an outage. */
  onError: (error: unknown) => void;
  /** Told of each poke that somebody was waiting for. */
  onPoke?: (source: PokeSource) => void;
  /** Brings pokes to other processes and back. Without it they find out within a second. */
  carry?: Carry | undefined;
  /** Milliseconds between two looks. */
  every?: number;
};

type Subscription = { since: number; source: PokeSource; listener: () => void };

/**
 * Pokes of this process at once, those of others as fast as they are carried, and all of them by looking at the head once a
 * second while anybody listens: that look is what can be relied on, the rest is speed. What is carried is never believed,
 * it only brings the next look forward.
 */
export const createPokeBus = ({ look, onError, onPoke, carry, every = 1_000 }: PokeDeps): PokeBus => {
  const subscriptions = new Set<Subscription>();
  const outage = createOutage(onError);
  const turns = createTurns<Subscription>((subscription) => {
    subscription.since = known;
    onPoke?.(subscription.source);
    subscription.listener();
  });
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let again = false;
  let known = 0;
  let epoch: string | undefined;

  const tell = (head: number, source: PokeSource, isNewHistory = false) => {
    known = isNewHistory ? head : Math.max(known, head);
    const behind = [...subscriptions].filter(({ since }) => since < head || isNewHistory);
    for (const subscription of behind) subscription.source = source;
    turns.add(behind);
  };
  const lookNow = async (source: PokeSource) => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const standing = await look();
        const isNewHistory = epoch !== undefined && epoch !== standing.epoch;
        epoch = standing.epoch;
        tell(standing.head, source, isNewHistory);
      } while (again && subscriptions.size > 0);
      outage.ends();
    } catch (error) {
      outage.begins(error);
    } finally {
      looking = false;
    }
  };
  const carrier = carry?.((head) => {
    if (head > known && subscriptions.size > 0) void lookNow('carried');
  });
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    poke: (head) => {
      tell(head, 'own');
      carrier?.send(head);
    },
    subscribe: (since, listener) => {
      const subscription: Subscription = { since, source: 'own', listener };
      subscriptions.add(subscription);
      timer ??= setInterval(() => looking || void lookNow('floor'), every).unref();
      return () => {
        subscriptions.delete(subscription);
        turns.drop(subscription);
        if (subscriptions.size === 0) rest();
      };
    },
    close: () => {
      rest();
      turns.close();
      subscriptions.clear();
      carrier?.close();
    },
  };
};
