import { describe, expect, it } from 'vitest';
import type { PageReading, Person } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';

const own = { addresses: [], domains: ['shop.example'] };
const person = (role: Person['role'], address: string, more: Partial<Person> = {}): Person => ({
  address,
  name: '',
  role,
  confidence: 'sure',
  from: 'here',
  ...more,
});
const reading = (...people: Person[]): PageReading => ({
  host: 'h',
  version: '1',
  self: [],
  kind: 'people',
  conversation: 'c',
  people,
});
const ask = (...people: Person[]) => whoIs(reading(...people), own);
const one = (...people: Person[]) => {
  const who = ask(...people);
  return who.kind === 'one' ? who : expect.fail(`not one but ${JSON.stringify(who)}`);
};

describe('whoIs', () => {
  it('passes a miss on', () => {
    expect(whoIs({ host: 'h', version: '1', self: [], kind: 'miss', miss: 'loading' }, own)).toEqual({
      kind: 'none',
      miss: 'loading',
    });
  });

  it('names who wrote to us, and keeps who else is outside', () => {
    const who = one(
      person('recipient', 'support@shop.example'),
      person('sender', 'Maria@Cafe.example', { name: 'Maria' }),
      person('participant', 'olga@cafe.example'),
    );
    expect(who.person.address).toBe('maria@cafe.example');
    expect(who.others.map((party) => party.address)).toEqual(['olga@cafe.example']);
  });

  it('names whom our own mail went to', () => {
    expect(
      one(person('sender', 'support@shop.example'), person('recipient', 'maria@cafe.example')).person.address,
    ).toBe('maria@cafe.example');
  });

  it('names whom an automatic mail of our own went to', () => {
    expect(
      one(person('sender', 'no-reply@shop.example'), person('recipient', 'maria@cafe.example')).person
        .address,
    ).toBe('maria@cafe.example');
  });

  it('takes the addressee of our own mail before those in copy', () => {
    const who = one(
      person('sender', 'support@shop.example'),
      person('participant', 'olga@cafe.example'),
      person('recipient', 'maria@cafe.example'),
    );
    expect(who.person.address).toBe('maria@cafe.example');
  });

  it('takes the page’s word for who the rep is', () => {
    const page = {
      ...reading(person('sender', 'rita@mail.example'), person('recipient', 'maria@cafe.example')),
    };
    const who = whoIs({ ...page, self: ['Rita@mail.example'] }, own);
    expect(who.kind === 'one' && who.person.address).toBe('maria@cafe.example');
  });

  it('takes Reply-To on a contact form’s mail, without a warning', () => {
    const who = one(
      person('sender', 'no-reply@shop.example'),
      person('reply-to', 'priya@spice.example'),
      person('recipient', 'support@shop.example'),
    );
    expect(who.person).toMatchObject({ address: 'priya@spice.example', warnings: [] });
  });

  it('warns when a stranger’s replies go to another domain', () => {
    const who = one(person('sender', 'ceo@bank.example'), person('reply-to', 'ceo@throwaway.example'));
    expect(who.person.address).toBe('ceo@throwaway.example');
    expect(who.person.warnings).toEqual([{ code: 'reply-to-elsewhere', address: 'ceo@throwaway.example' }]);
    expect(who.others.map((party) => party.address)).toEqual(['ceo@bank.example']);
  });

  it('does not warn when the replies stay in the sender’s domain', () => {
    const who = one(person('sender', 'ana@eu.firm.example'), person('reply-to', 'ana@firm.example'));
    expect(who.person.warnings).toEqual([]);
  });

  it('goes by the sender when Reply-To is ours or a list', () => {
    for (const back of ['support@shop.example', 'coffee@lists.example.example'])
      expect(one(person('sender', 'maria@cafe.example'), person('reply-to', back)).person.address).toBe(
        'maria@cafe.example',
      );
  });

  it('asks when several requested it', () => {
    const who = ask(
      person('requester', 'elena@torre.example'),
      person('requester', 'marco@torre.example'),
      person('participant', 'olga@cafe.example'),
    );
    expect(who.kind === 'several' && who.people.map((party) => party.address)).toEqual([
      'elena@torre.example',
      'marco@torre.example',
    ]);
  });

  it('counts one person once, however the address is written', () => {
    const who = one(
      person('sender', 'maria@bücher.example'),
      person('sender', 'MARIA@xn--bcher-kva.example', { name: 'Maria' }),
    );
    expect(who.person.person.name).toBe('Maria');
    expect(who.others).toEqual([]);
  });

  it('does not say that nobody is outside when the page names whom our mail went to without an address', () => {
    const named = person('recipient', '', { name: 'Maria Jensen' });
    expect(ask(person('sender', 'carl@shop.example'), named)).toEqual({ kind: 'none', miss: 'name-only' });
    expect(ask(person('sender', 'no-reply@parcels.example'), named)).toEqual({
      kind: 'none',
      miss: 'nobody-outside',
    });
  });

  it('says that nobody is outside when all are ours, lists or machines', () => {
    for (const people of [
      [person('sender', 'carl@shop.example'), person('recipient', 'support@shop.example')],
      [person('sender', 'no-reply@parcels.example'), person('recipient', 'support@shop.example')],
      [person('sender', 'mailer-daemon@x.example'), person('participant', 'maria@cafe.example')],
    ])
      expect(ask(...people)).toEqual({ kind: 'none', miss: 'nobody-outside' });
  });

  it('says name-only when nothing that was read is an address', () => {
    expect(ask(person('sender', 'maria at cafe'))).toEqual({ kind: 'none', miss: 'name-only' });
  });

  it('never takes a guess without asking', () => {
    const who = ask(
      person('sender', 'maria@cafe.example', { confidence: 'weak' }),
      person('participant', 'olga@cafe.example', { confidence: 'weak' }),
    );
    expect(who.kind === 'several' && who.people.map((party) => party.address)).toEqual([
      'maria@cafe.example',
      'olga@cafe.example',
    ]);
  });

  it.each([
    ['support@shop.example', 'support@shop.example'],
    ['Bob (bob@bank.example)', 'bob@bank.example'],
    ['Bob <BOB@bank.example>', 'bob@bank.example'],
    ['support＠shop.example', 'support@shop.example'],
    ['sup\u200Bport@shop.example', 'support@shop.example'],
  ])('warns of a name that claims another address: %s', (name, claimed) => {
    const who = one(person('sender', 'x91@throwaway.example', { name }));
    expect(who.person.address).toBe('x91@throwaway.example');
    expect(who.person.warnings).toEqual([{ code: 'name-claims-address', claimed }]);
  });

  it('warns of an address in a name that is written backwards, as marks of direction would turn it around', () => {
    const who = one(person('sender', 'x91@throwaway.example', { name: 'moc.knab@bob' }));
    expect(who.person.warnings).toEqual([{ code: 'name-claims-address', claimed: 'bob@bank.com' }]);
    expect(one(person('sender', 'ed@x.example', { name: 'ed.lim@work' })).person.warnings).toEqual([]);
  });

  it('warns of letters of two alphabets in a name or an address', () => {
    const named = one(person('sender', 'maria@cafe.example', { name: 'Mаria Jensen' }));
    expect(named.person.warnings).toEqual([{ code: 'mixed-letters', word: 'Mаria' }]);
    const addressed = one(person('sender', 'mаria@cafe.example', { name: 'Maria' }));
    expect(addressed.person.warnings).toEqual([{ code: 'mixed-letters', word: 'mаria' }]);
  });

  it('does not warn of a name that is the address, or that has an at sign in it', () => {
    for (const name of ['Maria@Cafe.example', 'Maria @ Café', 'Maria'])
      expect(one(person('sender', 'maria@cafe.example', { name })).person.warnings).toEqual([]);
  });
});

