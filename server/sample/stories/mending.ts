import {
  answered,
  asked,
  byMail,
  complained,
  delivered,
  ordered,
  promised,
  rated,
  reached,
  reopened,
  resolved,
  signedUp,
  wrote,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** Something went wrong, or was promised: the shop owes them. */
export const mending: Record<string, Story> = {
  apologise_personally: {
    who: {
      name: 'Ana Lualhati',
      slug: 'ana-lualhati',
      address: 'ana.lualhati@mail.example',
      place: 'quezon',
      tongue: 'fil',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      signedUp(40, 'shop'),
      ordered(38, 'Barako from Batangas, 250 g', 380),
      delivered(35, 'Barako from Batangas, 250 g'),
      ordered(9, 'Barako from Batangas, 250 g', 380, 'Para sa fiesta po.'),
      byMail(
        complained(2, 'k1', 'late delivery', 'Tapos na po ang fiesta, wala pa rin ang kape.'),
        'Nasaan na po ang order ko?',
        'Magandang araw po,\n\ntapos na po ang fiesta, wala pa rin ang kape. Tatlong beses na po akong nag-text, wala pong sumasagot.\n\nNahiya po ako sa mga bisita.\n\nAna Lualhati',
      ),
      wrote(
        1.25,
        'Re: Nasaan na po ang order ko?',
        'Kumusta po,\n\nhanggang ngayon po wala pa rin. Pakisabi na lang po kung darating pa.\n\nAna',
      ),
    ],
  },
  ask_if_mended: {
    who: {
      name: 'Benoît Chauvière',
      slug: 'benoit-chauviere',
      address: 'benoit@comptoirdumatin.example',
      company: 'Le Comptoir du Matin',
      title: 'Head barista',
      place: 'paris',
      tongue: 'fr',
      source: 'word of mouth',
      tags: ['café'],
    },
    beats: [
      ordered(75, 'House espresso, 20 kg', 22_400),
      ordered(44, 'House espresso, 20 kg', 22_400),
      ordered(18, 'House espresso, 20 kg', 22_400),
      byMail(
        complained(
          8,
          'k1',
          'un goût de brûlé',
          'Le dernier sac a un goût de brûlé, les clients le disent aussi.',
        ),
        'Le dernier sac',
        'Bonjour,\n\nle dernier sac a un goût de brûlé. J’ai refait la mouture, la machine est propre, ce n’est pas nous. Les habitués le disent aussi, et ils ne disent jamais rien.\n\nBenoît',
      ),
      reached(7.8, 'jun', 'apology', 'Called, said sorry, asked for the batch number.', 'CALL'),
      resolved(5, 'k1', 'jun', 'Sent 20 kg of the next batch, no charge. The drum sensor was off.'),
    ],
  },
  escalate_to_human: {
    who: {
      name: 'Parisa Rezaei',
      slug: 'parisa-rezaei',
      address: 'parisa.rezaei@post.example',
      place: 'toronto',
      tongue: 'fa',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      ordered(60, 'Buhos kettle, 0.8 l', 2_900),
      complained(30, 'k1', 'the kettle leaks', 'It drips at the handle.'),
      resolved(27, 'k1', 'tess', 'Sent a new seal.'),
      reopened(20, 'k1', 'Still drips.'),
      resolved(16, 'k1', 'tess', 'Sent another seal.'),
      byMail(
        reopened(3, 'k1', 'Third time. Could somebody please look at it with me?'),
        'The kettle, again',
        'Hello,\n\nthis is the third time I write about the kettle. The new seals are lovely, I now own three, and it still drips.\n\nCould somebody please look at it with me, on a call? I do not want another parcel.\n\nParisa',
      ),
    ],
  },
  recovery_call: {
    who: {
      name: '渡辺大輔',
      slug: 'daisuke-watanabe',
      address: 'daisuke@minato-kissa.example',
      company: '喫茶みなと',
      title: 'Owner',
      place: 'tokyo',
      tongue: 'ja',
      source: 'word of mouth',
      tags: ['café'],
    },
    beats: [
      ordered(70, 'Sagada dark roast, 10 kg', 11_800),
      ordered(40, 'Sagada dark roast, 10 kg', 11_800),
      ordered(12, 'Sagada dark roast, 10 kg', 11_800),
      delivered(6, 'Sagada dark roast, 10 kg'),
      byMail(
        rated(1.3, 2, '豆の状態がいつもと違いました。'),
        '今回の豆について',
        'お世話になっております。喫茶みなとの渡辺です。\n\n今回の豆は、いつもより割れが多く、香りも弱いように感じました。常連のお客さまにも気づかれました。\n\nまずはご報告まで。\n\n渡辺大輔',
      ),
    ],
  },
  keep_promise: {
    who: {
      name: 'Rafael Peñaflor',
      slug: 'rafael-penaflor',
      address: 'rafael@silong.example',
      company: 'Silong Workspace',
      title: 'Kitchen lead',
      place: 'manila',
      tongue: 'en',
      source: 'search',
      tags: ['office'],
    },
    beats: [
      ordered(64, 'Sagada dark roast, 10 kg', 11_800),
      ordered(33, 'Sagada dark roast, 10 kg', 11_800),
      asked(5, 'q1', 'a grinder on loan', 'Ours is in repair. Could we borrow one for two weeks?'),
      answered(4.8, 'q1', 'jun'),
      promised(4.8, 'p1', -0.2, 'jun', 'Bring the loan grinder by the weekend.'),
      wrote(
        3.4,
        'Re: A grinder on loan',
        'Hi Jun,\n\nsaves us, thank you! Until then we chop with a blade grinder from 1994. It screams.\n\nRaf',
      ),
    ],
  },
};
