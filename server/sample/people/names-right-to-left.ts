import type { NamePool } from './name-pool.ts';

export const rightToLeft: readonly [NamePool, ...NamePool[]] = [
  {
    tongue: 'fa',
    places: ['tehran', 'dubai', 'toronto'],
    weight: 12,
    given: [
      ['شیرین', 'shirin'],
      ['آرش', 'arash'],
      ['نیلوفر', 'niloufar'],
      ['کامران', 'kamran'],
      ['پریسا', 'parisa'],
      ['بهروز', 'behrouz'],
      ['لیلا', 'leila'],
      ['سهراب', 'sohrab'],
      ['ژاله', 'zhaleh'],
    ],
    family: [
      ['احمدی', 'ahmadi'],
      ['رضایی', 'rezaei'],
      ['کاشانی', 'kashani'],
      ['موسوی', 'mousavi'],
      ['تهرانی', 'tehrani'],
      ['یزدانی', 'yazdani'],
      ['گلستان', 'golestan'],
    ],
    companies: [
      ['کافه انار', 'cafeanar.example'],
      ['قهوه‌خانهٔ باغ', 'ghahvebagh.example'],
    ],
  },
  {
    tongue: 'ar',
    places: ['dubai'],
    weight: 9,
    given: [
      ['ليلى', 'layla'],
      ['يوسف', 'yousef'],
      ['مريم', 'maryam'],
      ['خالد', 'khaled'],
      ['نورة', 'noura'],
      ['سامي', 'sami'],
      ['هالة', 'hala'],
    ],
    family: [
      ['الحداد', 'alhaddad'],
      ['منصور', 'mansour'],
      ['الزهراني', 'alzahrani'],
      ['قاسم', 'qasim'],
      ['النجار', 'alnajjar'],
      ['صالح', 'saleh'],
    ],
    companies: [
      ['مقهى الواحة', 'alwaha.example'],
      ['محمصة النخيل', 'alnakheel.example'],
    ],
  },
];
