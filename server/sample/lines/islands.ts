import type { Lines, Tongue } from './tongue.ts';

export const islands = {
  en: {
    hello: 'Hello,',
    questions: [
      ['grind size', 'Which grind for a moka pot? I only have a blade grinder, sorry.'],
      ['shipping to the province', 'Do you ship to Siquijor, and how fresh would it still be?'],
      ['decaf', 'Is the decaf water-processed? Asking for my mother.'],
      ['wholesale', 'We go through about 8 kg a week. Is there a price for that?'],
      ['the Kamay grinder', 'Can I still get spare burrs for the first Kamay?'],
      ['roast date', 'Is the roast date on the bag? I could not find it in the photos.'],
    ],
    complaints: [
      ['late delivery', 'Five days late and the tracking has not moved since Monday.'],
      ['wrong grind', 'I asked for whole beans and got espresso grind. Again.'],
      ['torn bag', 'The bag arrived open and my kitchen smells lovely, but half of it is in the box.'],
      ['a bitter batch', 'This month’s bag tastes burnt. Did something change?'],
    ],
    praise: [
      'The Mt. Apo is the best thing that has happened to my mornings.',
      'You remembered that I drink it black. I did not expect that.',
      'Our guests ask what coffee this is. Thought you would like to know.',
    ],
    asides: [
      'For my sister’s birthday, no invoice in the box please.',
      'Same as always!',
      'Trying the natural this time.',
    ],
    leaving: ['We are away for a while', 'Money is tight this quarter', 'Drinking less coffee for a while'],
    thanks: ['All good now, thank you.', 'Sorted, that was quick.', 'Perfect, thanks!'],
  },
  fil: {
    hello: 'Magandang araw po,',
    questions: [
      ['giling', 'Anong giling po ang bagay sa French press?'],
      ['padala sa probinsya', 'Nagpapadala po ba kayo sa Catanduanes? Magkano po?'],
      ['barako', 'May barako po ba kayong hindi masyadong maasim?'],
      ['pakyawan', 'Pwede po bang pakyawan, mga 5 kilo kada linggo?'],
    ],
    complaints: [
      ['huling dating', 'Tatlong araw na pong huli, wala pa ring tawag ang rider.'],
      ['kulang ang laman', 'Dalawang supot po ang inorder ko, isa lang ang dumating.'],
      ['maling produkto', 'Decaf po ang dumating, hindi po decaf ang inorder ko.'],
    ],
    praise: [
      'Ang sarap po, parang kape ng lola ko sa Batangas.',
      'Salamat po sa sulat-kamay na card, natuwa si Nanay.',
      'Kayo na po ang suki ko.',
    ],
    asides: ['Pakisama po ang resibo.', 'Gaya po ng dati.', 'Pang-regalo po ito.'],
    leaving: ['Uuwi muna kami sa probinsya', 'Nagtitipid po muna', 'Hindi na po gaanong nagkakape'],
    thanks: ['Ayos na po, salamat!', 'Salamat po sa mabilis na sagot.', 'Okay na po.'],
  },
  ms: {
    hello: 'Salam sejahtera,',
    questions: [
      ['penghantaran', 'Boleh hantar ke Kota Bharu? Berapa lama?'],
      ['kisar', 'Kisar yang mana sesuai untuk kopi tarik?'],
      ['halal', 'Kilang tu ada sijil halal ke?'],
    ],
    complaints: [
      ['lewat sampai', 'Dah seminggu, kopi saya masih belum sampai.'],
      ['beg koyak', 'Beg koyak masa sampai, separuh tumpah dalam kotak.'],
    ],
    praise: ['Sedap betul, satu pejabat suka.', 'Layanan paling mesra saya pernah jumpa.'],
    asides: ['Macam biasa ya.', 'Tolong bungkus cantik-cantik, untuk hadiah.'],
    leaving: ['Balik kampung sampai hujung bulan', 'Nak jimat dulu bulan ni'],
    thanks: ['Dah settle, terima kasih!', 'Terima kasih, cepat betul.'],
  },
} satisfies Partial<Record<Tongue, Lines>>;
