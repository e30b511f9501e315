import { describe, expect, it } from 'vitest';
import { stageNamesOf } from '#components/hooks/stage-names-of.ts';
import type { Acquaintance } from '#components/model.ts';
import { type Choice, viewOf } from '#components/view-of.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { PageReading, Person } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { person as record } from '#test/unit/cache/pages.ts';

const maria = record('maria', 1, ['maria@cafe.example', 'maria+shop@cafe.example']);
const person = (address: string, more: Partial<Person> = {}): Person => ({
  ...{ address, name: '', role: 'sender', confidence: 'sure', from: 'here' },
  ...more,
});
const found = (one: CustomerRecord) => ({ record: one, pending: new Set<string>() });
const nothing: Acquaintance = { same: null, perhaps: [], company: null, warnings: [] };

type Given = {
  people?: Person[];
  known?: Record<string, CustomerRecord>;
  /** Under which address the known ones are stored, if it is another. */
  as?: string;
  acquainted?: Record<string, Acquaintance> | null;
  choice?: Choice;
  own?: string[];
};
const view = ({
  people = [person('new@x.example')],
  known = {},
  acquainted = {},
  choice = null,
  own,
  as,
}: Given) => {
  const reading: PageReading = {
    ...{ host: 'h', version: '1', self: [], kind: 'people', conversation: 'c' },
    people,
  };
  return viewOf({
    reading,
    who: whoIs(reading, { addresses: own ?? ['rita@mail.example'], domains: [] }),
    people: new Map(
      Object.entries(known).map(([address, one]) => [address, { ...found(one), ...(as && { as }) }]),
    ),
    inquired: 'none',
    acquainted: acquainted && new Map(Object.entries(acquainted)),
    choice,
    playbook: defaultPlaybook,
    stages: stageNamesOf('suki', {}),
    members: [],
    now: 0,
  });
};

describe('somebody who is no customer', () => {
  const perhaps = { address: 'maria@cafe.example', customer: maria, by: 'name' as const };
  const alike = { code: 'look-alike' as const, domain: 'x.example', like: 'y.example', whose: 'Ana' };

  it('is not called so before it is known what customers tell of them', () => {
    expect(view({ acquainted: null }).kind).toBe('loading');
    expect(view({}).kind).toBe('stranger');
  });

  it('is shown with what customers tell, and with its warnings', () => {
    const shown = view({
      acquainted: { 'new@x.example': { ...nothing, perhaps: [perhaps], warnings: [alike] } },
    });
    expect(shown).toMatchObject({
      kind: 'stranger',
      candidate: { warnings: [alike], customer: null },
      acquaintance: { perhaps: [perhaps] },
    });
  });

  it('is the customer whom the rep says they are, and the warnings stay', () => {
    const shown = view({
      acquainted: { 'new@x.example': { ...nothing, perhaps: [perhaps], warnings: [alike] } },
      known: { 'maria@cafe.example': maria },
      choice: { picked: 'maria@cafe.example' },
    });
    expect(shown).toMatchObject({
      kind: 'customer',
      record: { id: 'maria' },
      candidate: {
        ...{ address: 'new@x.example', warnings: [alike] },
        as: { how: 'name', address: 'maria@cafe.example' },
      },
    });
  });

  it('is not a customer whom nobody offered', () => {
    const shown = view({ known: { 'maria@cafe.example': maria }, choice: { picked: 'maria@cafe.example' } });
    expect(shown.kind).toBe('pick');
  });
});

it('a customer who writes with a tag is shown with the address that they are known by', () => {
  const tagged = 'maria+news@cafe.example';
  expect(
    view({ people: [person(tagged)], known: { [tagged]: maria }, as: 'maria@cafe.example' }),
  ).toMatchObject({
    kind: 'customer',
    candidate: { address: tagged, as: { how: 'tag', address: 'maria@cafe.example' } },
  });
  const exact = view({
    people: [person('maria+shop@cafe.example')],
    known: { 'maria+shop@cafe.example': maria },
  });
  expect(exact.kind === 'customer' && exact.candidate?.as).toBeUndefined();
});

it('nobody is taken for granted while it is not known who the rep is, not even a customer', () => {
  const people = [person('maria@cafe.example')];
  const known = { 'maria@cafe.example': maria };
  expect(view({ people, known, own: [] })).toMatchObject({ kind: 'pick', blind: true });
  expect(view({ people, known }).kind).toBe('customer');
  const picked = view({ people, known, own: [], choice: { picked: 'maria@cafe.example' } });
  expect(picked.kind).toBe('customer');
});
