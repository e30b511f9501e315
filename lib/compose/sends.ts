/** How a system that does not say "Send" on its button, or says it in many languages, lets a reply go. Selectors all. */
export type Sends = {
  /** Only where this is does the rule hold. */
  where: string;
  /** What is pressed to send an answer to the customer, and nothing else. */
  press: string;
  /** What shows that it did not go out. */
  failed?: string;
};

export const sends: readonly Sends[] = [
  // Roundcube 1.6: every skin hangs its buttons on one command; the dialog that asks for a subject has a button of its own. Anchors
  // seen 2026-11-22.
  {
    where: 'textarea[name="_message"]',
    press: `[onclick*="command('send'"], .ui-dialog button.send`,
    failed: '#messagestack .error, #message .error',
  },
  // Request Tracker 5: one form, one button; an internal comment is no reply. Anchors seen 2026-11-22.
  {
    where: 'form[name="TicketUpdate"] [name="UpdateType"]',
    press: 'form:has([name="UpdateType"] option[value="response"]:checked) [name="SubmitTicket"]',
  },
];

// "Send" as buttons begin: a verb, and no word that only begins like it ("Sent", 送信済み).
const WORDS =
  'send|submit|post reply|senden|absenden|abschicken|versenden|envoyer|enviar|invia|verzenden|verstuur|versturen|wyślij|skicka|lähetä|odeslat|küldés|elküldés|gönder|отправить|надіслати|відправити|αποστολή|ipadala|ส่ง|hantar|kirim|ارسال|فرستادن|إرسال|أرسل|שלח|שליחה|gửi|送信|送信する|보내기|发送|發送|傳送|寄出|送出';
const SEND = new RegExp(`^[^\\p{L}]*(?:${WORDS})(?![\\p{L}\\p{M}])`, 'iu');
/** A longer text is a sentence, not a button. */
const LONGEST = 40;

/** Whether a button of this name sends. */
export const isSendWord = (name: string): boolean => name.trim().length <= LONGEST && SEND.test(name.trim());
