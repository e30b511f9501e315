import type { Corpus } from './corpus.ts';
import { file } from './file.ts';

export const requestTracker: Corpus = {
  host: 'request-tracker',
  seen: '2026-11-22',
  pages: [
    file('rt-display', 'https://help.shop.example/rt/Ticket/Display.html?id=7', {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '7',
      subject: 'Where is my order?',
      self: ['rita@shop.example'],
    }),
    file('rt-several', 'https://help.shop.example/Ticket/Display.html?id=8', {
      who: 'several elena@torre.example marco@torre.example',
    }),
    file('rt-reply', 'https://help.shop.example/Ticket/Update.html', {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '7',
      subject: 'Where is my order?',
    }),
    file('rt-reply-loading', 'https://help.shop.example/Ticket/Update.html?id=7&Action=Respond', {
      who: 'none loading',
    }),
    file('rt-telephone', 'https://help.shop.example/m/ticket/show?id=7', {
      who: 'one maria@cafe.example Maria Jensen',
    }),
    file('rt-home', 'https://help.shop.example/', { who: 'none no-conversation' }),
  ],
};
