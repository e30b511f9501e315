import { describe, expect, test } from 'vitest';
import { isSendWord } from '#lib/compose/sends.ts';

describe('the name of a button that sends', () => {
  test.each([
    'Send',
    '  send reply ',
    'Send \u202a(Ctrl-Enter)\u202c',
    '✉ Send',
    'Submit as Solved',
    'Post Reply',
    'Senden',
    'Envoyer',
    'Wyślij',
    'Отправить',
    'ارسال',
    'ส่ง',
    '送信',
    '发送',
    'Ipadala',
  ])('is %s', (name) => expect(isSendWord(name)).toBe(true));

  test.each([
    '',
    'Sent',
    'Sender',
    'Discard draft',
    'Save as draft',
    'Cancel',
    'Schedule send',
    'Reply',
    '送信済みメール',
    'ส่งต่อ',
    'Send us a line when you next come by, we would love to hear from you',
  ])('is not “%s”', (name) => expect(isSendWord(name)).toBe(false));
});
