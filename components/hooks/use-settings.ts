import { type Settings, watchSettings } from '#lib/platform/settings.ts';
import { useWatched } from './use-watched.ts';

/** The stored settings; null until they are read. */
export const useSettings = (): Settings | null => useWatched<Settings, null>(watchSettings, null, []);
