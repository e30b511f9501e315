import type { Profile } from '#lib/contract/customer.ts';
import { SukiEvent } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import type { Conversation } from '#server/demo/conversation.ts';
import { type Beat, type Scene, THEM } from './beats.ts';
import { idOf, profileOf } from './people/people.ts';
import { createRandom, hash } from './random.ts';
import { places, priceIn, shop } from './shop.ts';
import type { Story } from './story.ts';

export type Told = { id: string; profile: Profile; events: SukiEvent[]; conversations: Conversation[] };

/** Beats this recent keep their exact distance from now: hours decide what is suggested. */
const EXACT_DAYS = 2;
const OPENS = 8;
const CLOSES = 20;

/** Moves an instant into the customer's day (8 to 20 local), by at most half a day: nobody orders at 4 a.m. for years. */
export const intoDaytime = (at: number, utcOffsetHours: number, minutes: number): number => {
  const local = at + utcOffsetHours * HOUR;
  const midnight = Math.floor(local / DAY) * DAY;
  const hour = (local - midnight) / HOUR;
  if (hour >= OPENS && hour < CLOSES) return at;
  const snapped =
    hour < 2
      ? midnight - (24 - CLOSES) * HOUR
      : hour < OPENS
        ? midnight + OPENS * HOUR
        : midnight + CLOSES * HOUR;
  return snapped - utcOffsetHours * HOUR + (hour < 2 || hour >= CLOSES ? -1 : 1) * minutes * 60_000;
};

/** Sets a story into time: its events in order, its mails as conversations. Throws where a beat breaks the contract. */
export const tell = (story: Story, now: number): Told => {
  const { who } = story;
  const id = idOf(who);
  const place = places[who.place];
  const random = createRandom(hash(id));
  const events: SukiEvent[] = [];
  const conversations: Conversation[] = [];
  let previous = 0;
  let order = '';
  for (const [index, beat] of [...story.beats].sort((a, b) => b.ago - a.ago).entries()) {
    const at = Math.max(timeOf(beat, now, place.utc, random.int(0, 110)), previous + 60_000);
    previous = at;
    const number = `${index + 1}`.padStart(2, '0');
    // A parcel carries the number of the order before it.
    if (beat.type !== 'Order Delivered' || !order)
      order = `TK-${10_000 + (hash(`${id} order ${index}`) % 90_000)}`;
    const scene: Scene = {
      inDays: (days) => Math.round(now + days * DAY),
      order,
      price: (pesos) => ({ total: priceIn(place.currency, pesos), currency: place.currency }),
    };
    const by = beat.by === THEM ? who.name : beat.by;
    const event = SukiEvent.safeParse({
      id: `e-${who.slug}-${number}`,
      source: beat.source,
      subject: id,
      at,
      ...(by ? { by } : {}),
      type: beat.type,
      data: beat.data(scene),
    });
    if (!event.success) throw new Error(`${id}, beat ${index + 1} (${beat.type}): ${event.error.message}`);
    events.push(event.data);
    if (beat.letter)
      conversations.push(letterOf(story, beat, beat.letter, at, `m-${who.slug}-${number}`, now));
  }
  const createdAt = events[0]?.at ?? now;
  return { id, profile: profileOf(who, createdAt), events, conversations };
};

const timeOf = (beat: Beat, now: number, utc: number, minutes: number): number => {
  const at = Math.round(now - beat.ago * DAY);
  // Nobody lives by the minute: what is told in whole days happens a little after, and by day.
  return beat.ago < EXACT_DAYS ? at : intoDaytime(at + minutes * 60_000, utc, minutes);
};

const letterOf = (
  { who }: Story,
  beat: Beat,
  letter: NonNullable<Beat['letter']>,
  at: number,
  id: string,
  now: number,
): Conversation => {
  const us = { name: shop.name, address: shop.support };
  const them = { name: who.name, address: who.address };
  const inbound = letter.folder === 'inbox';
  return {
    id,
    folder: letter.folder,
    subject: letter.subject,
    from: inbound ? them : { ...us, name: `${beat.by}, ${shop.name}` },
    to: [inbound ? us : them],
    at,
    unread: inbound && now - at < DAY,
    text: letter.text,
  };
};
