// All the words that the picture of a page can be made of (lib/report). They are ours: the picture is not what is left of a
// page after taking things out, it is told anew in these words, and both ends refuse a picture with any other word in it.
// So there are no names of people or places in here, and nothing else that says whose page it was.

const list = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Elements of HTML. */
export const elements = list(
  'html head body title base link meta style script noscript template slot main header footer nav aside section',
  'article address hgroup search h1 h2 h3 h4 h5 h6 div p hr pre blockquote ol ul li dl dt dd figure figcaption menu',
  'a em strong small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup i b u bdi bdo span br wbr',
  'ins del picture source img iframe embed object video audio track map area svg math canvas table caption',
  'colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup option textarea',
  'output progress meter fieldset legend details summary dialog font center tt big frame frameset shadow',
);

/** Attributes of HTML and ARIA, and the pieces that their names are made of. */
export const attributes = list(
  'id class title href src alt name type value role for rel rev lang dir style hidden tabindex target action method',
  'placeholder checked selected disabled readonly required multiple open contenteditable draggable spellcheck',
  'translate inert accesskey itemscope itemprop itemtype itemid itemref colspan rowspan headers scope width height',
  'align valign color bgcolor size face border cellpadding cellspacing background autocomplete autofocus maxlength',
  'minlength pattern min max step list srcdoc srcset sizes sandbox allow loading content property charset datetime',
  'cite download ping slot part is start reversed span cols rows wrap enctype form data',
  'aria activedescendant atomic busy controls current describedby description details errormessage expanded flowto',
  'haspopup invalid keyshortcuts label labelledby level live modal multiline multiselectable orientation owns posinset',
  'pressed relevant roledescription rowcount rowindex colcount colindex setsize sort valuemax valuemin valuenow valuetext',
  'onclick onload onsubmit onchange onkeydown',
);

/** What the attribute `role` may say. */
export const roles = list(
  'alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo',
  'definition dialog document feed figure form grid gridcell group heading img link list listbox listitem log main',
  'menu menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio',
  'radiogroup region row rowgroup rowheader search searchbox separator slider spinbutton status switch tab table tablist',
  'tabpanel term textbox timer toolbar tooltip tree treegrid treeitem',
);

/** What the attribute `type` may say. */
export const types = list(
  'button checkbox color date email file hidden image month number password radio range reset search submit tel text',
  'time url week module',
);

/** What attributes that know a few values may say. */
export const flags = list('true false ltr rtl auto mixed page on off polite assertive');

/** What the parts of mail pages are called by those who make them: of classes, ids and the like nothing else is kept. */
export const parts = list(
  'active actions attachment attachments author avatar badge bar bcc body box btn button card cc cell chat collapsed',
  'column comment comments compose composer contact contacts container content contents conversation conversations',
  'convid cover customer customers date dates detail details dialog display draft drafts drawer dropdown editor email',
  'emails empty entry envelope error event events expanded expander field fields flex focus folder folders footer form',
  'forward forwarded frame from full grid group header headers heading hidden hovercard html icon id image inbox info',
  'inner input internal item items label labels layout legacy link links list loading log mail mailbox mailto main',
  'member menu message messages meta modal msg name names nav new note notes open opened original outer outgoing incoming',
  'owner pane panel participant participants people perm person pill popover popup preview primary profile public quote',
  'quoted read recipient recipients reply replyto requester requestor role row rows search section selected sender sent',
  'shadow sidebar signature small snippet source state status subject summary tab table tabs tag target task test testid',
  'text thread threads ticket tickets time title to toggle toolbar tooltip top topbar trash tree type unread user users',
  'value view viewer window wrapper zone address addresses account data item to first last odd even current content',
  'actor addr addrs adr anchor article aside auth auto bodycontainer bubble capsule chicklet cke compose control conv custom',
  'dimp editable head highlight history horde hover imp information intercom itil lpc maincontent messagepart middle object',
  'objects omni overview panes permanent persona place previewscrips react refreshing remove request requestors rich root',
  'rte scroll searchable secondary selenium shortheaders shw side stream subname subjtext styled system timeline tix',
  'transaction unique unknown username widget with yabbles zammad zm zmmhfrom',
  'messageheader messagebody messagelist messagecontframe messagepreview mailheader mailbody maillist',
);

/** Classes that say nothing by themselves, and that a detector goes by: kept where one stands as it is here. */
export const anchors = list('gD gF g2 hP hb adn a3s aoP ii gt zA');

/** What a text or a value looks like, and what Suki takes a place for. */
export const shapes = list(
  'address addresses mailbox mailto number url path word words long with label labelled from reply to cc subject more body hidden as before',
);
