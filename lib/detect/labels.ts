/** What the row of a mail's header says. */
export type LabelKind = 'from' | 'reply-to' | 'to' | 'cc' | 'subject';

// Words that webmails and help desks put before a header's value, in lower case. A word alone means nothing
// (many are prepositions): it counts only before a value, and only beside another label of the same header.
const words: Record<LabelKind, string> = {
  from: 'from|sender|requester|requestor|von|absender|de|expéditeur|remitente|remetente|da|mittente|van|afzender|od|nadawca|pošiljatelj|од|de la|expeditor|frá|प्रेषक|från|fra|lähettäjä|odesílatel|feladó|kimden|gönderen|от|від|από|mula kay|mula sa|mula|จาก|ผู้ส่ง|daripada|dari|از|فرستنده|من|מאת|từ|差出人|보낸 사람|보낸사람|发件人|寄件者|寄件人',
  'reply-to':
    'reply-to|reply to|antwort an|répondre à|responder a|rispondi a|antwoord aan|odpowiedz do|svar till|svar til|odpovědět na|yanıtla|ответить|відповісти|tumugon kay|ตอบกลับ|balas kepada|پاسخ به|الرد على|返信先|回复至|회신 주소',
  to: 'to|recipients|an|à|para|destinatario|a|aan|do|odbiorca|till|til|vastaanottaja|komu|címzett|kime|кому|προς|para kay|kay|za|prima|за|către|catre|per a|до|प्रति|ถึง|kepada|ke|به|گیرنده|إلى|אל|đến|宛先|받는 사람|받는사람|收件人|收件者',
  cc: 'cc|kopie|kopia|kopija|kópia|dw|копия|копія|สำเนา|salinan|رونوشت|نسخة|抄送|副本|참조',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|aihe|předmět|predmet|naslov|zadeva|наслов|subiect|assumpte|efni|относно|विषय|tárgy|konu|тема|θέμα|paksa|หัวข้อ|เรื่อง|subjek|perkara|موضوع|الموضوع|נושא|chủ đề|件名|제목|主题|主旨',
};

const kinds = new Map<string, LabelKind>();
for (const kind of Object.keys(words) as LabelKind[])
  for (const word of words[kind].split('|')) if (!kinds.has(word)) kinds.set(word, kind);

/** The longest label plus its colon; a longer text cannot be a bare label. */
export const LABEL_LENGTH = 24;
const COLON = /\s*[:：؛]\s*$/u;

/** The kind of a bare label ("Von:", "差出人"), and whether it ended in a colon. */
export const labelOf = (text: string): { kind: LabelKind; colon: boolean } | null => {
  if (text.length > LABEL_LENGTH) return null;
  const trimmed = text.trim().toLowerCase();
  const kind = kinds.get(trimmed.replace(COLON, ''));
  return kind ? { kind, colon: COLON.test(trimmed) } : null;
};

/** A label with its value in one text ("From: Ana <ana@x.example>"). */
export const labelledText = (text: string): { kind: LabelKind; value: string } | null => {
  const at = text.search(/[:：؛]/u);
  if (at < 1 || at > LABEL_LENGTH) return null;
  const label = labelOf(text.slice(0, at + 1));
  const value = text.slice(at + 1).trim();
  return label && value ? { kind: label.kind, value } : null;
};
