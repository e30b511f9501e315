/*
 * PouchDB's own server: express-pouchdb in the mode that its README names for serving PouchDB clients, over LevelDB on disk.
 * Its compression is left out: on one machine it would only cost time.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb-node';

const [file, folder] = process.argv.slice(2);
const Stored = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.get('/bench', (_, response) => response.type('html').send('<!doctype html><title>PouchDB</title>'));
app.use(
  '/db',
  expressPouchdb(Stored, {
    mode: 'minimumForPouchDB',
    overrideMode: { exclude: ['compression'] },
    logPath: `${folder}/log.txt`,
  }),
);

// After the server was made, which notes the databases that there are.
const customers = new Stored('customers');
const toDocument = ({ id, ...rest }) => ({ _id: id, ...rest });
let batch = [];
const flush = async () => {
  await customers.bulkDocs(batch);
  batch = [];
};
for await (const line of createInterface({ input: createReadStream(file) })) {
  batch.push(toDocument(JSON.parse(line)));
  if (batch.length === 1_000) await flush();
}
if (batch.length > 0) await flush();

const server = app.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});
