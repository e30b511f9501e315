/* RxDB in the page: its Dexie storage and its HTTP replication, without the checks that its documentation keeps for development. */
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { Subject } from 'rxjs';

/** The fastest of those tried (100 to 5,000); the default is 100. */
const BATCH = 1_000;

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 128 },
    profile: { type: 'object' },
    facts: { type: 'object' },
    timeline: { type: 'array' },
    events: { type: 'number' },
    seq: { type: 'string' },
  },
  required: ['id', 'profile', 'facts', 'timeline', 'events', 'seq'],
};

let customers;
let replication;
const incoming = new Subject();

const post = async (path, body) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
};

const replicate = (live) =>
  replicateRxCollection({
    collection: customers,
    replicationIdentifier: 'customers',
    live,
    pull: {
      batchSize: BATCH,
      handler: async (checkpoint, limit) =>
        (await fetch(`/pull?seq=${checkpoint?.seq ?? 0}&limit=${limit}`)).json(),
      stream$: incoming.asObservable(),
    },
    push: { batchSize: BATCH, handler: (rows) => post('/push', rows) },
  });

const listen = () =>
  new Promise((resolve) => {
    const source = new EventSource('/stream');
    source.onmessage = ({ data }) => incoming.next(JSON.parse(data));
    source.onerror = () => incoming.next('RESYNC');
    source.onopen = resolve;
  });

globalThis.contestant = {
  open: async () => {
    const db = await createRxDatabase({
      name: 'customers',
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    ({ customers } = await db.addCollections({ customers: { schema } }));
  },
  firstSync: async () => {
    replication = replicate(false);
    await replication.awaitInitialReplication();
  },
  count: () => customers.count().exec(),
  read: async (id) => (await customers.findOne(id).exec())?.profile.name,
  follow: async () => {
    await listen();
    replication = replicate(true);
    await replication.awaitInitialReplication();
  },
  change: async (id, text) => {
    const document = await customers.findOne(id).exec();
    const entry = { id: text, type: 'Note Added', at: Date.now(), data: { text } };
    await document.incrementalModify((state) => ({
      ...state,
      timeline: [entry, ...state.timeline].slice(0, 20),
      seq: text,
    }));
  },
  watch: (id, _address, onChange) => {
    customers.findOne(id).$.subscribe((document) => onChange(document?.timeline[0]?.data.text ?? ''));
  },
};