describe('while nothing is known of who the rep is', () => {
  const nobody = { addresses: [], domains: [] };
  const mail = reading(person('sender', 'maria@cafe.example'), person('recipient', 'rita@mail.example'));

  it('nobody is taken for granted, and all outside are offered, the likeliest first', () => {
    const who = whoIs(mail, nobody);
    expect(who).toMatchObject({ kind: 'several', blind: true });
    expect(who.kind === 'several' && who.people.map(({ address }) => address)).toEqual([
      'maria@cafe.example',
      'rita@mail.example',
    ]);
    expect(whoIs(reading(person('requester', 'maria@cafe.example')), nobody)).toMatchObject({ blind: true });
  });

  it('what is no address does not count as knowing', () => {
    expect(whoIs({ ...mail, self: ['rita'] }, nobody)).toMatchObject({ blind: true });
  });

  it('one own address, one domain or the page’s word is enough', () => {
    const own = { addresses: ['rita@mail.example'], domains: [] };
    for (const who of [
      whoIs(mail, own),
      whoIs(mail, { addresses: [], domains: ['mail.example'] }),
      whoIs({ ...mail, self: ['rita@mail.example'] }, nobody),
    ])
      expect(who.kind === 'one' && who.person.address).toBe('maria@cafe.example');
  });

  it('a machine’s mail still has nobody in it', () => {
    expect(whoIs(reading(person('sender', 'no-reply@x.example')), nobody)).toEqual({
      kind: 'none',
      miss: 'nobody-outside',
    });
  });
});
