import {
  answered,
  asked,
  beat,
  byMail,
  checkout,
  downloaded,
  sent,
  signedUp,
  viewed,
  wrote,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** They find the shop, ask, compare, and stand at the till. */
export const finding: Record<string, Story> = {
  answer_question: {
    who: {
      name: 'Nguyễn Thị Hương',
      slug: 'nguyen-thi-huong',
      address: 'huong.nguyen@post.example',
      place: 'hanoi',
      tongue: 'vi',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      signedUp(6, 'newsletter'),
      byMail(
        asked(2.4, 'q1', 'cách xay', 'Pha phin thì nên xay cỡ nào ạ?'),
        'Xay cho phin',
        'Chào shop,\n\nmình pha phin mỗi sáng, nên xay cỡ nào ạ? Cối xay của mình chỉ có mười nấc.\n\nCảm ơn nhiều,\nHương',
      ),
    ],
  },
  finish_answer: {
    who: {
      name: 'Käthe Größler',
      slug: 'kaethe-groessler',
      address: 'kaethe.groessler@letterbox.example',
      place: 'berlin',
      tongue: 'de',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      signedUp(9, 'shop'),
      byMail(
        asked(4, 'q1', 'Ersatzteile', 'Gibt es für die Kamay noch Mahlwerke, und passt das von der alten?'),
        'Mahlwerk für die Kamay',
        'Guten Tag,\n\nich habe die Kamay meiner Tochter geerbt (sie trinkt jetzt Tee, man kann sich die Kinder nicht aussuchen). Gibt es noch Mahlwerke, und passt das neue in die alte?\n\nHerzliche Grüße\nKäthe Größler',
      ),
      answered(
        3.1,
        'q1',
        'jun',
        'partly',
        'Yes, there are burrs. Whether the new ones fit the old body: asking the workshop.',
      ),
    ],
  },
  offer_demo: {
    who: {
      name: 'Wei Ling Tan',
      slug: 'wei-ling-tan',
      address: 'weiling@northlight.example',
      company: 'Northlight Studio',
      title: 'Office manager',
      place: 'singapore',
      tongue: 'en',
      source: 'search',
      tags: ['office'],
    },
    beats: [
      signedUp(12, 'pricing page'),
      viewed(9, 'article', '/journal/coffee-for-thirty'),
      viewed(5.2, 'pricing', '/offices'),
      viewed(3.1, 'pricing', '/offices'),
      viewed(2.6, 'pricing', '/subscriptions'),
    ],
  },
  offer_help: {
    who: {
      name: 'Jędrzej Wójcik',
      slug: 'jedrzej-wojcik',
      address: 'jedrzej.wojcik@mail.example',
      place: 'warsaw',
      tongue: 'pl',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [signedUp(3, 'shop'), checkout(0.3, 'Kamay hand grinder', 4_200)],
  },
  share_article: {
    who: {
      name: 'Hafiz bin Othman',
      slug: 'hafiz-bin-othman',
      address: 'hafiz.othman@kahon.example',
      place: 'kualaLumpur',
      tongue: 'ms',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      signedUp(11, 'newsletter'),
      viewed(8, 'article', '/journal/kopi-tarik'),
      viewed(6, 'article', '/journal/grind-guide'),
      viewed(4, 'article', '/journal/water'),
      downloaded(3, 'Grind guide (PDF)'),
    ],
  },
  ask_need: {
    who: {
      name: 'Imogen Fairweather',
      slug: 'imogen-fairweather',
      address: 'imogen.fairweather@post.example',
      place: 'london',
      tongue: 'en',
      source: 'a market stall',
      tags: ['home'],
    },
    beats: [
      signedUp(14, 'contact form'),
      byMail(
        asked(10, 'q1', 'a gift', 'What would you give to somebody who has everything but good coffee?'),
        'A gift for a difficult uncle',
        'Hello!\n\nWhat would you give to somebody who has everything but good coffee? He owns a kettle and strong opinions.\n\nImogen',
      ),
      answered(9.6, 'q1', 'tess'),
      sent(
        9.55,
        'tess',
        'answer',
        'Re: A gift for a difficult uncle',
        'Dear Imogen,\n\na kettle and opinions: then the Patak dripper and a bag of Mt. Apo. It gives him something to be right about every morning.\n\nTess',
      ),
    ],
  },
  follow_proposal: {
    who: {
      name: 'Rosalinda Ferrer',
      slug: 'rosalinda-ferrer',
      address: 'rosalinda@habagat.example',
      company: 'Habagat Café',
      title: 'Owner',
      place: 'cebu',
      tongue: 'en',
      source: 'a café that serves us',
      tags: ['café'],
    },
    beats: [
      signedUp(24, 'contact form'),
      wrote(
        20,
        'Coffee for a café that opens in June',
        'Good morning,\n\nwe open Habagat in June, forty seats, facing the sea. I drank your house espresso at Kanto and would like it here too.\n\nWhat would you need to know from us?\n\nRosalinda Ferrer',
      ),
      sent(
        12,
        'lea',
        'answer',
        'Your first month of coffee, in numbers',
        'Dear Rosalinda,\n\nattached is what we talked about: the first month with training for two baristas, and after that only what you use. Nothing binds you for longer than a month.\n\nRead it when the plumbers are gone. I am here.\n\nLea',
      ),
      beat(
        12,
        'Proposal Sent',
        { about: 'House espresso, 80 kg a month, training for two' },
        '/panel',
        'Lea Manalo',
      ),
    ],
  },
  welcome: {
    who: {
      name: 'Соломія Бондар',
      slug: 'solomiia-bondar',
      address: 'solomiia.bondar@mail.example',
      place: 'kyiv',
      tongue: 'uk',
      source: 'word of mouth',
      tags: ['home'],
    },
    beats: [signedUp(2.5, 'newsletter')],
  },
};
