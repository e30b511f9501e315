/**
 * The tables, for both engines. Instants are milliseconds, flags are 0 or 1, JSON is kept as text: only what
 * SQLite, PostgreSQL and the engines that speak its protocol treat alike.
 */
export type Tables = {
  /** Workspace-wide values: epoch, workspace id and name. */
  meta: { key: string; value: string };
  /** One row. Its number is taken as the last lock of every write, so that number order is commit order. */
  sync_stream: { id: string; head: number };
  members: { id: string; name: string; role: string; created_at: number };
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
  };
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
  migrations: { name: string; applied_at: number };
};

export type CustomerRow = Tables['customers'];
export type EventRow = Tables['events'];
