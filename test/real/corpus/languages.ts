import { type LabelKind, labelledText, labelOf } from '#lib/detect/labels.ts';

type Language = { lang: string; dir: 'ltr' | 'rtl'; words: Record<LabelKind, string> };

/** What headers are labelled with where people read other scripts, and from right to left. */
export const languages: readonly Language[] = [
  {
    lang: 'de',
    dir: 'ltr',
    words: { from: 'Von', 'reply-to': 'Antwort an', to: 'An', cc: 'Kopie', subject: 'Betreff' },
  },
  {
    lang: 'fa',
    dir: 'rtl',
    words: { from: 'از', 'reply-to': 'پاسخ به', to: 'به', cc: 'رونوشت', subject: 'موضوع' },
  },
  {
    lang: 'th',
    dir: 'ltr',
    words: { from: 'จาก', 'reply-to': 'ตอบกลับ', to: 'ถึง', cc: 'สำเนา', subject: 'หัวข้อ' },
  },
  {
    lang: 'ja',
    dir: 'ltr',
    words: { from: '差出人', 'reply-to': '返信先', to: '宛先', cc: '副本', subject: '件名' },
  },
];

/** Words that people are shown, but no text of the page. */
const SHOWN = ['aria-label', 'title', 'placeholder', 'alt'];

const inOther = (text: string, words: Language['words']): string => {
  const bare = labelOf(text.trim());
  if (bare) return `${words[bare.kind]}${bare.colon ? ':' : ''}`;
  const both = labelledText(text.trim());
  return both ? `${words[both.kind]}: ${both.value}` : text;
};

/** Puts every label of the page into another language, and the page into its direction. @returns how many there are */
export const translate = (doc: Document, { lang, dir, words }: Language): number => {
  let labels = 0;
  const put = (before: string): string => {
    const after = inOther(before, words);
    if (after !== before) labels += 1;
    return after;
  };
  doc.documentElement.lang = lang;
  doc.documentElement.dir = dir;
  const walker = doc.createTreeWalker(doc.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue?.trim()) node.nodeValue = put(node.nodeValue);
  for (const element of doc.querySelectorAll(SHOWN.map((name) => `[${name}]`).join()))
    for (const name of SHOWN) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, put(value));
    }
  return labels;
};
