import { beforeEach, expect } from 'vitest';
import { decode, inspect } from '#server/import/inspect.ts';
import type { Counts, ImportKind } from '#server/import/journal.ts';
import { type ImportNews, type ImportOptions, runImport } from '#server/import/run.ts';
import { createDevice, type Device, type EngineName, serverForTest, type TestServer } from './world.ts';

export async function* bytes(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const all = typeof text === 'string' ? Buffer.from(text) : text;
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size);
}

/** A server and its importer for each test of one engine. */
export const useImports = (engine: EngineName) => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia');
  });

  const news = async function* (
    kind: ImportKind,
    file: string | Uint8Array,
    more: Partial<ImportOptions> = {},
    size = 65_536,
  ) {
    const { hash, encoding } = await inspect(bytes(file, size));
    yield* runImport(server.deps, decode(bytes(file, size), encoding), {
      kind,
      hash,
      dryRun: false,
      ...more,
    });
  };
  const load = async (
    kind: ImportKind,
    file: string | Uint8Array,
    more: Partial<ImportOptions> = {},
    size?: number,
  ) => {
    const all: ImportNews[] = [];
    for await (const item of news(kind, file, more, size)) all.push(item);
    const rejects = all.flatMap((item) => (item.news === 'reject' ? [item.reject] : []));
    const done = all.find((item) => item.news === 'done');
    if (!done) throw new Error('not done');
    const { rows, created, updated, known, rejected } = done.counts;
    expect(created + updated + known + rejected).toBe(rows);
    const header = all.find((item) => item.news === 'header');
    return { counts: done.counts, rejects, header, shared: done.shared };
  };
  const counts = (
    rows: number,
    created: number,
    updated: number,
    known: number,
    rejected: number,
  ): Counts => ({
    rows,
    created,
    updated,
    known,
    rejected,
  });
  const customer = async (id: string) => (await (await mia.get(`/customers/${id}`)).json()).customer;
  const idOf = async (address: string) =>
    (
      await server.store.read((tx) =>
        tx.selectFrom('addresses').selectAll().where('address', '=', address).executeTakeFirstOrThrow(),
      )
    ).customer_id;
  return {
    load,
    news,
    counts,
    customer,
    idOf,
    server: () => server,
    mia: () => mia,
  };
};

/** Rows that are wrong in every way that a spreadsheet makes them. */
export const nasty = [
  '\uFEFFRecord ID;First Name;Last Name;Email;Associated Company;Create Date;Favourite colour',
  '1;Ana;Díaz;ANA@shop.example;"Acme; Sons";2024-01-31 10:00;red',
  '',
  '2;Ben;"O""Hara";ben@shop.example;"two\r\nlines";2024-02-30;blue',
  '3;Cara;Cruz;cara(at)shop.example;;;',
  '4;Dan;Diaz;dan@shop.example;Acme',
  '5;Eve;"Ng"x;eve@shop.example;;;',
  '6;สมชาย;ใจดี;somchai@shop.example;;2024-03-01;',
  '7;Gil;Go;ANA@shop.example;;;',
  ';Hal;Hu;;;;',
  '8;Ida;Ito;ida@shop.example;;;',
].join('\r\n');
