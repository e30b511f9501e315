/** Says that something changed, never what. Losing one costs a second, not a row. */
export type PokeBus = {
  /** Call after a commit, with its number. */
  poke: (head: number) => void;
  /**
   * Calls `listener` whenever the head passes what it knows, which is `since` at first.
   * @returns what ends the subscription
   */
  subscribe: (since: number, listener: () => void) => () => void;
  close: () => void;
};

export type PokeDeps = {
  /** The number of the last committed change, whoever committed it. */
  head: () => Promise<number>;
  onError: (error: unknown) => void;
};

const POLL_MS = 1_000;

/**
 * Pokes of this process at once, and those of other processes on the same database by looking at the head
 * once a second while anybody listens.
 */
export const createPokeBus = (deps: PokeDeps): PokeBus => {
  const subscriptions = new Set<{ since: number; listener: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;

  const poke = (head: number) => {
    for (const subscription of subscriptions) {
      if (subscription.since >= head) continue;
      subscription.since = head;
      subscription.listener();
    }
  };
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      poke(await deps.head());
    } catch (error) {
      deps.onError(error);
    } finally {
      looking = false;
    }
  };
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    poke,
    subscribe: (since, listener) => {
      const subscription = { since, listener };
      subscriptions.add(subscription);
      timer ??= setInterval(() => void look(), POLL_MS).unref();
      return () => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0) rest();
      };
    },
    close: () => {
      rest();
      subscriptions.clear();
    },
  };
};
