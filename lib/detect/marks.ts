/** How a page shows whose it is, in the page script and at no other cost. */
export type Mark = {
  id: string;
  /** Host names, only of services that nobody can run elsewhere. */
  on?: RegExp;
  /** The product's fingerprint in the document's head, where no mail can write. */
  head?: string;
  /** Its fingerprint on the root, the body, or a direct child of the body. */
  root?: string;
};

/** In the order in which they are tried; each has its description in hosts/. */
export const marks: readonly Mark[] = [
  { id: 'gmail', on: /^mail\.google\.com$/u },
  {
    id: 'outlook',
    on: /^outlook\.(?:live\.com|office(?:365)?\.com|cloud\.microsoft)$/u,
    head: '[href*="/owamail/"], [src*="/owamail/"]',
  },
  { id: 'yahoo', on: /^(?:\w+\.)?mail\.(?:yahoo|aol)\.com$/u },
  { id: 'proton', on: /^mail\.proton(?:mail\.com|\.me)$/u },
  { id: 'fastmail', on: /^(?:www|(?:beta)?app)\.fastmail\.com$/u },
  { id: 'zoho-mail', on: /^mail\.zoho(?:cloud\.ca|\.(?:com(?:\.(?:au|cn))?|eu|in|jp|sa|uk))$/u },
  { id: 'yandex', on: /^mail\.yandex\.[a-z]{2,3}(?:\.[a-z]{2})?$/u },
  { id: 'icloud', on: /^www\.icloud\.com(?:\.cn)?$/u },
  { id: 'gmx', on: /(?:^|\.)(?:gmx\.(?:net|com|de|at|ch|fr|es|co\.uk)|web\.de|mail\.com)$/u },
  { id: 'roundcube', head: 'script[src*="program/js/app."]' },
  { id: 'horde', root: '#horde-head, #dimpLoading, #impLoading' },
  { id: 'zimbra', head: 'link[href*="common,dwt,msgview"]' },
  { id: 'snappymail', root: '#rl-app' },
  {
    id: 'sogo',
    head: 'link[href*="/SOGo.woa/WebServerResources/"], link[href*="/SOGo/WebServerResources/"]',
    root: 'body[ng-app^="SOGo."]',
  },
  { id: 'zendesk', on: /\.zendesk\.com$/u },
  { id: 'freshdesk', on: /\.freshdesk\.com$/u },
  { id: 'help-scout', on: /^secure\.helpscout\.net$/u },
  { id: 'front', on: /^app\.front(?:app)?\.com$/u },
  { id: 'intercom', on: /^app\.(?:\w\w\.)?intercom\.(?:com|io)$/u },
  { id: 'gorgias', on: /\.gorgias\.com$/u },
  { id: 'hubspot', on: /^app(?:-\w+)?\.hubspot\.com$/u },
  { id: 'zoho-desk', on: /^desk\.zoho\.[a-z.]+$/u },
  {
    id: 'request-tracker',
    head: 'script[src*="/NoAuth/js/squished-"], link[href*="/NoAuth/css/"], link[href$="/static/css/mobile.css"]',
  },
  { id: 'zammad', head: '#zammad_form_script, link[href*="/assets/frontend/fonts"] ~ script[src*="vite"]' },
  { id: 'chatwoot', root: 'html:has(script[src*="vite/assets/dashboard"]) #app + #noscript' },
  { id: 'freescout', root: 'body[data-auth_user_id]' },
  { id: 'osticket', head: 'link[href*="/scp.css"]' },
  { id: 'uvdesk', head: 'link[href*="bundles/uvdeskcore"]' },
  { id: 'glpi', head: 'meta[property="glpi:csrf_token"]' },
  // Right below the body, where no mail's text can stand.
  { id: 'demo', root: 'main[data-suki-demo="1"]' },
];

const holds = ({ on, head, root }: Mark, doc: Document, url: URL): boolean => {
  if (on?.test(url.hostname)) return true;
  if (head !== undefined && doc.head?.querySelector(head)) return true;
  return (
    root !== undefined &&
    [doc.documentElement, doc.body, ...(doc.body?.children ?? [])].some((element) => element?.matches(root))
  );
};

/** The id of the host whose page this is, or null. */
export const markedHost = (doc: Document, url: URL): string | null =>
  marks.find((mark) => holds(mark, doc, url))?.id ?? null;

/** Whether the page carries the mark of the host with this id. */
export const isMarked = (id: string, doc: Document, url: URL): boolean =>
  marks.some((mark) => mark.id === id && holds(mark, doc, url));
