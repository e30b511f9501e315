import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CustomerRecord } from '#lib/contract/customer.ts';
import { FilterAdditions, FilterHead, FindRequest } from '#lib/contract/filter.ts';
import { Mutation } from '#lib/contract/mutations.ts';
import { PageHead, readPage } from '#lib/contract/page.ts';
import { Outcomes, Playbook } from '#lib/contract/playbook.ts';
import * as sync from '#lib/contract/sync.ts';

const shapes = {
  ...{ HelloRequest: sync.HelloRequest, HelloAnswer: sync.HelloAnswer },
  ...{ PairRequest: sync.PairRequest, PairAnswer: sync.PairAnswer, TokenAnswer: sync.TokenAnswer },
  ...{ PullRequest: sync.PullRequest, PushRequest: sync.PushRequest, PushAnswer: sync.PushAnswer },
  ...{ Mutation, PageHead, CustomerRecord, Playbook, Outcomes, FilterHead, FilterAdditions, FindRequest },
  ...{ CustomerAnswer: sync.CustomerAnswer, EventsPage: sync.EventsPage, Digest: sync.Digest },
  ...{ DecisionsRequest: sync.DecisionsRequest, ErrorAnswer: sync.ErrorAnswer },
};

const hashOf = (schema: z.ZodType): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
    .digest('hex')
    .slice(0, 12);

describe(`wire ${sync.WIRE.version}`, () => {
  /*
   * A shape has changed? If extensions and servers of before can go on with it (an optional field, one kind of mutation more),
   * write the new hash here. If not, raise WIRE in lib/contract/sync.ts, and freeze messages of the new version beside the old.
   */
  it('has the shapes that were released with it', () => {
    const now = Object.fromEntries(Object.entries(shapes).map(([name, schema]) => [name, hashOf(schema)]));
    expect(now).toMatchInlineSnapshot(`
      {
        "CustomerAnswer": "7391dbc97feb",
        "CustomerRecord": "1ab8d881607b",
        "DecisionsRequest": "7b8085e63448",
        "Digest": "ad4fd58ce13f",
        "ErrorAnswer": "da0978e908b6",
        "EventsPage": "f883622ae258",
        "FilterAdditions": "0beed8ea06a3",
        "FilterHead": "4946599dd2c4",
        "FindRequest": "368dfe0cb300",
        "HelloAnswer": "195d7572acd6",
        "HelloRequest": "2dff7593d7e9",
        "Mutation": "002f0a913c8e",
        "Outcomes": "e9f3cce71c5d",
        "PageHead": "88b108fab561",
        "PairAnswer": "1041098465d1",
        "PairRequest": "b4ff3b3d0383",
        "Playbook": "a1fe43deda70",
        "PullRequest": "62ae5c091bb0",
        "PushAnswer": "998cefb1e622",
        "PushRequest": "6ced1774e540",
        "TokenAnswer": "20771dae0e1d",
      }
    `);
  });
});

const frozen = (version: number, name: string) =>
  JSON.parse(readFileSync(`test/data/wire/${version}/${name}.json`, 'utf8'));

const versions = Array.from(
  { length: sync.WIRE.version - sync.WIRE.floor + 1 },
  (_, n) => sync.WIRE.floor + n,
);

describe.each(versions)('messages as they were sent under wire %i are still understood', (version) => {
  it('the greeting, the token and the digest', () => {
    const hello = frozen(version, 'hello');
    expect(sync.HelloRequest.parse(hello.request)).toEqual(hello.request);
    expect(sync.HelloAnswer.parse(hello.answer)).toEqual(hello.answer);
    const token = frozen(version, 'token');
    expect(sync.TokenAnswer.parse(token.answer)).toEqual(token.answer);
    const digest = frozen(version, 'digest');
    expect(sync.Digest.parse(digest.answer)).toEqual(digest.answer);
  });

  it('every kind of mutation and every kind of result', () => {
    const { request, answer } = frozen(version, 'push');
    const { mutations } = sync.PushRequest.parse(request);
    expect(mutations.map((one) => Mutation.parse(one))).toEqual(request.mutations);
    expect(sync.PushAnswer.parse(answer)).toEqual(answer);
    const names = new Set(mutations.map((one) => Mutation.parse(one).name));
    expect(names.size).toBe(Mutation.options.length);
  });

  it.each(['pull', 'snapshot'])('a page of a %s, and each customer in it', (kind) => {
    const { request, answer } = frozen(version, kind);
    if (request) expect(sync.PullRequest.parse(request)).toEqual(request);
    const page = readPage(answer);
    expect(page?.lines.length).toBeGreaterThan(0);
    for (const { id, text } of page?.lines ?? []) expect(CustomerRecord.parse(JSON.parse(text)).id).toBe(id);
  });

  it('errors with their codes', () => {
    for (const error of frozen(version, 'errors')) expect(sync.ErrorAnswer.parse(error)).toEqual(error);
  });
});
