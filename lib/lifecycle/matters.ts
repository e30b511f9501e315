import type { OpenFacts, Stub } from '../contract/facts.ts';

/** A complaint, question or promise, as its events tell it. */
export type Matter = {
  kind: 'complaint' | 'question' | 'promise';
  ref: string;
  about: string | null;
  /** What it is about in words that reports can count, where somebody said so. */
  topic: string | null;
  /** When it was raised, or raised again. */
  openedAt: number;
  /** `settled`: answered, solved or kept by us. `confirmed`: the customer says so too. `partly`: half an answer. */
  state: 'open' | 'partly' | 'settled' | 'confirmed' | 'missed';
  changedAt: number;
  reopened: number;
  dueAt: number | null;
  /** The colleague who took it on, when, and until when they want to have answered. */
  owner: { by: string | null; at: number; dueAt: number | null } | null;
  /** How often they brought it up. */
  contacts: number;
};

/** The matters that one list of the facts still knows, oldest first. */
export const matters = ({ recent }: OpenFacts, group: 'care' | 'owed' | 'promises'): Matter[] => {
  const found = new Map<string, Matter>();
  const list = recent[group];
  for (let i = list.length - 1; i >= 0; i--) {
    const stub = list[i];
    if (stub) tell(found, stub);
  }
  if (found.size === 0) return [];
  const all = [...found.values()].sort((a, b) => a.openedAt - b.openedAt);
  for (const matter of all) {
    if (matter.kind === 'promise') continue;
    for (const { type, at, d } of recent.talks)
      if (type === 'Touchpoint Logged' && d.ref === matter.ref && at > matter.openedAt) matter.contacts++;
    // Who took it on before it came back has not taken it on again.
    const taken = recent.desk.find(
      ({ type, at, d }) => type === 'Concern Taken' && d.ref === matter.ref && at >= matter.openedAt,
    );
    if (taken) matter.owner = ownerOf(taken);
  }
  return all;
};

const ownerOf = ({ at, d }: Stub): Matter['owner'] => ({
  by: typeof d.by === 'string' ? d.by : null,
  at,
  dueAt: typeof d.dueAt === 'number' ? d.dueAt : null,
});

const tell = (found: Map<string, Matter>, stub: Stub): void => {
  const ref = String(stub.d.ref);
  const { at } = stub;
  const matter = (kind: Matter['kind']): Matter => {
    const known = found.get(`${kind}/${ref}`);
    if (known) return known;
    const fresh: Matter = {
      kind,
      ref,
      about: null,
      topic: null,
      openedAt: at,
      state: 'open',
      changedAt: at,
      reopened: 0,
      dueAt: null,
      owner: null,
      contacts: 0,
    };
    found.set(`${kind}/${ref}`, fresh);
    return fresh;
  };
  const become = (m: Matter, state: Matter['state']) => {
    m.state = state;
    m.changedAt = at;
  };
  const open = (m: Matter) => {
    m.openedAt = at;
    m.contacts++;
    if (typeof stub.d.about === 'string') m.about = stub.d.about;
    if (typeof stub.d.topic === 'string') m.topic = stub.d.topic;
    become(m, 'open');
  };
  const { type } = stub;
  if (type === 'Complaint Raised') open(matter('complaint'));
  else if (type === 'Complaint Reopened') {
    const m = matter('complaint');
    m.reopened++;
    open(m);
  } else if (type === 'Complaint Resolved') become(matter('complaint'), 'settled');
  else if (type === 'Complaint Confirmed Resolved') become(matter('complaint'), 'confirmed');
  else if (type === 'Question Asked') open(matter('question'));
  else if (type === 'Question Left Open') become(matter('question'), 'open');
  else if (type === 'Question Answered') become(matter('question'), answered(stub.d.fully));
  else if (type === 'Promise Made') {
    const m = matter('promise');
    open(m);
    if (typeof stub.d.dueAt === 'number') m.dueAt = stub.d.dueAt;
  } else if (type === 'Promise Kept') become(matter('promise'), 'settled');
  else if (type === 'Promise Missed') become(matter('promise'), 'missed');
  else if (type === 'Touchpoint Logged') {
    if (typeof stub.d.dueAt === 'number') matter('promise').dueAt = stub.d.dueAt;
    if (stub.d.fully === undefined) return;
    // A full answer by hand settles what earlier ones left half said.
    if (stub.d.fully === 'yes')
      for (const m of found.values()) if (m.kind === 'question' && m.state === 'partly') become(m, 'settled');
    become(matter('question'), answered(stub.d.fully));
  }
};

const answered = (fully: Stub['d'][string] | undefined): Matter['state'] =>
  fully === 'partly' || fully === 'no' ? 'partly' : 'settled';
