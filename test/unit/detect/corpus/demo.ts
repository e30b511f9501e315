import type { Corpus } from './corpus.ts';
import { file } from './file.ts';

export const demo: Corpus = {
  host: 'demo',
  seen: '2026-11-22',
  pages: [
    file('demo-open', 'http://127.0.0.1:8787/demo#/c/a1', {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: 'a1',
      subject: 'Where is my order?',
      self: ['support@shop.example'],
    }),
    file('demo-list', 'http://127.0.0.1:8787/demo', { who: 'none no-conversation' }),
  ],
};
