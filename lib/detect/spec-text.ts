import type { HostSpec } from './define-host.ts';

/** A description as text for the way from the worker to a page: JSON, with regular expressions as their source. */
export const specText = (spec: HostSpec): string =>
  JSON.stringify(spec, (_, value: unknown) =>
    value instanceof RegExp ? { source: value.source, flags: value.flags } : value,
  );

/** The description that `text` holds. Only what the worker's own bundle made comes here. */
export const specFrom = (text: string): HostSpec =>
  JSON.parse(text, (_, value: { source?: string; flags?: string } | null) =>
    typeof value?.source === 'string' ? new RegExp(value.source, value.flags) : value,
  );
