import type { Tables } from '../store/schema.ts';

type Stored = Exclude<keyof Tables, 'migrations'>;

/**
 * Every table with its key, parents before those that refer to them. `migrations` is left out: a backup says which it was
 * made with, and is put back only where they are the same.
 */
const KEYS: { [T in Stored]: readonly (keyof Tables[T] & string)[] } = {
  meta: ['key'],
  sync_stream: ['id'],
  members: ['id'],
  pairings: ['code_hash'],
  devices: ['id'],
  clients: ['id'],
  mutations: ['id'],
  client_mutations: ['client_id', 'mid'],
  customers: ['id'],
  addresses: ['address'],
  events: ['source', 'id'],
  refolds: ['customer_id'],
  outcomes: ['source', 'id'],
  pins: ['client_id', 'customer_id'],
  known_hashes: ['hash'],
  filter_shards: ['version', 'shard'],
  playbooks: ['id'],
  playbook_outcomes: ['id'],
  playbook_versions: ['version'],
  decisions: ['id'],
  audit: ['id'],
  reports: ['id'],
  report_counts: ['day', 'host', 'version', 'code'],
  imports: ['file_hash', 'kind'],
  import_rejects: ['file_hash', 'kind', 'row_number'],
};

export type StoredTable = Stored;
export const storedTables = Object.keys(KEYS) as readonly StoredTable[];
export const keyOf = (table: StoredTable): readonly string[] => KEYS[table];
