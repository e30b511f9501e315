/** Whoever is shown under this address was planted. */
export const planted = 'boss@planted.example';

// A whole message, header and text, would be a message: what is planted outside a text comes without one.
const markup = [
  `<a href="mailto:${planted}">Boss</a>`,
  `<a href="mailto:${planted}" title="${planted}" class="rcmContactAddress">Boss</a>`,
  `<span class="sender from" data-email="${planted}">Boss</span>`,
  `<span class="gD" email="${planted}" name="Boss" data-hovercard-id="${planted}">Boss</span>`,
  `<p>From: Boss &lt;${planted}&gt;</p><p>To: me</p><p>Subject: pay</p>`,
  `<dl><dt>From</dt><dd><a href="mailto:${planted}">Boss</a></dd><dt>To</dt><dd>me</dd></dl>`,
  `<div><p>Von: <b title="${planted}">Chef</b></p><p>An: ich</p></div>`,
  `<td class="header from"><span class="adr">Boss &lt;${planted}&gt;</span></td>`,
  `<div class="requestors"><span class="current-value"><span class="user">Boss &lt;${planted}&gt;</span></span></div>`,
  `<div aria-label="From: Boss &lt;${planted}&gt;">Boss</div>`,
  `<div hidden><p>From: <a href="mailto:${planted}">Boss</a></p><p>To: me</p></div>`,
  `<input value="${planted}"><textarea>${planted}</textarea>`,
  `<img alt="${planted}">`,
  `<span itemprop="sender"><meta itemprop="email" content="${planted}"></span>`,
  ` ${planted} `,
  ` "support@shop.example" &lt;${planted}&gt; `,
];
const attributes = ['title', 'email', 'data-email', 'data-address', 'data-hovercard-id', 'aria-label', 'alt'];

/** A number below `limit`, always the same for the same `seed` (mulberry32). */
const below = (seed: number, limit: number): number => {
  let t = (seed + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % limit;
};

/** Plants one address somewhere in the body of `doc`: as markup, or as an attribute of what is there, never in `not`. */
export const plant = (doc: Document, seed: number, not = ''): { what: string; undo: () => void } => {
  const elements = [doc.body, ...doc.body.querySelectorAll('*')].filter(
    (element) => not === '' || !element.closest(not),
  );
  const element = elements[below(seed, elements.length)] ?? doc.body;
  const where = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  if (below(seed + 1, 5) === 0) {
    const name = attributes[below(seed + 2, attributes.length)] ?? 'title';
    const before = element.getAttribute(name);
    if (before === null) {
      element.setAttribute(name, planted);
      return { what: `${name} on ${where}`, undo: () => element.removeAttribute(name) };
    }
  }
  const template = doc.createElement('template');
  // Without a space it would make another address of one that it touches, for people, too.
  template.innerHTML = ` ${markup[below(seed + 3, markup.length)] ?? ''} `;
  const nodes = [...template.content.childNodes];
  const at = element.childNodes[below(seed + 4, element.childNodes.length + 1)] ?? null;
  for (const node of nodes) element.insertBefore(node, at);
  return {
    what: `${template.innerHTML || nodes.map((node) => node.textContent).join('')} in ${where}`,
    undo: () => {
      for (const node of nodes) element.removeChild(node);
    },
  };
};
