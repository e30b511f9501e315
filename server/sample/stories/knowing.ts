import {
  answered,
  asked,
  beat,
  byMail,
  delivered,
  idea,
  newsletter,
  noted,
  ordered,
  reached,
  renewed,
  said,
  sent,
  signedUp,
  subscribed,
  thanked,
  wrote,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** What is known of people, and what a day brings: a birthday, a late parcel, a second thought. */
export const knowing: Record<string, Story> = {
  special_day: {
    who: {
      name: 'Milagros Dimaculangan',
      slug: 'milagros-dimaculangan',
      address: 'milagros.dimaculangan@kahon.example',
      place: 'baguio',
      tongue: 'fil',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      ...[140, 110, 80, 50, 22].map((ago) => ordered(ago, 'Benguet medium roast, 250 g', 420)),
      said(21, 'Isa pang supot, para sa birthday ko.', 'CALL'),
      beat(
        20.9,
        'Special Day Noted',
        (s) => {
          // Their own calendar: Baguio is eight hours ahead.
          const today = new Date(s.inDays(8 / 24));
          return {
            day: 'birthday',
            month: today.getUTCMonth() + 1,
            date: today.getUTCDate(),
            consent: true,
          };
        },
        '/panel',
        'Tess Villanueva',
      ),
    ],
  },
  update_order: {
    who: {
      name: 'Agnieszka Wrona',
      slug: 'agnieszka-wrona',
      address: 'agnieszka.wrona@mail.example',
      place: 'warsaw',
      tongue: 'pl',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      ordered(70, 'Mt. Apo natural, 250 g', 650),
      delivered(64, 'Mt. Apo natural, 250 g'),
      beat(9, 'Order Completed', (s) => ({
        order: s.order,
        product: 'Buhos kettle, 0.8 l',
        ...s.price(2_900),
        promisedFor: s.inDays(-2),
      })),
      thanked(8.99),
    ],
  },
  reassure: {
    who: {
      name: 'Charlotte Delvaux',
      slug: 'charlotte-delvaux',
      address: 'charlotte.delvaux@post.example',
      place: 'paris',
      tongue: 'fr',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      signedUp(5, 'shop'),
      ordered(4, 'Kamay hand grinder', 4_200),
      thanked(3.99),
      byMail(
        beat(
          0.5,
          'Question Asked',
          { ref: 'q1', about: 'un retour', topic: 'returns', text: 'Peut-on le rendre, au cas où ?' },
          '/inbox',
          'them',
        ),
        'Peut-on le rendre, au cas où ?',
        'Bonjour,\n\nle moulin est en route et je me demande déjà si c’était bien raisonnable. Peut-on le rendre, au cas où ?\n\nCharlotte',
      ),
    ],
  },
  compare_honestly: {
    who: {
      name: 'Nattapong Srisuk',
      slug: 'nattapong-srisuk',
      address: 'nattapong@baankafe.example',
      company: 'บ้านกาแฟ',
      title: 'Owner',
      place: 'bangkok',
      tongue: 'th',
      source: 'search',
      tags: ['café'],
    },
    beats: [
      signedUp(13, 'contact form'),
      asked(11, 'q1', 'ราคาส่ง', 'มีราคาส่งสำหรับร้านเล็กไหมครับ'),
      answered(10.6, 'q1', 'jun'),
      beat(3, 'Competitor Named', { competitor: 'Doi Roasters' }, '/panel', 'Jun Abad'),
    ],
  },
  send_the_deck: {
    who: {
      name: 'Hendrik Vollmer',
      slug: 'hendrik-vollmer',
      address: 'hendrik@werkhof.example',
      company: 'Werkhof Coworking',
      title: 'Office manager',
      place: 'berlin',
      tongue: 'de',
      source: 'word of mouth',
      tags: ['office'],
    },
    beats: [
      signedUp(40, 'pricing page'),
      wrote(
        20,
        'Kaffee für achtzig Leute',
        'Guten Tag,\n\nwir sind achtzig, und der Automat im dritten Stock ist ein Streitpunkt. Ich möchte das Thema beim Vorstand einbringen.\n\nHendrik Vollmer',
      ),
      sent(
        19.5,
        'jun',
        'answer',
        'Re: Kaffee für achtzig Leute',
        'Dear Hendrik,\n\ngladly. Here is what eighty people drink in a month, and what it takes to keep them friends.\n\nJun',
      ),
      beat(11, 'Proposal Sent', { about: 'Coffee for eighty, one machine per floor' }, '/panel', 'Jun Abad'),
      said(10.5, 'I will take it to the board.', 'CALL'),
      noted(10.4, 'champion', 'Hendrik wants it himself: he has the desk next to the machine.'),
      noted(10.3, 'pain', 'A quarrel about the machine on the third floor.'),
    ],
  },
  usage_note: {
    who: {
      name: 'Piotr Zaremba',
      slug: 'piotr-zaremba',
      address: 'piotr@kuznia.example',
      company: 'Kuźnia Kawy',
      title: 'Head barista',
      place: 'warsaw',
      tongue: 'pl',
      source: 'word of mouth',
      tags: ['café', 'roaster'],
    },
    beats: [
      subscribed(200, 'cafe', -170),
      ...[170, 140, 110, 80, 50, 20].map((ago) => renewed(ago, 'cafe', 62 - ago)),
      said(19, 'Wszystko gra.', 'CALL'),
      reached(18, 'jun', 'care', 'Asked how the new roast curve does.', 'CALL'),
      ...[92, 62, 32].map((ago, i) =>
        beat(ago, 'Usage Reported', { count: [8, 9, 11][i] ?? 9, ratio: 1 }, '/usage'),
      ),
      beat(3, 'Usage Reported', { count: 14, ratio: 1.3 }, '/usage'),
    ],
  },
  take_over: {
    who: {
      name: 'Lam Mei Fong',
      slug: 'lam-mei-fong',
      address: 'meifong.lam@letterbox.example',
      place: 'singapore',
      tongue: 'en',
      source: 'the newsletter',
      tags: ['home'],
    },
    beats: [
      ordered(56, 'Tuesday decaf, 250 g', 460),
      newsletter(40, 'New crop from Benguet'),
      ordered(36, 'Tuesday decaf, 250 g', 460),
      newsletter(28, 'How we roast on rainy days'),
      said(25, 'Arrived safely.'),
      newsletter(12, 'Meet the growers of Sagada'),
    ],
  },
  thank_for_idea: {
    who: {
      name: 'Ngozi Balogun',
      slug: 'ngozi-balogun',
      address: 'ngozi@lantern.example',
      company: 'Lantern Bakery',
      title: 'Owner',
      place: 'toronto',
      tongue: 'en',
      source: 'Instagram',
      tags: ['café'],
    },
    beats: [
      ...[126, 96, 66, 36, 8].map((ago) => ordered(ago, 'Sagada dark roast, 10 kg', 11_800)),
      byMail(
        idea(1.3, 'Could the bags say when the beans were roasted, in large letters?'),
        'A small idea about the bags',
        'Hello,\n\ncould the bags say when the beans were roasted, in large letters? My night shift opens them with one eye.\n\nNgozi',
      ),
    ],
  },
  introduce_colleague: {
    who: {
      name: 'Kittisak Phrommin',
      slug: 'kittisak-phrommin',
      address: 'kittisak@rimnam.example',
      company: 'ริมน้ำคาเฟ่',
      title: 'Owner',
      place: 'bangkok',
      tongue: 'th',
      source: 'a café that serves us',
      tags: ['café'],
    },
    beats: [
      ...[110, 78, 46, 15].map((ago) => ordered(ago, 'House espresso, 20 kg', 22_400)),
      said(14, 'ทุกอย่างเรียบร้อยครับ', 'CALL'),
      beat(
        0.8,
        'Handed Over',
        { to: 'Jun Abad', text: 'He moves to larger roasts; Jun knows the machine.' },
        '/panel',
        'Lea Manalo',
      ),
    ],
  },
};
