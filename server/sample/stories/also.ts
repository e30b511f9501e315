import {
  beat,
  byMail,
  cancelled,
  ordered,
  rated,
  referred,
  renewed,
  resumed,
  said,
  signedUp,
  subscribed,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** More people worth knowing: their best next action is already somebody else's story. */
export const also: Story[] = [
  {
    who: {
      name: 'Maria Santos',
      slug: 'maria-santos',
      address: 'maria.santos@kantocoffee.example',
      company: 'Kanto Coffee',
      title: 'Owner',
      place: 'manila',
      tongue: 'en',
      source: 'a market stall',
      tags: ['café'],
    },
    beats: [
      ordered(210, 'House espresso, 20 kg', 22_400),
      ordered(180, 'House espresso, 20 kg', 22_400),
      ordered(151, 'House espresso, 20 kg', 22_400),
      ordered(120, 'House espresso, 20 kg', 22_400),
      ordered(89, 'House espresso, 20 kg', 22_400),
      ordered(60, 'House espresso, 20 kg', 22_400),
      ordered(29, 'House espresso, 20 kg', 22_400),
      byMail(
        referred(0.9, 'Habagat Café, Cebu'),
        'Sent you a friend',
        'Hi Lea,\n\nI sent Rosalinda your way, she opens Habagat in Cebu soon. I told her you answer the phone on Sundays, sorry.\n\nTreat her like you treat us and she will be fine.\n\nMaria',
      ),
      beat(0.8, 'Referral Accepted', { about: 'Habagat Café, Cebu' }),
    ],
  },
  {
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
  {
    who: {
      name: 'Luzviminda Capulong',
      slug: 'luzviminda-capulong',
      address: 'luzviminda.capulong@post.example',
      place: 'baguio',
      tongue: 'fil',
      source: 'a market stall',
      tags: ['home'],
    },
    beats: [
      signedUp(80, 'shop'),
      ordered(78, 'Benguet medium roast, 250 g', 420),
      ordered(44, 'Benguet medium roast, 250 g', 420),
      ordered(4, 'Benguet medium roast, 250 g', 420, 'Gaya po ng dati.'),
      byMail(
        said(3.9, 'Pangatlo na po!'),
        'Pangatlong order ko na',
        'Kumusta po,\n\npangatlong order ko na po. Pwede na po ba akong tawaging suki?\n\nLuz',
      ),
    ],
  },
  {
    who: {
      name: 'Anjali Iyer',
      slug: 'anjali-iyer',
      address: 'anjali.iyer@mail.example',
      place: 'singapore',
      tongue: 'en',
      source: 'the newsletter',
      tags: ['home'],
    },
    beats: [
      signedUp(369, 'shop'),
      beat(
        367.5,
        'Subscription Started',
        (s) => ({ plan: 'Home, by the year', ...s.price(8_400), renewsAt: s.inDays(-2.5) }),
        '/billing',
      ),
      rated(210, 5),
      said(40, 'Same as always!'),
      beat(
        2.5,
        'Subscription Renewed',
        (s) => ({ plan: 'Home, by the year', ...s.price(8_400), renewsAt: s.inDays(362.5) }),
        '/billing',
      ),
    ],
  },
  {
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
      subscribed(210, 'home', -180),
      ...[180, 150, 120, 90, 60].map((ago) => renewed(ago, 'home', 30 - ago)),
      byMail(
        cancelled(30, 'Toca ahorrar una temporada'),
        'Me doy de baja, con pena',
        'Hola,\n\ntoca ahorrar una temporada y me doy de baja. El café no tiene la culpa, al contrario.\n\nUn abrazo\nBegoña',
      ),
    ],
  },
];
