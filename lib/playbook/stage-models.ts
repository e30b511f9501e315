import { type Stage, stages } from '../contract/stage.ts';
import type { StageWords } from '../contract/stage-book.ts';

/** How one school of customer care names the stages. A way of seeing only: no data ever changes with it. */
export type StageModel = {
  id: 'suki' | 'fil' | 'pl' | 'th' | 'ms' | 'fa' | 'hubspot';
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The model's name in its own language. */
  name: string;
  /** Absent: the model has no word of its own for this stage; the English one is shown. */
  labels: Partial<Record<Stage, string>>;
};

/** A stage's name with what a browser needs to set it: `lang` null is a language that nobody named. */
export type StageLabel = { text: string; lang: string | null; dir: 'ltr' | 'rtl' | 'auto' };

/** Our own names, from the seller's side. */
export const stageNames: Record<Stage, string> = {
  discover: 'Discovering',
  educate: 'Finding out',
  purchase: 'Deciding',
  engage: 'Getting started',
  retain: 'Regular',
  advocate: 'Speaks for us',
  lapsed: 'Away',
};

/** What they would say themselves. */
export const stageVoices: Record<Stage, string> = {
  discover: 'I have just come across you.',
  educate: 'I am finding out whether this is for me.',
  purchase: 'I am making up my mind.',
  engage: 'I am getting to know it.',
  retain: 'This is where I go.',
  advocate: 'I tell others about you.',
  lapsed: 'I have not been around.',
};

const suki: StageModel = { id: 'suki', lang: 'en', dir: 'ltr', name: 'Suki', labels: stageNames };

export const stageModels: readonly StageModel[] = [
  suki,
  {
    id: 'fil',
    lang: 'fil',
    dir: 'ltr',
    name: 'Filipino',
    labels: {
      discover: 'Maabot',
      educate: 'Maabot',
      purchase: 'Pagtatamo',
      engage: 'Pag-unlad at pag-aalaga',
      retain: 'Pagpapanatili',
      advocate: 'Pagtatanggol',
    },
  },
  {
    id: 'pl',
    lang: 'pl',
    dir: 'ltr',
    name: 'Polski',
    labels: {
      discover: 'Odkrycie',
      educate: 'Edukacja',
      purchase: 'Zakup',
      engage: 'Zaangażowanie po zakupie',
      advocate: 'Popieranie',
    },
  },
  {
    id: 'th',
    lang: 'th',
    dir: 'ltr',
    name: 'ไทย',
    labels: {
      // Thai marketing uses the English words for the first stage and the last.
      discover: 'Awareness',
      educate: 'การพิจารณา',
      purchase: 'การซื้อ',
      engage: 'การรักษาลูกค้า',
      retain: 'การรักษาลูกค้า',
      advocate: 'Advocacy',
    },
  },
  {
    id: 'ms',
    lang: 'ms',
    dir: 'ltr',
    name: 'Bahasa Melayu',
    labels: {
      purchase: 'Memenangi pelanggan',
      engage: 'Pelanggan baharu',
      retain: 'Pengekalan pelanggan',
      lapsed: 'Churn',
    },
  },
  {
    id: 'fa',
    lang: 'fa',
    dir: 'rtl',
    name: 'فارسی',
    labels: {
      discover: 'یافتن سرنخ',
      educate: 'تعامل',
      purchase: 'تبدیل به مشتری',
      engage: 'پس از خرید',
      retain: 'پایگاه مشتری وفادار',
      advocate: 'معرفی',
      lapsed: 'ریزش',
    },
  },
  {
    id: 'hubspot',
    lang: 'en',
    dir: 'ltr',
    name: 'HubSpot',
    labels: {
      discover: 'Lead',
      educate: 'Marketing qualified lead',
      purchase: 'Opportunity',
      engage: 'Customer',
      retain: 'Customer',
      advocate: 'Evangelist',
      lapsed: 'Other',
    },
  },
];

/** The model of this id, or our own where there is none: a name that is gone must not hide a stage. */
export const stageModelOf = (id: string): StageModel => stageModels.find((model) => model.id === id) ?? suki;

/**
 * What a stage is called: in the team's own words if it has any and our model is chosen, else in the model's, else in
 * English. `words` is `policy.words`.
 */
export const stageLabel = (
  model: StageModel,
  stage: Stage,
  words?: Partial<Record<Stage, StageWords | undefined>>,
): StageLabel => {
  const own = model.id === 'suki' ? words?.[stage]?.name : undefined;
  if (own !== undefined) return { text: own, lang: null, dir: 'auto' };
  const label = model.labels[stage];
  return label === undefined
    ? { text: stageNames[stage], lang: suki.lang, dir: suki.dir }
    : { text: label, lang: model.lang, dir: model.dir };
};

/** They find you, you keep them: the stages in two columns [R2-01]. Who is away is still somebody to keep. */
export const finding: readonly Stage[] = ['discover', 'educate', 'purchase'];
export const keeping: readonly Stage[] = stages.filter((stage) => !finding.includes(stage));
