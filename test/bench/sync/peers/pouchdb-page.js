/* PouchDB in the page: its IndexedDB adapter and its own replication. */
import PouchDB from 'pouchdb-browser';

/** The fastest of those tried (100 to 5,000); the default is 100. */
const BATCH = 1_000;
const options = { batch_size: BATCH, batches_limit: 10, return_docs: false };

const local = new PouchDB('customers');
const remote = new PouchDB(`${location.origin}/db/customers`);

const done = (replication) =>
  new Promise((resolve, reject) => replication.on('complete', resolve).on('error', reject));

globalThis.contestant = {
  open: async () => {
    await local.info();
  },
  firstSync: async () => {
    await done(local.replicate.from(remote, { ...options, checkpoint: 'target' }));
  },
  count: async () => (await local.info()).doc_count,
  read: async (id) => (await local.get(id)).profile.name,
  follow: async () => {
    await done(local.replicate.from(remote, { ...options, checkpoint: 'target' }));
    local.sync(remote, { ...options, live: true, retry: true });
  },
  change: async (id, text) => {
    const document = await local.get(id);
    const entry = { id: text, type: 'Note Added', at: Date.now(), data: { text } };
    await local.put({ ...document, timeline: [entry, ...document.timeline].slice(0, 20) });
  },
  watch: (id, _address, onChange) => {
    local
      .changes({ live: true, since: 'now', include_docs: true, doc_ids: [id] })
      .on('change', ({ doc }) => onChange(doc.timeline[0]?.data.text ?? ''));
  },
};
