import { type DependencyList, useEffect, useState } from 'react';

/** State that a `watch…` function of lib/platform feeds; `initial` until it has spoken, and again when `deps` change. */
export const useWatched = <T, I>(
  watch: (on: (value: T) => void, signal: AbortSignal) => void,
  initial: I,
  deps: DependencyList,
): T | I => {
  const [held, setHeld] = useState<{ deps: DependencyList; value: T } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    watch((value) => setHeld({ deps, value }), controller.signal);
    return () => controller.abort();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the watch depends on.
  }, deps);
  // A value that was watched for other deps belongs to another tab or person: it must not show even once.
  const same =
    held && held.deps.length === deps.length && held.deps.every((dep, i) => Object.is(dep, deps[i]));
  return same ? held.value : initial;
};
