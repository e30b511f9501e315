import {
  beat,
  byMail,
  cancelled,
  ordered,
  paused,
  rated,
  renewed,
  resumed,
  said,
  subscribed,
  usage,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** They drift, pause, pay late, leave, or come back. */
export const leaving: Record<string, Story> = {
  check_in: {
    who: {
      name: 'Małgorzata Szczęsna',
      slug: 'malgorzata-szczesna',
      address: 'malgorzata.szczesna@letterbox.example',
      place: 'warsaw',
      tongue: 'pl',
      source: 'word of mouth',
      tags: ['home'],
    },
    beats: [
      ordered(130, 'Tuesday decaf, 250 g', 460),
      ordered(100, 'Tuesday decaf, 250 g', 460),
      ordered(70, 'Tuesday decaf, 250 g', 460),
      byMail(
        ordered(40, 'Tuesday decaf, 250 g', 460, 'To co zwykle, proszę.'),
        'To co zwykle',
        'Dzień dobry,\n\nto co zwykle, proszę. I pozdrowienia dla pani Tess, zawsze tak miło pakuje.\n\nMałgorzata Szczęsna',
      ),
    ],
  },
  personal_note: {
    who: {
      name: 'Joaquín Ferrer',
      slug: 'joaquin-ferrer',
      address: 'joaquin@laesquina.example',
      company: 'Café La Esquina',
      title: 'Owner',
      place: 'madrid',
      tongue: 'es',
      source: 'search',
      tags: ['café'],
    },
    beats: [
      subscribed(220, 'cafe', -190),
      ...[190, 160, 130, 100, 70, 40, 10].map((ago) => renewed(ago, 'cafe', 30 - ago)),
      said(75, 'Todo bien.', 'CALL'),
    ],
  },
  at_risk: {
    who: {
      name: 'Patricia Quiambao',
      slug: 'patricia-quiambao',
      address: 'patricia@hotelamihan.example',
      company: 'Hotel Amihan',
      title: 'Buyer',
      place: 'manila',
      tongue: 'en',
      source: 'a café that serves us',
      tags: ['hotel'],
    },
    beats: [
      subscribed(200, 'cafe', -170),
      ...[170, 140, 110, 80, 50, 20].map((ago) => renewed(ago, 'cafe', 30 - ago)),
      usage(6, 0.4, 'kilos ordered'),
      beat(9, 'Champion Left', { about: 'Chef Dindo has moved to another hotel' }, '/panel', 'Jun Abad'),
      byMail(
        said(15, 'New kitchen lead'),
        'New kitchen lead at Amihan',
        'Good day,\n\nChef Dindo has left us and I look after purchasing now. I am going through all suppliers this month.\n\nPlease send me what you have agreed with him.\n\nPatricia Quiambao',
      ),
    ],
  },
  renewal_note: {
    who: {
      name: 'Siobhán Llewellyn',
      slug: 'siobhan-llewellyn',
      address: 'siobhan@tinkettle.example',
      company: 'The Tin Kettle',
      title: 'Owner',
      place: 'london',
      tongue: 'en',
      source: 'search',
      tags: ['café'],
    },
    beats: [subscribed(355, 'cafe', 10), rated(40, 4), said(20, 'All good here.', 'CALL')],
  },
  card_expiring: {
    who: {
      name: 'Балаж Їжак',
      slug: 'balazh-yizhak',
      address: 'balazh.yizhak@post.example',
      place: 'kyiv',
      tongue: 'uk',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      subscribed(140, 'home', -110),
      ...[110, 80, 50, 20].map((ago) => renewed(ago, 'home', 30 - ago)),
      beat(2, 'Payment Method Expiring', (s) => ({ expiresAt: s.inDays(12) }), '/billing'),
    ],
  },
  payment_failed: {
    who: {
      name: 'Dianne Magsaysay',
      slug: 'dianne-magsaysay',
      address: 'dianne.magsaysay@kahon.example',
      place: 'davao',
      tongue: 'en',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      subscribed(126, 'home', -96),
      ...[96, 66, 36].map((ago) => renewed(ago, 'home', 30 - ago)),
      beat(5, 'Payment Failed', (s) => s.price(790), '/billing'),
    ],
  },
  offer_pause: {
    who: {
      name: 'نیلوفر کاشانی',
      slug: 'niloufar-kashani',
      address: 'niloufar.kashani@mail.example',
      place: 'tehran',
      tongue: 'fa',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      subscribed(155, 'home', -125),
      ...[125, 95, 65, 35, 5].map((ago) => renewed(ago, 'home', 30 - ago)),
      byMail(
        beat(
          0.7,
          'Cancel Intent Stated',
          { about: 'moving', text: 'شاید بهتر باشد اشتراکم را لغو کنم.' },
          '/inbox',
          'them',
        ),
        'لغو اشتراک؟',
        'سلام و وقت بخیر،\n\nما تا دو ماه دیگر در حال اسباب‌کشی هستیم و شاید بهتر باشد اشتراکم را لغو کنم. قهوه‌تان را خیلی دوست دارم، فقط نمی‌دانم کجا بفرستید.\n\nبا احترام\nنیلوفر کاشانی',
      ),
    ],
  },
  return_note: {
    who: {
      name: 'ليلى الحداد',
      slug: 'layla-alhaddad',
      address: 'layla.alhaddad@post.example',
      place: 'dubai',
      tongue: 'ar',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      subscribed(180, 'home', -150),
      ...[150, 120, 90, 60].map((ago) => renewed(ago, 'home', 30 - ago)),
      byMail(
        paused(45, 3, 'نحن مسافرون حتى نهاية الشهر'),
        'سفر لشهر ونصف',
        'مرحباً،\n\nنحن مسافرون حتى نهاية الشهر القادم. هل يمكن إيقاف الاشتراك مؤقتاً؟ لا أريد أن أفوّت القهوة عند عودتي.\n\nشكراً لكم\nليلى',
      ),
    ],
  },
  win_back: {
    who: {
      name: 'Begoña Núñez',
      slug: 'begona-nunez',
      address: 'begona.nunez@mail.example',
      place: 'madrid',
      tongue: 'es',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      subscribed(250, 'home', -220),
      ...[220, 190, 160, 130, 100].map((ago) => renewed(ago, 'home', 30 - ago)),
      byMail(
        cancelled(75, 'Toca ahorrar una temporada'),
        'Me doy de baja, con pena',
        'Hola,\n\ntoca ahorrar una temporada y me doy de baja. El café no tiene la culpa, al contrario.\n\nUn abrazo\nBegoña',
      ),
    ],
  },
  ask_why_left: {
    who: {
      name: 'Arthit Boonmee',
      slug: 'arthit-boonmee',
      address: 'arthit.boonmee@kahon.example',
      place: 'bangkok',
      tongue: 'th',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      subscribed(130, 'home', -100),
      ...[100, 70, 40].map((ago) => renewed(ago, 'home', 30 - ago)),
      cancelled(4, 'no reason given'),
    ],
  },
  welcome_back: {
    who: {
      name: 'Grażyna Kościelna',
      slug: 'grazyna-koscielna',
      address: 'grazyna.koscielna@post.example',
      place: 'warsaw',
      tongue: 'pl',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      subscribed(300, 'home', -270),
      renewed(270, 'home', -240),
      cancelled(230, 'Muszę na razie oszczędzać'),
      subscribed(2, 'home', 28),
      resumed(1.95),
      byMail(
        said(1.9, 'Wróciłam!'),
        'Wróciłam',
        'Dzień dobry,\n\nwróciłam. Przez pół roku piłam kawę z marketu i mam to sobie za złe.\n\nGrażyna',
      ),
    ],
  },
};
