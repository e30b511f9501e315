import type { CustomerRecord, TimelineEntry } from '#lib/contract/customer.ts';
import type { EventData, EventType } from '#lib/contract/events.ts';
import type { Assignment, RefusalCode, Theirs } from '#lib/contract/mutations.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { RepEventType } from '#lib/contract/rep-events.ts';
import type { Stage } from '#lib/contract/stage.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { Miss, Person, Warning } from '#lib/detect/types.ts';
import type { Decision, Teamwork } from '#lib/lifecycle/types.ts';

/** Someone on the page, and which customer that is, if any. */
export type Candidate = {
  person: Person;
  /** Normalised; what the cache was asked. */
  address: string;
  customer: CustomerRecord | null;
  warnings: Warning[];
  /**
   * Their customer is known under another address. `tag`: the same mailbox but for what stands behind a plus, which is taken for
   * granted · `mailbox`, `name`: the rep said so.
   */
  as?: { how: 'tag' | 'mailbox' | 'name'; address: string } | undefined;
};

/** What those who are customers tell of somebody who is not. */
export type Acquaintance = {
  /** The address of the one customer with the same mailbox, but for its tag, where that says it all. */
  same: string | null;
  /** Customers who may be the same person under another address. Which, only the rep can say. */
  perhaps: { address: string; customer: CustomerRecord; by: 'mailbox' | 'name' }[];
  /** Whose domain it is: as customers from there call the company, if they do, and their names. Null: anybody's. */
  company: { domain: string; name: string | null; others: string[]; more: boolean } | null;
  warnings: Warning[];
};

/** A stage in the words of the model that was chosen, in its own language and direction. */
export type StageName = { text: string; lang: string | null; dir: 'ltr' | 'rtl' | 'auto' };
export type StageNames = { model: string } & Record<Stage, StageName>;

/**
 * Of somebody who is not in the cache: what looking further has brought (lib/sync/filter.ts). `none`: nothing was sent · `asked`: the
 * server does not know them either · `unsure`, `unreachable`: they may be a customer.
 */
export type Further = 'none' | 'asked' | 'found' | 'unsure' | 'unreachable';

/** What the page in the focused tab says. */
export type View =
  | { kind: 'loading' }
  /** A page that Suki cannot run on: the browser's own, or the store's. */
  | { kind: 'unsupported' }
  | { kind: 'site-off'; origin: string; label: string }
  | { kind: 'miss'; miss: Miss; host: string }
  /** Several people are equally likely, or the rep said that it is not the one whom we took it for. */
  | {
      kind: 'pick';
      candidates: Candidate[];
      host: string;
      subject?: string | undefined;
      rejected?: boolean;
      /** It is asked because Suki does not know who the rep is. */
      blind?: boolean;
    }
  | {
      kind: 'stranger';
      candidate: Candidate;
      further: Exclude<Further, 'found'>;
      /** Absent: customers tell nothing of them. */
      acquaintance?: Pick<Acquaintance, 'perhaps' | 'company'>;
      candidates: Candidate[];
      host: string;
      subject?: string | undefined;
    }
  | {
      kind: 'customer';
      candidate: Candidate | null;
      candidates: Candidate[];
      host: string;
      subject?: string | undefined;
      /** Cache and outbox together: what is shown is never waited for. */
      record: CustomerRecord;
      decision: Decision;
      /** The id under which this decision is kept; none until it has been on the screen for a moment. */
      decisionId?: string | undefined;
      /** What the decision was made with, for what is counted only when somebody asks for it. */
      playbook: Playbook;
      teamwork: Teamwork;
      stages: StageNames;
      /** Colleagues to hand somebody over to, as far as this device knows them. */
      members: string[];
      /** The reader and everybody at work here, to give somebody to; absent until the server has named them. */
      people?: { me: Member; all: readonly Member[] } | undefined;
      /** Older entries were asked for and are not to be had now. */
      olderMissing?: boolean;
      /** Ids of timeline entries that the server has not confirmed yet. */
      pending: ReadonlySet<string>;
    };

export type Parked = {
  id: string;
  at: number;
  /** The mutation's name on the wire. */
  what: string;
  /** Whom it is about. */
  whom: string;
  /** The event it would record or take back, or what it would set, and the customer's name; each as far as it is known here. */
  about?:
    | {
        type?: EventType | undefined;
        data?: TimelineEntry['data'] | undefined;
        tags?: { add: string[]; remove: string[] } | undefined;
        /** The colleague's name and the team's; null: nobody, none. */
        to?: { owner: string | null; team: string | null } | undefined;
        customer?: string | undefined;
      }
    | undefined;
  code: RefusalCode | 'expired' | 'conflict';
  message: string;
  /** What a colleague has set meanwhile, of a conflict. */
  theirs?: Theirs | undefined;
};

export type SyncState = {
  state:
    | ('unpaired' | 'revoked' | 'signed-out' | 'upgrade-required')
    | ('online' | 'syncing' | 'offline')
    | ('no-storage' | 'storage-full');
  /** Why it is offline. */
  why?: 'network' | 'busy' | 'server' | 'storage' | undefined;
  /** Since when it is as `state` says. */
  since?: number | undefined;
  pending: number;
  parked: Parked[];
  lastSyncAt: number | null;
  customers: number;
  /** During a first sync: how far, 0..1. */
  progress: number | null;
  /** The browser keeps no data: what is here is gone with the page. */
  memory?: boolean;
  server: string | null;
  member: string | null;
};

/** An event as a rep says it: its kind and its data, together. */
export type Said = { [T in RepEventType]: { type: T; data: EventData<T> } }[RepEventType];
export type Recording = { do: 'record'; id: string } & Said;

/**
 * What the rep asked for. Components only raise these; components/hooks/perform.ts carries them out. Where an intent records an
 * event it carries the event's id (a UUID), so that undo can be offered before anything was written.
 */
export type Intent =
  | Recording
  | { do: 'undo'; event: string }
  | { do: 'pick'; address: string }
  | { do: 'wrong-person' }
  | { do: 'create'; name: string; address: string; company?: string | undefined }
  | { do: 'turn-on-site'; origin: string }
  | { do: 'open-options' }
  | { do: 'older-events'; before: string }
  | { do: 'tags'; add: string[]; remove: string[] }
  /** `base`: who looked after them as the rep saw it. */
  | { do: 'assign'; to: Assignment; base: Assignment }
  /** Of refused changes; a conflict is tried again over what the colleague has set. */
  | { do: 'retry-parked'; ids: string[] }
  | { do: 'discard-parked'; ids: string[] }
  | { do: 'export-parked'; ids: string[] };

export type Dispatch = (intent: Intent) => void;
