/** `mail`: after Gmail's published anchors. `list`: the same with nothing open. `unknown`: of a webmail that nobody knows. */
export type Kind = 'mail' | 'list' | 'unknown';
const known = 'https://mail.google.com/';
const other = 'https://mail.other.example/';
export const sites = [known, other];
export const addressOf = (kind: Kind): string => (kind === 'unknown' ? other : `${known}mail/u/0/`);

const heads: Record<Kind, string> = {
  mail: '<h2 class="hP" data-thread-perm-id="thread-f:1" data-legacy-thread-id="a1">Where is my order?</h2>',
  list: '',
  unknown: '<h2>Where is my order?</h2>',
};
/** Opens mail `n`. */
const shows: Record<Kind, string> = {
  mail: `
  location.hash = '#inbox/' + n;
  const h2 = document.querySelector('h2.hP');
  h2.dataset.threadPermId = 'thread-f:' + n;
  thread.innerHTML = '<div class="kv h7" role="listitem" aria-expanded="true"><div class="adn ads" data-message-id="#msg-f:' + n + '"><div class="gs"><table><tbody><tr><td class="gF"><h3 class="iw"><span class="gD" email="p' + n + '@cafe.example" name="P" data-hovercard-id="p' + n + '@cafe.example">P ' + n + '</span></h3></td></tr></tbody></table><div class="ii gt"><div class="a3s aiL"><p>Hello, where is my order?</p></div></div></div></div></div>';`,
  list: '',
  unknown: `
  location.hash = '#mail/' + n;
  thread.innerHTML = '<section><div><div><b>From:</b> <span>P ' + n + ' &lt;p' + n + '@cafe.example&gt;</span></div><div><b>To:</b> <span>Shop &lt;support@shop.example&gt;</span></div></div><div class="message-body"><p>Hello, where is my order?</p></div></section>';`,
};

/** A list of `nodes` elements, and one open conversation beside it. */
export const mailPage = (nodes: number, kind: Kind = 'mail'): string => `<!doctype html><html lang="en"><head>
<title>${kind === 'unknown' ? 'Mail' : 'Inbox (3) - support@shop.example - Gmail'}</title></head><body>
<div ${kind === 'unknown' ? '' : 'gh="tl"'}><table><tbody id="list"></tbody></table></div>
<div role="main">${heads[kind]}
<div ${kind === 'unknown' ? '' : 'role="list"'} id="thread"></div></div>
<script>
const list = document.getElementById('list'), thread = document.getElementById('thread');
const rowOf = (n) => {
  const row = document.createElement('tr');
  row.className = 'zA';
  row.innerHTML = '<td><span email="row' + n + '@example.org" name="Row ' + n + '">Row ' + n + '</span></td><td><span class="y6"><b>Subject ' + n + '</b></span></td><td><span title="Nov 21">Nov 21</span></td>';
  return row;
};
// A row is eight elements.
const rows = Math.round(${nodes} / 8);
for (let n = 0; n < rows; n++) list.append(rowOf(n));
const show = (n) => {${shows[kind]}
};
show(0);
let seed = 1;
const random = (below) => (seed = (seed * 16807) % 2147483647) % below;
/** What a busy mailbox does beside the open mail: clocks tick, rows are marked, arrive and go. */
const change = (n) => {
  const row = list.children[random(list.children.length)];
  if (n % 10 === 0) { row.remove(); list.prepend(rowOf(n)); }
  else if (n % 3 === 0) row.classList.toggle('zE');
  else if (n % 3 === 1) row.querySelector('b').firstChild.data = 'Subject ' + n;
  else row.style.setProperty('--n', String(n));
};
/** Makes \`perSecond\` changes and opens another mail each \`open\` ms, for \`seconds\`. */
globalThis.live = (perSecond, open, seconds) => new Promise((resolve) => {
  const start = performance.now();
  let made = 0, opened = 1, next = open;
  const tick = () => {
    const passed = performance.now() - start;
    for (const due = Math.min(passed, seconds * 1000) / 1000 * perSecond; made < due; made++) change(made);
    if (open > 0 && passed >= next) { show(opened++); next += open; }
    if (passed < seconds * 1000) setTimeout(tick, 10); else resolve(made);
  };
  tick();
});
</script></body></html>`;
