import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; requester: string; observer: string; assigned: string };
const english: Words = { lang: 'en', requester: 'Requester', observer: 'Observer', assigned: 'Assigned to' };
const french: Words = { lang: 'fr', requester: 'Demandeur', observer: 'Observateur', assigned: 'Attribué à' };

type Actor = { id: number; name: string; own: string; given?: string };

/** The list itself is out of sight: a script draws another over it. */
const actors = (type: string, label: string, all: readonly Actor[]): string =>
  `<div class="form-field row"><label class="col-form-label">${label}</label><div class="field-container"><select class="form-select select2-hidden-accessible" multiple id="actor_${type}" data-actor-type="${type}" tabindex="-1" aria-hidden="true">${all
    .map(
      ({ id, name, own, given = '' }) =>
        `<option selected value="User_${id}" data-itemtype="User" data-items-id="${id}" data-use-notification="1" data-default-email="${own}" data-alternative-email="${given}" data-text="${name}" data-title="${name}"> ${name} </option>`,
    )
    .join('')}</select>
<span class="select2"><span class="actor_entry" data-itemtype="User" data-actortype="${type}"><span class="actor_text">${all.map(({ name }) => name).join(', ')}</span></span></span></div></div>`;

const entry = (type: string, id: number, name: string): string =>
  `<div id="${type}_${id}" class="timeline-item mb-3 ${type}" data-itemtype="${type}" data-items-id="${id}"><div class="row"><div class="user-part"><span id="timeline-avatar${id}"></span><div class="user-info-card"><a href="mailto:row2@trap.example">row2@trap.example</a></div></div><div class="timeline-content card"><div class="timeline-header"><span>${name}</span></div><div class="read-only-content"><div class="rich_text_container">${TRAPS}</div></div></div></div></div>`;

const ticket = (id: number, title: string, requesters: readonly Actor[], words: Words): string =>
  `<div class="navigationheader"><h3 class="navigationheader-title strong"><i class="ti ti-alert-circle"></i> ${title} (${id})</h3></div>
<div id="itil-object-container"><div class="itil-left-side"><div class="itil-timeline d-flex flex-column">${entry('Ticket', id, 'Maria')}${entry('ITILFollowup', 4, 'Kim')}${entry('ITILFollowup', 5, 'Rita')}</div></div>
<div class="itil-right-side"><form id="itil-form"><div id="actors">${actors('requester', words.requester, requesters)}${actors('observer', words.observer, [{ id: 8, name: 'Obs', own: 'row3@trap.example' }])}${actors('assign', words.assigned, [{ id: 9, name: 'Kim', own: 'row4@trap.example' }])}</div>
<input type="email" id="alternative_email" name="_notifications_alternative_email" value="row5@trap.example"></form></div></div>`;

const page = (name: string, path: string, { lang }: Words, content: string, truth: Truth): CorpusPage => ({
  name: `glpi-${name}`,
  url: `https://glpi.shop.example/front/${path}`,
  html: `<!doctype html><html lang="${lang}"><head><title>Ticket - GLPI</title><meta property="glpi:csrf_token" content="x"><link rel="stylesheet" href="/css_compiled/css_styles.min.css"></head><body class="horizontal-layout">
<div class="page"><aside class="navbar sidebar"><span class="user-menu">Rita</span></aside><main>${content}</main></div></body></html>`,
  truth,
});

const maria: Actor = { id: 5, name: 'Maria Jensen', own: 'maria@cafe.example' };

export const glpi: Corpus = {
  host: 'glpi',
  seen: '2026-11-22',
  pages: [
    page('ticket', 'ticket.form.php?id=12', english, ticket(12, 'Where is my order?', [maria], english), {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '12',
      subject: 'Where is my order?',
    }),
    page(
      'by-mail-only',
      'ticket.form.php?id=13&forcetab=Ticket$main',
      french,
      ticket(
        13,
        'Facture',
        [{ id: 6, name: 'bob@bank.example', own: '', given: 'x92@jetable.example' }],
        french,
      ),
      { who: 'one x92@jetable.example bob@bank.example', conversation: '13' },
    ),
    page(
      'two-requesters',
      'ticket.form.php?id=14',
      english,
      ticket(
        14,
        'Both',
        [maria, { id: 0, name: 'lukas@brot.example', own: '', given: 'lukas@brot.example' }],
        english,
      ),
      { who: 'several maria@cafe.example lukas@brot.example' },
    ),
    page(
      'list',
      'ticket.php',
      french,
      '<table class="search-results"><tbody><tr><td><a href="/front/ticket.form.php?id=9">Row</a></td><td><a href="mailto:row1@trap.example">row1@trap.example</a></td></tr></tbody></table>',
      { who: 'none no-conversation' },
    ),
  ],
};
