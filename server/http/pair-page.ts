const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * What somebody sees who opens a pairing link in a tab. It says what to do and does nothing: opening it must
 * not use the code up, since mail filters open links too.
 * @param link the link as others reach it, or undefined when only the browser's address bar knows it
 */
export const pairPage = (workspace: string, link: string | undefined): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Pair Suki</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
  input { width: 100%; box-sizing: border-box; font: 14px/1.4 ui-monospace, monospace; padding: .6rem; }
</style>
<h1>Join ${escaped(workspace)} on Suki</h1>
<ol>
  <li>${
    link === undefined
      ? 'Copy the whole address of this page from the address bar of your browser.'
      : `Copy this whole link:<br><input readonly aria-label="Pairing link" value="${escaped(link)}">`
  }</li>
  <li>Open Suki's options in your browser (right-click its icon, then Options).</li>
  <li>Paste it under “Connection” and choose “Connect”.</li>
</ol>
<p>The link works once, for one browser, and only for a short time. If it is refused, ask for a new one.</p>
</html>
`;
