import MailComposer from 'nodemailer/lib/mail-composer';
import type { TestMail } from './types.ts';

export type RenderedMail = { mail: TestMail; sentAt: Date; bytes: Buffer };

const messageId = (id: string): string => `<${id}@mid.example>`;

/** All mails that came before `mail` in its conversation, oldest first. */
const ancestors = (mail: TestMail, all: ReadonlyMap<string, TestMail>): string[] => {
  const before = mail.answers === undefined ? undefined : all.get(mail.answers);
  if (mail.answers !== undefined && !before)
    throw new Error(`${mail.id} answers ${mail.answers}, which does not exist`);
  return before ? [...ancestors(before, all), before.id] : [];
};

const renderOne = async (mail: TestMail, sentAt: Date, references: string[]): Promise<Buffer> => {
  const common = { subject: mail.subject, messageId: messageId(mail.id), date: sentAt };
  if ('raw' in mail) {
    const head = `Message-ID: ${common.messageId}\r\nDate: ${sentAt.toUTCString().replace('GMT', '+0000')}\r\nSubject: ${mail.subject}\r\nMIME-Version: 1.0\r\n`;
    return Buffer.from(head + mail.raw, 'utf8');
  }
  const last = references.at(-1);
  return new MailComposer({
    ...mail.message,
    ...common,
    ...(last !== undefined && { inReplyTo: messageId(last), references: references.map(messageId) }),
    // A fixed boundary: the same mail is the same bytes in every run.
    baseBoundary: mail.id,
  })
    .compile()
    .build();
};

/** The mails as RFC 5322 bytes, in the order given, one an hour with the last one an hour before `until`. */
export const render = async (mails: readonly TestMail[], until: Date): Promise<RenderedMail[]> => {
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  return Promise.all(
    mails.map(async (mail, n) => {
      const sentAt = new Date(until.getTime() - (mails.length - n) * 3_600_000);
      return { mail, sentAt, bytes: await renderOne(mail, sentAt, ancestors(mail, byId)) };
    }),
  );
};
