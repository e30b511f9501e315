import { z } from 'zod';
import type { Wire } from './wire.ts';

const Tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });
const Outcome = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/**
 * Runs the body of a function in Firefox's own window, with all that the browser itself can do; needs
 * `--remote-allow-system-access`. `id` is bound to the extension's id, `args` to what is given. Resolves with what it returns,
 * as JSON carries it.
 */
export type InWindow = (body: string, args?: Record<string, unknown>) => Promise<unknown>;

export const openWindowDoor = async (wire: Wire, id: string): Promise<InWindow> => {
  const tree = Tree.parse(await wire.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const window = tree.contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox has no window');
  return async (body, args = {}) => {
    const outcome = Outcome.parse(
      await wire.send('script.callFunction', {
        functionDeclaration: `async (json) => {
          const { id, args } = JSON.parse(json);
          const found = await (async () => { ${body} })();
          return JSON.stringify(found ?? null);
        }`,
        arguments: [{ type: 'string', value: JSON.stringify({ id, args }) }],
        awaitPromise: true,
        target: { context: window.context },
      }),
    );
    if (outcome.type === 'exception')
      throw new Error(`in Firefox's window: ${outcome.exceptionDetails.text}`);
    return JSON.parse(outcome.result.value);
  };
};
