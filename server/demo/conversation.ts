/** One mail of the demo inbox, as the page shows it. */
export type MailPerson = { name: string; address: string };
export type Conversation = {
  id: string;
  folder: 'inbox' | 'sent';
  subject: string;
  from: MailPerson;
  to: MailPerson[];
  cc?: MailPerson[];
  /** Milliseconds since the epoch. */
  at: number;
  unread: boolean;
  /** Plain text; an empty line parts paragraphs. */
  text: string;
  /** What was written before in the same thread, newest first: shown folded, as quoted text. */
  earlier?: { name: string; at: number; text: string }[];
};
