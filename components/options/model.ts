import type { Member } from '#lib/contract/sync.ts';
import type { SyncState } from '../model.ts';

/** What the options page shows. */
export type OptionsModel = {
  sync: SyncState;
  /** Null while this browser is not paired. */
  connection: {
    server: string;
    workspace: string;
    member: string;
    role: Member['role'];
    device: string;
  } | null;
  /** What became of the last pairing link; `text` is a sentence for the rep. */
  pairing: { state: 'idle' } | { state: 'busy' } | { state: 'failed'; text: string };
  /** Sites that are on. `origin` is what `turn-off-site` takes; `label` is what people call it. */
  sites: { origin: string; label: string }[];
  own: { addresses: string[]; domains: string[] };
  version: string;
};

/** What the rep asked for on the options page. */
export type OptionsIntent =
  | { do: 'pair'; link: string }
  | { do: 'disconnect' }
  /** `origin` is a plain one, as in `https://mail.example.com`. Raised straight from a click, as browsers demand. */
  | { do: 'turn-on-site'; origin: string }
  | { do: 'turn-off-site'; origin: string }
  /** The whole lists, as they should be from now on. */
  | { do: 'set-own'; addresses: string[]; domains: string[] }
  | { do: 'sync-now' };

export type OptionsDispatch = (intent: OptionsIntent) => void;
