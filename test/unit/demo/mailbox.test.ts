import { describe, expect, it } from 'vitest';
import type { Conversation } from '#server/demo/conversation.ts';
import { dayOf, shortTime } from '#server/demo/page/dates.ts';
import { neighbour, placeOf, search } from '#server/demo/page/mailbox.ts';

const mail = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  folder: 'inbox',
  subject: 'Beans',
  from: { name: 'Małgorzata Szczęsna', address: 'm@post.example' },
  to: [{ name: 'Tindahan Kape', address: 'support@shop.example' }],
  at: 0,
  unread: false,
  text: 'Dzień dobry',
  ...more,
});

describe('the address bar', () => {
  it('names a folder or a conversation, and falls back to the inbox', () => {
    expect(placeOf('')).toEqual({ folder: 'inbox' });
    expect(placeOf('#/sent')).toEqual({ folder: 'sent' });
    expect(placeOf('#/c/m-ana%20b')).toEqual({ conversation: 'm-ana b' });
    expect(placeOf('#/c/%E0%A4%A')).toEqual({ folder: 'inbox' });
  });
});

describe('search', () => {
  const all = [mail('a'), mail('b', { text: 'the kettle drips' }), mail('c', { folder: 'sent' })];
  it('finds names without their accents, by address and by text, in the open folder only', () => {
    expect(search(all, 'inbox', 'SZCZESNA').map((c) => c.id)).toEqual(['a', 'b']);
    expect(search(all, 'inbox', 'szczesna kettle').map((c) => c.id)).toEqual(['b']);
    expect(search(all, 'sent', 'support@shop').map((c) => c.id)).toEqual(['c']);
    expect(search(all, 'inbox', 'nobody')).toEqual([]);
  });
});

describe('j and k', () => {
  const list = [mail('a'), mail('b')];
  it('walk the list, start at its top and stop at its ends', () => {
    expect(neighbour(list, null, 1)).toBe('a');
    expect(neighbour(list, 'a', 1)).toBe('b');
    expect(neighbour(list, 'b', 1)).toBe('b');
    expect(neighbour(list, 'a', -1)).toBe('a');
    expect(neighbour([], 'a', 1)).toBeNull();
  });
});

describe('dates', () => {
  const now = new Date(2026, 5, 15, 9, 0).getTime();
  it('name the day by the calendar, not by 24 hours', () => {
    const lateYesterday = new Date(2026, 5, 14, 23, 50).getTime();
    expect(dayOf(lateYesterday, now)).toBe('Yesterday');
    expect(shortTime(lateYesterday, now)).toBe('23:50');
    expect(dayOf(new Date(2026, 5, 15, 0, 5).getTime(), now)).toBe('Today');
    expect(dayOf(new Date(2026, 5, 2).getTime(), now)).toBe('Earlier this month');
    expect(dayOf(new Date(2026, 4, 31).getTime(), now)).toBe('May');
    expect(dayOf(new Date(2025, 5, 15).getTime(), now)).toBe('June 2025');
  });
});
