// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '#server/demo/conversation.ts';
import { article, initialsOf, rows } from '#server/demo/page/views.ts';
import { demoRoutes } from '#server/demo/routes.ts';

const us = { name: 'Tindahan Kape', address: 'support@shop.example' };
const nasty = '<script>window.owned = 1</script><img src=x onerror="window.owned = 1">';
const conversations: Conversation[] = [
  {
    id: 'm-1',
    folder: 'inbox',
    subject: `Hello ${nasty}`,
    from: { name: nasty, address: 'nasty@mail.example' },
    to: [us],
    cc: [{ name: 'Ana', address: 'ana@mail.example' }],
    at: Date.now() - 60_000,
    unread: true,
    text: `Dear shop,\n\n${nasty}`,
    earlier: [{ name: nasty, at: 0, text: nasty }],
  },
  {
    id: 'm-2',
    folder: 'inbox',
    subject: 'Second',
    from: { name: 'Ben', address: 'ben@mail.example' },
    to: [us],
    at: Date.now() - 120_000,
    unread: false,
    text: 'Second mail',
  },
  {
    id: 'm-3',
    folder: 'sent',
    subject: 'Ours',
    from: us,
    to: [{ name: 'Cai', address: 'cai@mail.example' }],
    at: Date.now() - 180_000,
    unread: false,
    text: 'Our mail',
  },
];
const [first] = conversations;
if (!first) throw new Error('no conversations');

describe('a mail with markup in its name, subject and text', () => {
  it('is shown as the letters it is made of, in the list and opened', () => {
    for (const node of [article(first), rows(conversations, Date.now(), null)]) {
      expect(node.querySelector('script, img')).toBeNull();
      expect(node.textContent).toContain(nasty);
    }
  });
});

describe('what a panel relies on', () => {
  it('finds sender, recipients, subject and body in the open article', () => {
    const open = article(first);
    expect(open.dataset.conversation).toBe('m-1');
    const from = open.querySelectorAll('header a.from');
    expect([...from].map((a) => [a.getAttribute('data-address'), a.getAttribute('title')])).toEqual([
      ['nasty@mail.example', 'nasty@mail.example'],
    ]);
    expect([...open.querySelectorAll('header a.to')].map((a) => a.getAttribute('data-address'))).toEqual([
      'support@shop.example',
      'ana@mail.example',
    ]);
    expect(open.querySelector('header span.subject')?.textContent).toBe(first.subject);
    expect(open.querySelectorAll('.body')).toHaveLength(1);
  });
  it('finds none of these in the list', () => {
    const list = rows(conversations, Date.now(), 'm-1');
    expect(list.querySelectorAll('[data-row]')).toHaveLength(3);
    expect(list.querySelector('.from, .to, .subject, .body, [data-address], [data-conversation]')).toBeNull();
  });
});

describe('initials', () => {
  it('keep accents and vowel signs with their letters, whatever the script', () => {
    expect(initialsOf('Élodie Lefèvre')).toBe('ÉL');
    expect(initialsOf('Оксана Бондар')).toBe('ОБ');
    expect(initialsOf('渡辺大輔')).toBe('渡');
    expect(initialsOf('نیلوفر کاشانی')).toBe('ن');
    expect(initialsOf('<script>')).toBe('?');
  });
});

describe('the page at work', () => {
  const app = demoRoutes({ conversations });
  const goTo = async (hash: string) => {
    location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  };
  const openId = () => document.querySelector<HTMLElement>('article')?.dataset.conversation;

  beforeEach(async () => {
    const html = await (await app.request('/demo')).text();
    document.body.innerHTML = html.replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '');
    location.hash = '';
    vi.stubGlobal('fetch', (path: string) => app.request(path));
    vi.resetModules();
    await import('#server/demo/page/app.ts');
    await vi.waitFor(() => expect(document.querySelectorAll('[data-row]').length).toBe(2));
  });

  it('keeps the previous mail in view until the next is there, then shows just that', async () => {
    await goTo('#/c/m-1');
    await vi.waitFor(() => expect(openId()).toBe('m-1'));
    await goTo('#/c/m-2');
    expect(openId()).toBe('m-1');
    await vi.waitFor(() => expect(openId()).toBe('m-2'));
    expect(document.querySelectorAll('article')).toHaveLength(1);
  });

  it('shows only the last of several quick choices', async () => {
    await goTo('#/c/m-1');
    await goTo('#/c/m-2');
    await new Promise((done) => setTimeout(done, 150));
    expect(openId()).toBe('m-2');
  });

  it('says so when a conversation does not exist', async () => {
    await goTo('#/c/m-nowhere');
    await vi.waitFor(() => expect(document.querySelector('#pane')?.textContent).toContain('not here'));
    expect(document.querySelector('article')).toBeNull();
  });

  it('keeps a reply on the page: under the mail and in Sent, and sends nothing', async () => {
    await goTo('#/c/m-2');
    await vi.waitFor(() => expect(openId()).toBe('m-2'));
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    const area = document.querySelector('textarea');
    if (!area) throw new Error('no reply box');
    area.value = 'Thank you, Ben!';
    area.form?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
    expect(document.querySelector('.local-reply')?.textContent).toContain('Thank you, Ben!');
    expect(document.querySelector('article')?.textContent).not.toContain('Thank you, Ben!');
    await goTo('#/sent');
    expect(document.querySelector('[data-row^="local-"]')?.textContent).toContain('To Ben');
    expect(asked).not.toHaveBeenCalled();
  });
});
