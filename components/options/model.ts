import type { Playbook } from '#lib/contract/playbook.ts';
import type { Finding } from '#lib/contract/playbook-edit.ts';
import type { Stage } from '#lib/contract/stage.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import type { SyncState } from '../model.ts';

/** One way of naming the stages, ready to be shown. */
export type StageView = {
  id: string;
  /** In its own language. */
  name: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** `lang` null: a language that nobody named. */
  labels: Record<Stage, { text: string; lang: string | null; dir: 'ltr' | 'rtl' | 'auto' }>;
};

/** What the playbook's editor works with. */
export type PlaybookDesk = {
  /** As it was synced last; null before the first sync. */
  playbook: Playbook | null;
  /** Admins edit, everybody reads. */
  mayEdit: boolean;
  /** Admins and founders hear of facts that were called wrong. */
  leads: boolean;
  stageViews: readonly StageView[];
  /** Fetches the checks beyond the schema, the same that the server makes. */
  loadLint: () => Promise<(playbook: Playbook) => Finding[]>;
  /** The server; null while this browser is not paired. */
  ask: AdminClient | null;
};

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
  /** Addresses that pages said are the rep's: which product said so, on which site, and when first. */
  learned: { address: string; host: string; site: string; at: number }[];
  /** In whose words this rep sees the stages; null: as the team has it. */
  stageModel: string | null;
  desk: PlaybookDesk;
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
  /** Never to be learned again. */
  | { do: 'forget-learned'; address: string }
  /** Null: as the team has it. */
  | { do: 'set-stage-model'; model: string | null }
  | { do: 'sync-now' };

export type OptionsDispatch = (intent: OptionsIntent) => void;
