import type { Profile } from '../contract/customer.ts';
import type { Facts } from '../contract/facts.ts';
import type { Play, Playbook, Stage, Status } from '../contract/playbook.ts';
import type { CustomerId } from '../contract/primitives.ts';
import type { BecauseCode } from './because.ts';

/** A reason as data: the words are in lib/i18n, so that each language can say it its own way. */
export type Because = {
  code: BecauseCode;
  /** What the sentence names: counts, days, names; instants under keys that end in `At`. */
  values: Record<string, string | number>;
};

/** All that a decision may look at. */
export type Subject = { id: CustomerId; profile: Profile; facts: Facts };

export type StageReading = {
  stage: Stage;
  /** `onboarding` for the first 30 days of engage, `nurture` after. */
  sub?: 'onboarding' | 'nurture';
  /** When the rule that put them there began to hold. */
  since: number;
  because: Because[];
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

export type Reading = { stage: StageReading; status: StatusReading; health: Health };

export type GuardId =
  | 'G1'
  | 'G2'
  | 'G3'
  | 'G4'
  | 'G5'
  | 'G6'
  | 'G7'
  | 'G8'
  | 'G9'
  | 'G10'
  | 'G11'
  | 'G12'
  | 'G13';

/** `until` null: no date can be named (never, or until the customer does something). */
export type Blocked = { guard: GuardId; until: number | null; because: Because };

export const factorIds = ['p', 'C', 'U', 'V', 'L', 'F'] as const;
export type FactorId = (typeof factorIds)[number];
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
  /** Always computed; shown when `top` is null. */
  wait: Wait;
  /** All blocked candidates, strongest first; the panel shows the first. */
  hidden: Hidden[];
  versions: { fold: number; rules: number; playbook: number };
};

export type Decide = (subject: Subject, playbook: Playbook, now: number) => Decision;
export type Read = (subject: Subject, playbook: Playbook, now: number) => Reading;
