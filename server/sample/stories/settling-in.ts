import { beat, byMail, delivered, ordered, rated, said, signedUp, subscribed, wrote } from '../beats.ts';
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
      signedUp(14, 'shop'),
      ordered(12, 'Mt. Apo natural, 250 g', 650),
      delivered(7.5, 'Mt. Apo natural, 250 g'),
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
      signedUp(10, 'shop'),
      ordered(9, 'Kamay hand grinder', 4_200),
      delivered(3.4, 'Kamay hand grinder'),
    ],
  },
  can_we_help: {
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
  teach_one_thing: {
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
      signedUp(44, 'contact form'),
      ordered(38, 'Munti sample roaster, 200 g', 38_500),
      delivered(33, 'Munti sample roaster, 200 g'),
      beat(18.5, 'First Value Reached', { about: 'First roast profile saved' }, '/usage'),
      byMail(
        said(12, 'ขอบคุณค่ะ คั่วเองได้แล้ว'),
        'คั่วเองได้แล้วค่ะ',
        'สวัสดีค่ะ\n\nคั่วเองได้แล้วค่ะ ลูกค้าที่ร้านบอกว่าหอมตั้งแต่หน้าประตู\n\nขอบคุณค่ะ\nปวีณา',
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
      signedUp(48, 'shop'),
      ordered(46, 'Mt. Apo natural, 250 g', 650),
      delivered(40.5, 'Mt. Apo natural, 250 g'),
      rated(20, 5, 'Buenísimo.'),
    ],
  },
  guide_first_steps: {
    who: {
      name: 'Mikaela Tolentino',
      slug: 'mikaela-tolentino',
      address: 'mikaela@bahaykubo.example',
      company: 'Bahay Kubo Brunch',
      title: 'Head barista',
      place: 'davao',
      tongue: 'en',
      source: 'word of mouth',
      tags: ['café'],
    },
    beats: [
      signedUp(20, 'pricing page'),
      subscribed(15, 'cafe', 75),
      byMail(
        said(13, 'First delivery is here'),
        'The first 10 kg are here',
        'Hi!\n\nThe first 10 kg are here and the team is excited. Nobody has touched the dial on the grinder yet, we are all a bit afraid of it.\n\nMika',
      ),
    ],
  },
};
