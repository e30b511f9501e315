import type { Stage } from '../contract/stage.ts';

/** How one school of customer care names the stages. A way of seeing only: no data ever changes with it. */
export type StageModel = {
  id: string;
  /** BCP 47. */
  locale: string;
  dir: 'ltr' | 'rtl';
  /** The model's name in its own language. */
  name: string;
  /** Null: the model has no word of its own for this stage; show the English one. */
  labels: Record<Stage, string | null>;
};

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

export const stageModels: readonly StageModel[] = [
  {
    id: 'en',
    locale: 'en',
    dir: 'ltr',
    name: 'Suki',
    labels: stageNames,
  },
  {
    id: 'fil',
    locale: 'fil',
    dir: 'ltr',
    name: 'Filipino',
    labels: {
      discover: 'Maabot',
      educate: 'Maabot',
      purchase: 'Pagtatamo',
      engage: 'Pag-unlad at pag-aalaga',
      retain: 'Pagpapanatili',
      advocate: 'Pagtatanggol',
      lapsed: null,
    },
  },
  {
    id: 'pl',
    locale: 'pl',
    dir: 'ltr',
    name: 'Polski',
    labels: {
      discover: 'Odkrycie',
      educate: 'Edukacja',
      purchase: 'Zakup',
      engage: 'Zaangażowanie po zakupie',
      retain: null,
      advocate: 'Popieranie',
      lapsed: null,
    },
  },
  {
    id: 'th',
    locale: 'th',
    dir: 'ltr',
    name: 'ไทย',
    labels: {
      discover: 'Awareness',
      educate: 'การพิจารณา',
      purchase: 'การซื้อ',
      engage: 'การรักษาลูกค้า',
      retain: 'การรักษาลูกค้า',
      advocate: 'Advocacy',
      lapsed: null,
    },
  },
  {
    id: 'ms',
    locale: 'ms',
    dir: 'ltr',
    name: 'Bahasa Melayu',
    labels: {
      discover: null,
      educate: null,
      purchase: 'Memenangi pelanggan',
      engage: 'Pelanggan baharu',
      retain: 'Pengekalan pelanggan',
      advocate: null,
      lapsed: 'Churn',
    },
  },
  {
    id: 'fa',
    locale: 'fa',
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
];

/** The label of a stage in a model, in English where the model has none. */
export const stageLabel = (model: StageModel, stage: Stage): string =>
  model.labels[stage] ?? stageNames[stage];
