type Words = { title: string; text: string; close: string };

const card = [
  'all:initial;position:fixed;inset-block-start:12px;inset-inline-end:12px;z-index:2147483647;color-scheme:light dark',
  'box-sizing:border-box;inline-size:min(300px,calc(100vw - 24px));padding:12px 14px;display:grid;gap:6px 10px',
  'grid-template-columns:1fr auto;font:14px/1.4 system-ui,sans-serif;border-radius:12px',
  'color:light-dark(#20241e,#edefe7);background:light-dark(#ffffff,#1f221e)',
  'border:1px solid light-dark(#dddcd2,#363b34);box-shadow:0 8px 24px rgb(0 0 0 / 0.18)',
].join(';');
const round =
  'all:unset;cursor:pointer;inline-size:24px;block-size:24px;text-align:center;border-radius:50%;font:18px/24px system-ui;outline:revert';

/**
 * Shows a card in the page's corner until it is closed by its button or by Escape; a second call brings it back, never a second one.
 * It lives in a closed shadow root and is styled through the CSSOM alone, which no page's policy refuses.
 */
export const drawPanelHint = (doc: Document, words: Words): void => {
  const part = (name: string, style: string, text = ''): HTMLElement => {
    const element = doc.createElement(name);
    element.style.cssText = style;
    element.textContent = text;
    return element;
  };
  const kept = globalThis as typeof globalThis & { sukiHint?: HTMLElement };
  kept.sukiHint?.remove();
  const host = part('div', 'all:initial');
  kept.sukiHint = host;
  const box = part('div', card);
  box.setAttribute('role', 'status');
  const close = part('button', round, '×');
  close.setAttribute('aria-label', words.close);
  const text = part('div', 'grid-column:1 / -1', words.text);
  box.append(part('strong', 'font-weight:600', words.title), close, text);
  host.attachShadow({ mode: 'closed' }).append(box);
  const closing = new AbortController();
  const { signal } = closing;
  signal.addEventListener('abort', () => host.remove());
  close.addEventListener('click', () => closing.abort());
  doc.addEventListener('keydown', ({ key }) => key === 'Escape' && closing.abort(), { signal });
  doc.documentElement.append(host);
};
