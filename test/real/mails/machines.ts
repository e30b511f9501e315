import { customers, shop } from './people.ts';
import type { TestMail } from './types.ts';

/** Mail that no person wrote by hand, or that came by way of a machine. */
export const machines: readonly TestMail[] = [
  {
    id: 'contact-form',
    folder: 'inbox',
    subject: 'Contact form: a question about wholesale',
    holds: "our own form's address in From, the customer in Reply-To",
    truth: { kind: 'person', who: customers.priya },
    message: {
      from: shop.forms,
      replyTo: customers.priya,
      to: shop.support,
      text: 'Name: Priya Nair\nMessage: Do you have wholesale prices for spice and coffee together?\n',
    },
  },
  {
    id: 'parcel-notice',
    folder: 'inbox',
    subject: 'Your parcel 00340434 was delivered',
    holds: 'a no-reply address',
    truth: { kind: 'nobody', because: 'no-reply' },
    message: {
      from: { name: 'Parcel Service', address: 'no-reply@parcel.example' },
      to: shop.support,
      headers: { 'Auto-Submitted': 'auto-generated' },
      text: 'It was handed to the neighbour.\n',
    },
  },
  {
    id: 'mailing-list',
    folder: 'inbox',
    subject: '[roasters] Who has a spare drum bearing?',
    holds: 'a person who writes by way of a mailing list',
    truth: { kind: 'nobody', because: 'mailing-list' },
    message: {
      from: { name: 'Otto Stern via Roasters', address: 'roasters@lists.example' },
      to: { name: 'Roasters', address: 'roasters@lists.example' },
      list: {
        id: { url: 'roasters.lists.example', comment: 'Roasters' },
        unsubscribe: 'https://lists.example/out',
      },
      headers: { Precedence: 'list' },
      text: 'Mine has died in the middle of the season.\n',
    },
  },
  {
    id: 'bounce',
    folder: 'inbox',
    subject: 'Undelivered Mail Returned to Sender',
    holds: 'a bounce',
    truth: { kind: 'nobody', because: 'bounce' },
    message: {
      from: { name: 'Mail Delivery System', address: 'mailer-daemon@mx.example' },
      to: shop.support,
      headers: { 'Auto-Submitted': 'auto-replied' },
      text: 'I could not deliver your mail to <quoted-person@trap.example>.\n',
    },
  },
  {
    id: 'forwarded-by-colleague',
    folder: 'inbox',
    subject: 'Fwd: Can you take this one?',
    holds: "a colleague's mail that carries a customer's in its body",
    truth: { kind: 'nobody', because: 'own-team' },
    message: {
      from: shop.colleague,
      to: shop.support,
      text: 'For you, I am off until Monday.\n\n-------- Forwarded Message --------\nFrom: Quoted Person <quoted-person@trap.example>\nTo: Carl Colleague <carl@shop.example>\n\nIs the roastery open on Saturday?\n',
    },
  },
];
