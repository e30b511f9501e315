import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { CustomerId } from '#lib/contract/primitives.ts';
import type { Conversation } from '#server/demo/conversation.ts';
import { arcs } from './arcs.ts';
import { oddities } from './oddities.ts';
import { someone } from './people/people.ts';
import { createRandom } from './random.ts';
import { also } from './stories/also.ts';
import { leftAlone } from './stories/left-alone.ts';
import { planted } from './stories/planted.ts';
import type { Story } from './story.ts';
import { tell } from './tell.ts';

export const SAMPLE_SIZE = 200;
/** As many as a small shop's inbox holds before somebody sighs. */
const INBOX_SIZE = 40;

export type SampleWorkspace = {
  profiles: { id: CustomerId; profile: Profile }[];
  /** Grouped by customer, oldest first within each. */
  events: SukiEvent[];
  /** Newest first. */
  conversations: Conversation[];
  /** For many plays of the default playbook, a customer whose top suggestion it is in their working hours. */
  stories: { play: string; customer: CustomerId }[];
  /** Customers for whom nothing is best: `wait`. */
  quiet: CustomerId[];
};

/**
 * A small shop with two hundred customers, the same for the same seed and `now` (milliseconds since the epoch).
 * The hand-written stories are the same for every seed; chance makes up the rest.
 */
export const sampleWorkspace = ({ seed, now }: { seed: number; now: number }): SampleWorkspace => {
  const random = createRandom(seed);
  const written: Story[] = [...Object.values(planted), ...also, ...leftAlone];
  const taken = new Set(written.flatMap(({ who }) => [who.slug, who.address]));
  const made = Array.from({ length: SAMPLE_SIZE - written.length }, (): Story => {
    const who = someone(random, taken);
    return { who, beats: random.weighted(arcs)(who, random) };
  });
  const fromHand = written.map((story) => tell(story, now));
  const fromChance = made.map((story) => tell(story, now));
  const told = [...fromHand, ...fromChance];
  return {
    profiles: told.map(({ id, profile }) => ({ id, profile })),
    events: told.flatMap(({ events }) => events),
    conversations: mailbox(
      [...fromHand.flatMap(({ conversations }) => conversations), ...oddities(now)],
      fromChance.flatMap(({ conversations }) => conversations),
    ),
    stories: Object.entries(planted).map(([play, story]) => ({ play, customer: `c-${story.who.slug}` })),
    quiet: leftAlone.map((story) => `c-${story.who.slug}`),
  };
};

const newestFirst = (a: Conversation, b: Conversation): number => b.at - a.at || (a.id < b.id ? -1 : 1);
/** All hand-written mails, and the newest of the others until the inbox is full. */
const mailbox = (written: Conversation[], others: Conversation[]): Conversation[] => {
  const room = INBOX_SIZE - written.filter((c) => c.folder === 'inbox').length;
  return [...written, ...others.sort(newestFirst).slice(0, Math.max(0, room))].sort(newestFirst);
};
