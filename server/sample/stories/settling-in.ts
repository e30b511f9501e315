import {
  answered,
  asked,
  beat,
  byMail,
  delivered,
  ordered,
  rated,
  renewed,
  said,
  signedUp,
  subscribed,
  usage,
  wrote,
} from '../beats.ts';
import type { Story } from '../story.ts';

/** The first orders: did it arrive, does it taste, do they come again? */
export const settlingIn: Record<string, Story> = {
  confirm_smooth: {
    who: {
      name: 'Zulaikha binti Yusof',
      slug: 'zulaikha-binti-yusof',
      address: 'zulaikha.yusof@mail.example',
      place: 'kualaLumpur',
      tongue: 'ms',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      signedUp(2, 'shop'),
      ordered(0.6, 'Patak dripper and filters', 950, 'Tolong bungkus cantik-cantik, untuk hadiah.'),
    ],
  },
  ask_feeling: {
    who: {
      name: 'Tobias Schäfer',
      slug: 'tobias-schaefer',
      address: 'tobias.schaefer@post.example',
      place: 'berlin',
      tongue: 'de',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      signedUp(12, 'shop'),
      ordered(10, 'Mt. Apo natural, 250 g', 650),
      delivered(3.6, 'Mt. Apo natural, 250 g'),
    ],
  },
  confirm_received: {
    who: {
      name: 'Martina Zúñiga',
      slug: 'martina-zuniga',
      address: 'martina.zuniga@letterbox.example',
      place: 'madrid',
      tongue: 'es',
      source: 'a friend',
      tags: ['home'],
    },
    beats: [
      signedUp(9, 'shop'),
      ordered(8, 'Kamay hand grinder', 4_200),
      delivered(2.2, 'Kamay hand grinder'),
    ],
  },
  founder_hello: {
    who: {
      name: 'Honesto Batungbakal',
      slug: 'honesto-batungbakal',
      address: 'honesto.batungbakal@kahon.example',
      place: 'davao',
      tongue: 'fil',
      source: 'a market stall',
      tags: ['home'],
    },
    beats: [
      signedUp(6, 'shop'),
      ordered(4.5, 'Barako from Batangas, 250 g', 380),
      wrote(
        4.2,
        'Unang order ko po',
        'Magandang umaga po,\n\nunang order ko po ito. Kwento ng kapatid ko, kayo raw po mismo ang pumupunta sa mga magsasaka. Totoo po ba?\n\nHonesto',
      ),
    ],
  },
  rescue_one_timer: {
    who: {
      name: 'Desmond Okafor',
      slug: 'desmond-okafor',
      address: 'desmond.okafor@mail.example',
      place: 'toronto',
      tongue: 'en',
      source: 'search',
      tags: ['home'],
    },
    beats: [
      signedUp(47, 'shop'),
      ordered(46, 'Benguet medium roast, 250 g', 420),
      delivered(40, 'Benguet medium roast, 250 g'),
    ],
  },
  teach_feature: {
    who: {
      name: 'ปวีณา วงศ์ทอง',
      slug: 'paweena-wongthong',
      address: 'paweena@homkrun.example',
      company: 'ร้านกาแฟหอมกรุ่น',
      title: 'Owner',
      place: 'bangkok',
      tongue: 'th',
      source: 'word of mouth',
      tags: ['café'],
    },
    beats: [
      signedUp(40, 'pricing page'),
      subscribed(36, 'cafe', -6),
      renewed(6, 'cafe', 24),
      usage(4, 0.9, 'standing order'),
      byMail(
        said(12, 'ขอบคุณค่ะ ของมาถึงแล้ว'),
        'ของมาถึงแล้วค่ะ',
        'สวัสดีค่ะ\n\nของมาถึงแล้วค่ะ บรรจุมาดีมาก ลูกค้าที่ร้านชอบกันทุกคน\n\nขอบคุณค่ะ\nปวีณา',
      ),
    ],
  },
  ask_review: {
    who: {
      name: 'Lucía Ibáñez',
      slug: 'lucia-ibanez',
      address: 'lucia.ibanez@post.example',
      place: 'madrid',
      tongue: 'es',
      source: 'Instagram',
      tags: ['home'],
    },
    beats: [
      signedUp(52, 'shop'),
      ordered(50, 'Mt. Apo natural, 250 g', 650),
      ordered(17, 'Mt. Apo natural, 250 g', 650),
      delivered(13, 'Mt. Apo natural, 250 g'),
      rated(12, 5, 'Buenísimo.'),
    ],
  },
  celebrate_first_value: {
    who: {
      name: 'Bogusław Pączek',
      slug: 'boguslaw-paczek',
      address: 'boguslaw@palarniaswit.example',
      company: 'Palarnia Świt',
      title: 'Owner',
      place: 'warsaw',
      tongue: 'pl',
      source: 'search',
      tags: ['café', 'roaster'],
    },
    beats: [
      signedUp(40, 'contact form'),
      asked(38, 'q1', 'Baga', 'Czy Baga 1 kg chodzi na gazie z butli?'),
      answered(37.6, 'q1', 'jun'),
      ordered(22, 'Munti sample roaster, 200 g', 38_500),
      delivered(9, 'Munti sample roaster, 200 g'),
      beat(1.5, 'First Value Reached', { about: 'First roast profile saved' }, '/usage'),
      byMail(
        said(1.4, 'Pierwszy wypał za mną!'),
        'Pierwszy wypał!',
        'Dzień dobry,\n\npierwszy wypał za mną. Żona mówi, że pachnie jak u babci, a to najwyższa nota w tym domu.\n\nBogusław',
      ),
    ],
  },
};
