/**
 * The tables, for both engines. Instants are milliseconds, flags are 0 or 1, JSON is kept as text: only what
 * SQLite, PostgreSQL and the engines that speak its protocol treat alike.
 */
export type Tables = {
  /**
   * Workspace-wide values: workspace_id, workspace_name · `scoping`: `teams` when reps see only their teams' customers ·
   * `filter`: JSON of the FilterHead in use, absent while every device holds everything · `filter_next`: JSON of {version, key,
   * at, since} of the one being made · `filter_renew`: there when the key has to be renewed.
   */
  meta: { key: string; value: string };
  /**
   * One row. Its number is taken as the last lock of every write, so that number order is commit order. `epoch`: the history,
   * new after a restore. `floor`: of what went away at or below this number the trace is gone.
   */
  sync_stream: { id: string; head: number; epoch: string; floor: number };
  /** `teams`: a JSON array of names. */
  members: { id: string; name: string; role: string; created_at: number; teams: string };
  pairings: {
    code_hash: string;
    member_id: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  devices: {
    id: string;
    token_hash: string;
    member_id: string;
    name: string;
    created_at: number;
    last_seen_at: number;
    revoked_at: number | null;
    /** When the token ends; null: one from before tokens had an end. */
    token_until: number | null;
    /** A new token that was given out and not used yet; the old one works until then. */
    next_hash: string | null;
    next_until: number | null;
  };
  /** A device's outbox. `lmid` is its last settled mutation. */
  clients: { id: string; member_id: string; lmid: number; seen_at: number };
  /** The outcome of each mutation by UUID, kept for 90 days. */
  mutations: { id: string; result: string; settled_at: number };
  /** Which UUID a client sent under which number, kept as long. */
  client_mutations: { client_id: string; mid: number; mutation_id: string; settled_at: number };
  customers: {
    id: string;
    seq: number;
    profile: string;
    facts: string;
    timeline: string;
    events: number;
    fold_version: number;
    gone: number;
    /** From the profile, to be asked for. */
    owner: string | null;
    team: string | null;
    /** The number of the change that last moved them from one scope to another; 0: none ever did. */
    scope_seq: number;
    /** Since when, or from when, they need something; null: nothing in view. */
    due: number | null;
    gone_at: number | null;
  };
  /** Whom a client has looked up, and follows. */
  pins: { client_id: string; customer_id: string; used_at: number };
  /**
   * Keyed hashes of addresses (lib/contract/filter.ts), kept while there is a filter; while its successor is being made, of both
   * versions. `seq`: the change that brought the address, 0 for what was there when the version was begun.
   */
  known_hashes: { hash: string; version: string; customer_id: string; seq: number };
  /** The filter's shards, base64. */
  filter_shards: { version: string; shard: number; body: string };
  addresses: { address: string; customer_id: string };
  events: {
    source: string;
    id: string;
    customer_id: string;
    type: string;
    at: number;
    by_name: string | null;
    data: string;
    /** Who recorded it by hand; null when it came from an import or from the server itself. */
    member_id: string | null;
    received_at: number;
  };
  /** Customers whose facts lack events that are on file already: to be folded anew. */
  refolds: { customer_id: string };
  /**
   * Answers about plays, by the event that gave them. `helped` and `bad` are flags; `critic` is the name of who called the
   * play a bad idea, so that one person who says so often counts once.
   */
  outcomes: {
    source: string;
    id: string;
    play: string;
    stage: string;
    helped: number;
    bad: number;
    critic: string | null;
  };
  /** What is counted of the answers, beside the playbook so that an answer does not send that again. One row. */
  playbook_outcomes: { id: string; seq: number; body: string };
  playbooks: { id: string; version: number; seq: number; body: string; updated_at: number };
  /** What each version said, without what is counted. `by_name` null: the built-in playbook. */
  playbook_versions: {
    version: number;
    at: number;
    by_name: string | null;
    note: string;
    plays: number;
    body: string;
  };
  /** Decisions that somebody was shown, kept for 180 days. Nobody's name is in them. */
  decisions: { id: string; customer_id: string; at: number; body: string; playbook_version: number };
  /** One row per imported file: how far it got, so that a killed import goes on where it stopped. */
  imports: {
    file_hash: string;
    kind: string;
    rows_done: number;
    created: number;
    updated: number;
    known: number;
    rejected: number;

    finished_at: number | null;
  };
  import_rejects: {
    file_hash: string;
    kind: string;
    row_number: number;
    line: number;
    reason: string;
    mend: string;
    cells: string;
  };
  /** Who saw and changed what. `detail`: JSON. */
  audit: {
    id: string;
    at: number;
    action: string;
    member_id: string | null;
    device_id: string | null;
    customer_id: string | null;
    detail: string;
  };
  /** Pages that reps reported (lib/contract/report.ts), as they were sent; the newest 500 of 90 days. Nobody's name is in them. */
  reports: {
    id: string;
    at: number;
    host: string;
    version: string;
    code: string;
    extension: string;
    browser: string;
    body: string;
  };
  /** How many there were. `day`: its first moment, UTC. */
  report_counts: { day: number; host: string; version: string; code: string; n: number; last_at: number };
  migrations: { name: string; applied_at: number };
};

export type CustomerRow = Tables['customers'];
export type EventRow = Tables['events'];
