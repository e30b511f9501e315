import { customers, shop, strangers } from './people.ts';
import type { Contact, TestMail } from './types.ts';

const from = (
  id: string,
  who: Contact,
  subject: string,
  holds: string,
  body: { text?: string; html?: string },
): TestMail => ({
  id,
  folder: 'inbox',
  subject,
  holds,
  truth: { kind: 'person', who },
  message: { from: who, to: shop.support, ...body },
});

/** What customers write on a usual day, in several scripts. */
export const ordinary: readonly TestMail[] = [
  from('maria-order', customers.maria, 'Where is my order #1001?', 'a plain mail', {
    text: 'Hello,\n\nI ordered two kilos of the Sidamo on Monday and the tracking page still says "label printed".\nCould you have a look?\n\nMaria Jensen\nFjordkaffe, Bergen\n',
  }),
  from('somchai-grinder', customers.somchai, 'สอบถามเรื่องเครื่องบดกาแฟ', 'a Thai name and subject', {
    text: 'สวัสดีครับ\n\nเครื่องบดที่สั่งไปเมื่อเดือนก่อนมีเสียงดังผิดปกติ ต้องส่งกลับไปตรวจไหมครับ\n\nสมชาย\n',
  }),
  from(
    'zahra-invoice',
    customers.zahra,
    'درخواست فاکتور رسمی',
    'a Persian name, written from right to left',
    {
      text: 'سلام،\n\nلطفاً فاکتور رسمی سفارش ماه گذشته را برای حسابداری ما بفرستید.\n\nبا احترام\nزهرا احمدی\n',
    },
  ),
  from(
    'lukasz-standing-order',
    customers.lukasz,
    'Zamówienie stałe: prośba o zmianę',
    'Polish letters in an encoded word',
    {
      text: 'Dzień dobry,\n\nprosimy o zmianę zamówienia stałego z 5 na 8 kg od przyszłego miesiąca.\n\nPozdrawiam\nŁukasz Święcicki\n',
    },
  ),
  from('aisyah-sample', customers.aisyah, 'Sampel untuk kedai baharu', 'a long name of several words', {
    text: 'Salam,\n\nKami membuka kedai kedua di Melaka bulan depan. Boleh hantar tiga sampel biji kopi?\n\nTerima kasih,\nAisyah\n',
  }),
  from('jose-price-list', customers.jose, 'Price list for the holidays', 'a comma in the display name', {
    text: 'Good day!\n\nPlease send the holiday price list for the 500 g bags. Last year it came in October.\n\nJosé dela Cruz\n',
  }),
  from(
    'yuki-first-order',
    customers.yuki,
    '初めての注文について、豆の挽き方と配送の日時を相談させてください',
    'a long encoded subject that folds over several lines',
    {
      text: '初めまして。\n\n喫茶店を営んでおります。初めての注文の前に、挽き方について相談させてください。\n\n佐々木\n',
    },
  ),
  from('niamh-broken-cup', customers.niamh, 'One cup arrived broken', 'an apostrophe in the address', {
    text: "Hi there,\n\nOne of the six cups didn't survive the trip. Photo to follow.\n\nNiamh\n",
  }),
  from(
    'ana-address-change',
    customers.ana,
    'New delivery address',
    'a plus address, which is the one she uses',
    {
      text: 'Hello, from the 1st we are at Ilica 12, Zagreb. Please change it for the next box.\n\nAna\n',
    },
  ),
  from(
    'tomas-newsletter',
    customers.tomas,
    'Our spring menu, with your coffee in it',
    'HTML only, with links, images and a signature',
    {
      html: '<html><body style="font-family:Georgia"><h1>Jarní menu</h1><p>Dear Shop, look what we made of your <b>Guji</b>!</p><p><a href="https://dvorak.example/menu">The menu</a></p><hr><p style="color:#777">Tomáš Dvořák · <a href="mailto:signature@trap.example">signature@trap.example</a> · +420 555 0100</p></body></html>',
    },
  ),
  from('viktor-stranger', strangers.viktor, 'Do you ship to Austria?', 'somebody who is not a customer', {
    text: 'Hello, I found you through a friend. Do you ship to Austria, and what does it cost?\n\nViktor\n',
  }),
];
