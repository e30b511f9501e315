import type { Contact } from './types.ts';

/** The team that reads the mail. Every domain ends in .example, which nobody can own. */
export const shop = {
  domain: 'shop.example',
  support: { name: 'Shop Support', address: 'support@shop.example' },
  rep: { name: 'Rita Rep', address: 'rita.rep@shop.example' },
  colleague: { name: 'Carl Colleague', address: 'carl@shop.example' },
  forms: { name: 'Shop contact form', address: 'no-reply@shop.example' },
  orders: { name: 'Shop Orders', address: 'orders@shop.example' },
} as const satisfies Record<string, string | Contact>;

/** Customers of the shop: a test that wants them known puts them on its server under these names. */
export const customers = {
  maria: { name: 'Maria Jensen', address: 'maria.jensen@fjordkaffe.example' },
  somchai: { name: 'สมชาย ใจดี', address: 'somchai@baansuan.example' },
  zahra: { name: 'زهرا احمدی', address: 'zahra.ahmadi@golab.example' },
  lukasz: { name: 'Łukasz Święcicki', address: 'lukasz.swiecicki@piekarnia.example' },
  aisyah: { name: 'Nur Aisyah binti Rahman', address: 'nur.aisyah@kedaikopi.example' },
  jose: { name: 'Dela Cruz, José', address: 'jose.delacruz@sari-sari.example' },
  yuki: { name: '佐々木 由紀子', address: 'yukiko.sasaki@kissaten.example' },
  niamh: { name: "Niamh O'Brien", address: "niamh.o'brien@emerald.example" },
  ana: { name: 'Ana Kovač', address: 'ana+orders@kovac.example' },
  tomas: { name: 'Tomáš Dvořák', address: 'tomas@dvorak.example' },
  priya: { name: 'Priya Nair', address: 'priya.nair@spicebox.example' },
  elena: { name: 'Elena Rossi', address: 'elena.rossi@torrefazione.example' },
  marco: { name: 'Marco Bianchi', address: 'marco.bianchi@torrefazione.example' },
} as const satisfies Record<string, Contact>;

/** People who write and are nobody's customers. */
export const strangers = {
  viktor: { name: 'Viktor Neuhaus', address: 'viktor.neuhaus@unbekannt.example' },
  assistant: { name: 'Assistant', address: 'assistant@office.example' },
  neighbour: { name: 'Third Person', address: 'third.person@neighbour.example' },
} as const satisfies Record<string, Contact>;

/** Addresses that only ever stand in bodies and display names. Whoever reports one of them was fooled. */
export const planted = [
  'planted-contact@trap.example',
  'planted-gd@trap.example',
  'planted-mailto@trap.example',
  'planted-title@trap.example',
  'planted-input@trap.example',
  'planted-header@trap.example',
  'planted-requestor@trap.example',
  'planted-anchor@trap.example',
  'planted-attribute@trap.example',
  'planted-data@trap.example',
  'planted-frame@trap.example',
  'planted-cover@trap.example',
  'planted-escape@trap.example',
  'planted-inner@trap.example',
  'planted-report@trap.example',
  'planted-subject@trap.example',
  'planted-name@trap.example',
  'quoted-person@trap.example',
  'signature@trap.example',
  'bob@bank.example',
] as const;
