import type MailComposer from 'nodemailer/lib/mail-composer';

/** A person as a mail names them. */
export type Contact = { name: string; address: string };

/** Who the customer of a mail is, for a reader who knows everything. A detector is measured against this. */
export type Truth =
  | { kind: 'person'; who: Contact }
  /** Equally likely: a detector says so and offers them all. */
  | { kind: 'several'; who: readonly Contact[] }
  | { kind: 'nobody'; because: 'no-reply' | 'mailing-list' | 'own-team' | 'bounce' | 'no-address' };

/** What shows the mails in these tests. */
export type Product = 'roundcube' | 'request-tracker' | 'sogo';

export type ComposeOptions = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;

export type TestMail = {
  /** Kebab-case, unique; also the local part of its Message-ID. */
  id: string;
  folder: 'inbox' | 'sent';
  /** Unique in its folder: tests open a mail by its subject. */
  subject: string;
  /** What is special about it, in words. */
  holds: string;
  truth: Truth;
  /** What is left of the truth where a product keeps a line of the head to itself, or reads it in its own way. */
  shownBy?: Partial<Record<Product, { truth: Truth; because: string }>>;
  /** The mail of the same conversation that this one answers. */
  answers?: string;
  /** Further customers that a help desk is told about by hand. */
  requestors?: readonly string[];
} & (
  | { message: Omit<ComposeOptions, 'subject' | 'messageId' | 'date' | 'raw'> }
  /** For what a well-behaved library refuses to write: the From and To lines and the body as they go over the wire. */
  | { raw: string }
);
