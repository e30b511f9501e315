import { describe, expect, test } from 'vitest';
import { isNoReply, sendWord } from '#lib/compose/sends.ts';

describe('the name of a button that sends', () => {
  test.each([
    ...[
      'Send',
      '  send reply ',
      'Send \u202a(Ctrl-Enter)\u202c',
      'Send \u202a(⌘Enter)\u202c',
      'Send (⌘ + ↵)',
      '✉ Send',
      'Send…',
    ],
    ...[
      'Submit',
      'Submit as Solved',
      'Post Reply',
      'Send and close',
      'Send & archive',
      'Send and set as Resolved',
      'SEND\n  ANYWAY',
    ],
    ...[
      'Senden',
      'Senden \u202a(Strg + Eingabe)\u202c',
      'Absenden',
      'Envoyer',
      'Envoyer (Ctrl+Entrée)',
      'Enviar (Ctrl-Intro)',
      'Invia',
    ],
    ...['Verzenden', 'Wyślij', 'Pošalji', 'Отправить', 'Надіслати', 'Gönder', 'Küldés', 'Αποστολή', 'Kirim'],
    ...['ارسال', 'إرسال', 'שליחה', 'ส่ง', '送信', '보내기', '发送', 'Ipadala', 'Gửi'],
  ])('is %s', (name) => expect(sendWord(name)).toBe('sends'));

  test.each(['Reply', 'Post', 'Reply all', 'Antworten', 'Répondre', 'Ответить', '返信', 'پاسخ'])(
    'may be %s, if it is the composer’s own',
    (name) => expect(sendWord(name)).toBe('replies'),
  );

  test.each([
    ...['', '✉', 'Sent', 'Sender', 'Discard draft', 'Save as draft', 'Cancel', 'Forward'],
    ...[
      'Send later',
      'Schedule send',
      'Send feedback',
      'Send a copy to…',
      'Send test email',
      'Cancel sending',
      'Don’t send',
    ],
    ...['Submit as internal note', 'Submit a bug', 'Post internal note', 'Send to spam', 'Reply settings'],
    ...[
      'Verzenden annuleren',
      'Verzenden plannen',
      'Später senden',
      'Senden abbrechen',
      'Envoyer plus tard',
      'Enviar más tarde',
    ],
    ...[
      'Wyślij później',
      'Отправить позже',
      'Отменить отправку',
      '送信済みメール',
      '送信を取り消す',
      '定时发送',
      'ส่งต่อ',
      'ارسال با تأخیر',
    ],
    'Send us a line when you next come by, we would love to hear from you',
  ])('is not “%s”', (name) => expect(sendWord(name)).toBeNull());
});

test('of a form with one button, that says whether it is no reply at all', () => {
  for (const name of [
    'Submit as internal note',
    'Save note',
    'Search',
    'Interne Notiz hinzufügen',
    'Send later',
  ])
    expect([name, isNoReply(name)]).toEqual([name, true]);
  for (const name of ['Send', 'Respond', 'Absenden', '', '提交'])
    expect([name, isNoReply(name)]).toEqual([name, false]);
});
