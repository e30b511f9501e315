import type { Profile } from '../contract/customer.ts';
import type { GuardId } from '../contract/decision.ts';
import type { MeddicItem } from '../contract/events.ts';
import type { Facts, OpenFacts } from '../contract/facts.ts';
import type { Play, Playbook } from '../contract/playbook.ts';
import type { CustomerId } from '../contract/primitives.ts';
import type { Stage, Status } from '../contract/stage.ts';
import type { BecauseCode } from './because.ts';

/** A reason as data: the words are in lib/i18n, so that each language can say it its own way. */
export type Because = {
  code: BecauseCode;
  /** What the sentence names: counts, days, names; instants under keys that end in `At`. */
  values: Record<string, string | number>;
};

/** All that a decision may look at. */
export type Subject = { id: CustomerId; profile: Profile; facts: Facts };
/** The same, where the facts may be open already. */
export type Readable = Omit<Subject, 'facts'> & { facts: Facts | OpenFacts };

export type StageReading = {
  stage: Stage;
  /** `onboarding` for the first 30 days of engage, `nurture` after. */
  sub?: 'onboarding' | 'nurture';
  /** When the rule that put them there began to hold. */
  since: number;
  because: Because[];
  /** A colleague put them there by hand; `derived` is what the rules would say. */
  override?: { derived: Stage; reason: string; by: string | null; at: number; until: number };
};

export type StatusReading = { status: Status; because: Because };

export const measureIds = [
  'recency',
  'issues',
  'satisfaction',
  'loyalty',
  'contact',
  'billing',
  'champion',
] as const;
export type MeasureId = (typeof measureIds)[number];
export type Measure = { id: MeasureId; weight: number; x: number | null; because: Because };

export type Health = {
  /** 0..100, or null when less than 0.4 of the weights has data: "not enough known", never a colour. */
  score: number | null;
  band: 'red' | 'yellow' | 'green' | null;
  /** 0..1 */
  coverage: number;
  measures: Measure[];
  /** The two with the largest |w·(x − 75)|. */
  reasons: Because[];
};

/** An early sign that somebody may be leaving, and since when. */
export type Sign = { since: number; because: Because };

/** How loyal we have been to them: our number, never theirs. `score` 0..100; null: nothing to go by yet. */
export type Loyalty = {
  score: number | null;
  parts: { id: 'promises' | 'answers' | 'complaints'; kept: number; of: number }[];
};

/** What is known of a sale to a company. `next` is the item to ask for; null: all six are known. */
export type Meddic = {
  score: number;
  items: { item: MeddicItem; knownAt: number | null }[];
  next: MeddicItem | null;
};

/** The persona that fits best, or the one that a colleague set. `percent` of its rules are met today. */
export type PersonaMatch = {
  persona: string;
  name: string;
  percent: number;
  met: number;
  of: number;
  /** When a colleague said so by hand, and how well it fitted then. */
  set: { at: number; percent: number | null } | null;
};

export type Reading = {
  stage: StageReading;
  status: StatusReading;
  health: Health;
  loyalty: Loyalty;
  /** Oldest first. */
  signs: Sign[];
  /** Why they may like to speak for us, who do not do so yet. */
  ready: Because | null;
  /** Null: not an account, or not before the sale. */
  meddic: Meddic | null;
  persona: PersonaMatch | null;
};

/** Who is at work on this customer. */
export type Teamwork = {
  /** Somebody is answering right now. */
  claim: { by: string | null; at: number; until: number } | null;
  handedTo: { to: string; by: string | null; at: number } | null;
  automationsPausedUntil: number | null;
};

/** One currency's worth. Amounts in that currency; never added to another's. */
export type Worth = {
  currency: string;
  /** Orders less refunds, in the last 12 months and ever. */
  year: number;
  ever: number;
  /** Expected in the next 12 months, discounted, with a range that holds four in five; null: not enough history. */
  expected: { value: number; low: number; high: number } | null;
};

/** What a customer is likely to do and be worth; shown collapsed, never the headline. */
export type ValueReading = {
  /** Orders to be expected in the next 90 days; null while there is none yet. */
  orders90: number | null;
  /** The inputs of the model: repeats, weeks to the last one, weeks known; null before the first order. */
  history: { x: number; tx: number; T: number } | null;
  worth: Worth[];
  /** 1 (lowest) to 5 each; null: too few customers to compare with. */
  rfm: { recency: number; frequency: number; monetary: number | null } | null;
  /** `prior`: the workspace has too few orders of its own; `low`: few; `good`. */
  quality: 'prior' | 'low' | 'good';
};

/** `until` null: no date can be named (never, or until the customer does something). */
export type Blocked = { guard: GuardId; until: number | null; because: Because };

export type FactorId = 'p' | 'C' | 'U' | 'V' | 'L' | 'F';
export type Factor = { id: FactorId; value: number; because: Because[] };

/** One suggestion. score = 100 · Π factors, exactly. */
export type Card = {
  play: Play;
  /** Same play and same reason again is the same card (G10): update, do not add. */
  key: string;
  score: number;
  factors: Factor[];
  /** The fact that fired it. */
  because: Because;
  /** The factor with the largest |ln|. */
  main: Factor;
  origin: { by: 'rule' } | { by: 'learned'; n: number };
  /** Snoozed three times or more for this customer: better to ask whether it should ever come back. */
  snoozed?: number;
  /** When the trigger began to hold. */
  since: number;
  expiresAt?: number;
};

export type Hidden = { card: Card; blocked: Blocked };

export type Wait = { score: number; because: Because; nextLookAt: number };

export type Decision = {
  customer: CustomerId;
  at: number;
  reading: Reading;
  /** Null when waiting is best. */
  top: Card | null;
  /** At most two more, each within 70 % of the top's score. */
  others: Card[];
  /** What nothing stands against, and what is not shown all the same: too weak beside the top, or weaker than waiting. */
  rest: Card[];
  /** Always computed; shown when `top` is null. */
  wait: Wait;
  /** All blocked candidates, strongest first; the panel shows the first. */
  hidden: Hidden[];
  /** An action that was done and of which nobody has said yet how it went; the oldest. Null: nothing to ask. */
  ask: { play: Play; doneAt: number; event: string } | null;
  /** The probability with which the top card was put on top, 0..1; below 1 only where cards within 10 % were tried. */
  propensity: number;
  versions: { fold: number; rules: number; playbook: number };
};

export type Decide = (subject: Readable, playbook: Playbook, now: number) => Decision;
export type Read = (subject: Readable, playbook: Playbook, now: number) => Reading;
