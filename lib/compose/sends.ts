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
  // Zammad 3 to 6: one button takes whatever was changed; only a mail that all may see is an answer (zammad/zammad: views/ticket_zoom/
  // {article_new,attribute_bar}.jst.eco, controllers/ticket_zoom/article_new.coffee, as of 2026-11-22). Open tickets stay in the page.
  {
    where: '.article-add[data-type]',
    press: '.content.active:has(.article-add.is-public[data-type="email"]) .js-submit',
  },
  // GLPI 10: "Add" below a follow-up that is not private (glpi-project/glpi: templates/components/itilobject/timeline/
  // form_followup.html.twig, as of 2026-11-22). A task, a solution, a document are no reply.
  {
    where: '.itilfollowup form [name="content"]',
    press: '.itilfollowup form:not(:has([name="is_private"]:checked)) [name="add"]',
  },
];

/** What webmails and help desks write on the button that sends, whole. */
const SENDS = new Set(
  [
    'send|send reply|send a reply|send message|send email|send e-mail|send mail|send now|send anyway|send all|reply and send',
    'submit|submit reply|post reply|post message|reply to customer|send to customer',
    'senden|absenden|abschicken|versenden|jetzt senden|antwort senden|antwort absenden|nachricht senden|e-mail senden|mail senden',
    'envoyer|envoyer la réponse|envoyer le message|envoyer maintenant|envoyer un e-mail',
    'enviar|enviar respuesta|enviar mensaje|enviar ahora|enviar resposta|enviar mensagem|enviar agora|envia|envia la resposta|bidali',
    'invia|invia risposta|invia messaggio|invia ora|invia e-mail',
    'verzenden|verstuur|versturen|zenden|nu verzenden|antwoord verzenden|antwoord versturen|bericht verzenden|stuur',
    'wyślij|wyślij odpowiedź|wyślij wiadomość|wyślij teraz|odeslat|odeslat odpověď|odoslať|odoslať odpoveď',
    'pošalji|pošalji odgovor|pošalji poruku|pošlji|пошаљи|испрати|изпрати|trimite|trimiteți',
    'skicka|skicka svar|skicka nu|send svar|lähetä|lähetä vastaus|senda|saada|nosūtīt|sūtīt|siųsti',
    'küldés|elküldés|elküld|válasz küldése|gönder|yanıtı gönder|göndər|dërgo|αποστολή|αποστολή απάντησης',
    'отправить|отправить ответ|отправить сообщение|надіслати|надіслати відповідь|відправити|адправіць|жіберу',
    'ipadala|ส่ง|ส่งข้อความ|hantar|kirim|kirim balasan|kirim pesan|gửi|gửi phản hồi|gửi tin nhắn|tuma|भेजें|পাঠান|بھیجیں',
    'ارسال|ارسال پاسخ|ارسال پیام|فرستادن|بفرست|إرسال|ارسال الرد|إرسال الرد|أرسل|שלח|שליחה|שלח תגובה|გაგზავნა|ուղարկել',
    '送信|送信する|返信を送信|보내기|전송|답장 보내기|发送|发送回复|立即发送|發送|發送回覆|傳送|傳送回覆|寄出|送出|提交回复',
  ].flatMap((line) => line.split('|')),
);
/** These open a reply on one button and send it on another, so they count only on a composer's own. */
const REPLIES = new Set(
  (
    'reply|reply all|reply to all|post|answer|antworten|allen antworten|répondre|responder|rispondi|beantwoorden|antwoorden|odpowiedz|' +
    'odpovědět|odpovedať|odgovori|răspunde|svara|svar|vastaa|válasz|yanıtla|απάντηση|ответить|відповісти|отговор|objavi|balas|trả lời|' +
    'tumugon|ตอบกลับ|پاسخ|پاسخ دادن|رد|השב|返信|返信する|답장|回复|回覆|答复'
  ).split('|'),
);
/** What a desk does with the conversation then. */
const TAILS = [
  /^(?:send|reply|send reply|submit)(?: and| &| \+) (?:close|resolve|solve|archive|next|next active|stay on page|stay|back to folder|open|snooze|mark (?:as )?(?:done|closed|resolved)|set (?:as|to) (?:open|pending|resolved|closed|waiting on customer|waiting on third party))$/,
  /^submit as (?:new|open|pending|on-hold|on hold|solved|resolved|closed)$/,
  /^(?:senden|absenden)(?: und| &| \+) (?:schließen|erledigen|archivieren)$/,
  /^envoyer(?: et| &| \+) (?:fermer|clôturer|clore|archiver)$/,
  /^enviar(?: y| e| &| \+) (?:cerrar|fechar|archivar|arquivar)$/,
  /^invia(?: e| ed| &| \+) (?:chiudi|archivia)$/,
  /^(?:verzenden|versturen)(?: en| &| \+) (?:sluiten|archiveren)$/,
  /^wyślij(?: i| &| \+) (?:zamknij|archiwizuj)$/,
];
// The keys that do the same, in the words of any language ("(Strg + Eingabe)", "⌘↵"), from the first of them on.
const KEYS = /[\s([{]*(?:(?:ctrl|strg|cmd|alt)\s*[-+‑–]|[⌘⌃⌥⇧↵⏎↩]).*$/iu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** The words of a button, and nothing else of it. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(KEYS, '')
    .replace(EDGES, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();

/**
 * What a button of this name does: `sends` by itself, or `replies`, which sends only as a composer's own button. Only the whole name
 * says so: "Send later", "Send feedback" and "Cancel sending" have the word in them, too.
 */
export const sendWord = (name: string): 'sends' | 'replies' | null => {
  const words = wordsOf(name);
  if (SENDS.has(words) || TAILS.some((tail) => tail.test(words))) return 'sends';
  return REPLIES.has(words) ? 'replies' : null;
};

// Words that delay, cancel, or keep it among colleagues, and what other small forms are for.
const NEVER =
  /note|notiz|notitie|notatk|intern|private|privat|draft|entwurf|brouillon|borrador|rascunho|bozza|concept|szkic|later|später|plus tard|schedul|planen|cancel|abbrechen|annul|anuluj|save|speichern|enregistrer|guardar|salva|opslaan|zapisz|search|such|feedback|comment|discard|delete|subscribe|заметк|чернов|отмен|сохран|нотат|чернет|скасув|збер|メモ|下書き|キャンセル|保存|草稿|取消|备注|備註|یادداشت|پیش‌نویس|لغو|ذخیره|ملاحظة|مسودة|إلغاء|حفظ/iu;
/** Whether a button of this name surely sends no reply. */
export const isNoReply = (name: string): boolean => !sendWord(name) && NEVER.test(name);
