import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = { from: Who; to: readonly Who[] };

/** The header stands there twice: folded and unfolded. */
const messageOf = ({ from: [name, address], to }: Message, n: number): string =>
  `<div id="zm_Container_m17${n}" class="zmMailWrapper"><div class="zmMHdrSum"><div class="zmMHFrom"><span class="zmMHlD jsCollDisp" data-eid="${address}">${name}</span><span class="jsReciID" data-eid="${address}">${name} &lt;${address}&gt;</span></div>
<div class="zmMHdrRow"><div class="zmMHdrLeft zmGreyClr">To</div><div class="zmMHdrData">${to.map((one) => `<span class="jsReciID" data-eid="${one[1]}">${one[0]}</span>`).join('')}</div></div><span class="jsRevTS">Mon, 21 Sep 2026</span></div>
<div class="jsConTent"><div role="document" class="zmMailContent">${TRAPS}</div></div></div>`;
const pane = (messages: readonly Message[], shown = true, label = 'Email preview pane'): string =>
  `<div role="region" aria-label="${label}" class="SC_pv ${shown ? 'shw' : ''} zmSMail"><div class="zmPV"><div class="zmPVHeading jsConvSB">Where is my order?</div><div class="zmPVContent">
<div class="zmTMailList"><div class="zmMHdrSumContent"><span data-eid="row4@trap.example">Row</span></div></div>${messages.map(messageOf).join('')}</div></div></div>`;
const compose = (to: readonly Who[]): string =>
  `<div id="jstab-Cmp1"><span data-testid="com_cur_from_address" aria-label="From rita@shop.example">rita@shop.example</span><div class="zmCRow">${to.map(([, address]) => `<div role="option" class="zmCB" aria-label="${address}">${address}</div>`).join('')}<input role="combobox" aria-label="To Recipients" data-testid="com_To_field"></div>
<div class="zmCRow"><input role="combobox" aria-label="CC Recipients" data-testid="com_Cc_field"></div><div class="ze_body" contenteditable="true">${TRAPS}</div><button data-testid="com_send">Send</button></div>`;

const list = `<div role="listbox" aria-label="Email listing"><div role="option" data-ty="lt" id="m1"><span data-testid="lst-sndr" data-eid="row1@trap.example" title="row1@trap.example">Row</span></div><div role="option" data-ty="lt" id="m2"><span data-eid="row2@trap.example">Row</span></div></div>`;
const page = (
  name: string,
  main: string,
  truth: Truth,
  url = 'https://mail.zoho.com/zm/#mail/folder/inbox/p/170',
  lang = 'en',
): CorpusPage => ({
  name: `zoho-mail-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>Zoho Mail</title></head><body><div id="zm_centerHolder">${list}${main}</div></body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const rita: Who = ['Rita', 'rita@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };
const stale = pane([{ from: ['Row', 'stale@trap.example'], to: [rita] }], false);

export const zohoMail: Corpus = {
  host: 'zoho-mail',
  seen: '2026-11-22',
  pages: [
    page('one-message', pane([{ from: maria, to: [rita] }]), {
      ...toMaria,
      conversation: 'zm_Container_m170',
      subject: 'Where is my order?',
    }),
    page(
      'thread-german',
      pane(
        [
          { from: lukas, to: [rita] },
          { from: maria, to: [rita, lukas] },
        ],
        true,
        'E-Mail-Vorschau',
      ),
      toMaria,
      'https://mail.zoho.eu/zm/#mail/folder/inbox/p/170',
      'de',
    ),
    page(
      'own-mail',
      stale + pane([{ from: rita, to: [maria] }]),
      toMaria,
      'https://mail.zoho.in/zm/#mail/folder/sent/p/171',
    ),
    page('lying-name', pane([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]), {
      who: 'one x91@throwaway.example support@shop.example',
    }),
    page('machine', pane([{ from: ['Parcels', 'no-reply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page(
      'list-with-the-last-message',
      stale,
      { who: 'none no-conversation' },
      'https://mail.zoho.com/zm/#mail/folder/inbox',
    ),
    page(
      'compose',
      stale + compose([maria]),
      { who: 'one maria@cafe.example', self: ['rita@shop.example'] },
      'https://mail.zoho.com/zm/#compose',
    ),
  ],
};
