import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { operatorFault } from '#server/faults.ts';
import { type BrowserName, browsers } from './browsers.ts';
import { hasDisplay, openDemo } from './start/demo-browser.ts';
import { sweepSample } from './start/sample-folder.ts';
import { serveSample } from './start/sample-server.ts';

const USAGE = `npm start [-- OPTIONS]
  --fresh        start over with a new sample workspace
  --port N       the server's port (default: PORT, or 8787)
  --data DIR     where the sample lives (default: .data/sample)
  --browser NAME chromium (or Chrome, or Edge) or firefox (an ESR); default: chromium
  --no-browser   only the server; print how to load the extension`;

const fail = (message: string, mend?: string): never => {
  console.error(`\n${message}${mend ? `\n${mend}` : ''}`);
  process.exit(1);
};

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.PORT ?? '8787' },
        data: { type: 'string', default: join('.data', 'sample') },
        browser: { type: 'string', default: 'chromium' },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), USAGE);
  }
};

const loading: Record<BrowserName, (extensionDir: string) => string> = {
  chromium: (extensionDir) => `in Chromium, Chrome or Edge:
  1. open chrome://extensions, turn on "Developer mode", choose "Load unpacked" and take
     ${extensionDir}
  2. open Suki's options (Details > Extension options)`,
  firefox: (extensionDir) => `in Firefox:
  1. open about:debugging#/runtime/this-firefox, choose "Load Temporary Add-on…" and take
     ${join(extensionDir, 'manifest.json')}
  2. open Suki's options (about:addons > Suki > Preferences)`,
};
const byHand = (how: string, url: string, link: string): string => `
To see it, ${how} and paste this pairing link, good for one browser and one day:
     ${link}
  3. open the demo inbox, press Suki's button in the toolbar and turn the site on:
     ${url}/demo`;

const main = async (): Promise<void> => {
  const options = readOptions();
  if (options.help) return console.log(USAGE);
  const port = Number(options.port);
  if (options.port.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`"${options.port}" is no port.`, USAGE);
  const name = options.browser;
  if (name !== 'chromium' && name !== 'firefox') return fail(`There is no browser "${name}" here.`, USAGE);
  const dataDir = options.data;

  console.log('Building the extension …');
  const extensionDir = await browsers[name].build();

  if (options.fresh) sweepSample(dataDir);
  console.log('Starting the server with the sample workspace …');
  const serving = await serveSample({ dataDir, port, log: () => {} });
  console.log(`Suki's server: ${serving.url}  (data in ${relative('.', dataDir) || dataDir})`);
  console.log(`Demo inbox:    ${serving.url}/demo`);

  const executablePath = options['no-browser'] ? undefined : browsers[name].find();
  const browser =
    executablePath && hasDisplay()
      ? await openDemo({ name, executablePath, extensionDir, dataDir, headless: false, serving })
      : undefined;
  if (browser) console.log('\nThe browser is open: choose a mail, and the panel beside it says who it is.');
  else {
    if (!options['no-browser'])
      console.log(
        executablePath
          ? '\nNo display here, so no browser was opened.'
          : `\nNo ${name === 'firefox' ? 'Firefox that takes unsigned extensions' : 'Chromium, Chrome or Edge'} was found.`,
      );
    console.log(byHand(loading[name](extensionDir), serving.url, await serving.invite('Mia', 'admin')));
  }
  console.log('\nready: 1 server, 1 extension; Ctrl+C ends it');

  const stop = async () => {
    await browser?.close().catch(() => {});
    await serving.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  browser?.browser.once('disconnected', () => void stop());
};

main().catch((error: unknown) => {
  const fault = operatorFault(error, USAGE);
  if (!fault) throw error;
  // The server names its settings; here they are options.
  fail(fault.message, fault.mend.replaceAll('PORT=…', '--port N').replaceAll('DATA_DIR=…', '--data DIR'));
});
