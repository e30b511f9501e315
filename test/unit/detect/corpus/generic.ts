import type { Corpus } from './corpus.ts';
import { file } from './file.ts';

export const generic: Corpus = {
  host: 'generic',
  seen: '2026-11-22',
  pages: [
    file('other-webmail', 'https://other.example/other-webmail', {
      who: 'one maria@cafe.example Maria Jensen',
    }),
    file('other-helpdesk', 'https://other.example/other-helpdesk', {
      who: 'several maria@cafe.example',
    }),
    file('other-thread', 'https://other.example/other-thread', {
      who: 'several maria@cafe.example lukas@brot.example',
    }),
    file('other-name-only', 'https://other.example/other-name-only', {
      who: 'none name-only',
      named: 'tr:first-child',
    }),
    file('other-list', 'https://other.example/other-list', { who: 'none no-conversation' }),
  ],
};
