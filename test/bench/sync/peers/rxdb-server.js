/*
 * The server's side of RxDB's HTTP replication, as its documentation lays it out (pull by checkpoint, push with conflict
 * check, a stream of events), over node:sqlite. It is the least that a server can do, so nothing here holds RxDB back:
 * documents are kept as the text that is sent.
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

const [file, folder] = process.argv.slice(2);
const db = new DatabaseSync(join(folder, 'rxdb.db'));
db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536');
db.exec('create table documents (id text primary key, seq integer not null, body text not null)');
db.exec('create index by_seq on documents (seq)');
const put = db.prepare('insert or replace into documents (id, seq, body) values (?, ?, ?)');
const get = db.prepare('select body from documents where id = ?');
const after = db.prepare('select seq, body from documents where seq > ? order by seq limit ?');

let seq = 0;
db.exec('begin');
for await (const line of createInterface({ input: createReadStream(file) })) {
  const document = JSON.parse(line);
  seq += 1;
  put.run(document.id, seq, JSON.stringify({ ...document, seq: String(seq), _deleted: false }));
}
db.exec('commit');

const listeners = new Set();

const readBody = async (request) => {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
};

const pull = (query) => {
  const from = Number(query.get('seq') ?? 0);
  const rows = after.all(from, Number(query.get('limit')));
  const checkpoint = { seq: rows.at(-1)?.seq ?? from };
  return `{"documents":[${rows.map((row) => row.body).join(',')}],"checkpoint":${JSON.stringify(checkpoint)}}`;
};

/** Writes what was based on the newest state; answers the newest state of what was not. */
const push = (changes) => {
  const conflicts = [];
  const written = [];
  db.exec('begin immediate');
  for (const { newDocumentState, assumedMasterState } of changes) {
    const row = get.get(newDocumentState.id);
    const master = row && JSON.parse(row.body);
    if (master && master.seq !== assumedMasterState?.seq) {
      conflicts.push(master);
      continue;
    }
    seq += 1;
    // The number that the device wrote stays in the document: another one would be a change of ours, to be sent back.
    const body = JSON.stringify(newDocumentState);
    put.run(newDocumentState.id, seq, body);
    written.push(body);
  }
  db.exec('commit');
  if (written.length > 0) {
    const event = `data: {"documents":[${written.join(',')}],"checkpoint":{"seq":${seq}}}\n\n`;
    for (const listener of listeners) listener.write(event);
  }
  return JSON.stringify(conflicts);
};

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
  const json = (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  switch (pathname) {
    case '/pull':
      return json(pull(searchParams));
    case '/push':
      return json(push(await readBody(request)));
    case '/stream':
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': hello\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    default:
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>RxDB</title>');
  }
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});
