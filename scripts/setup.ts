import { pathToFileURL } from 'node:url';
import { answerBeforehand, aptIsHere, commandFor, install, type Progress, updateLists } from './setup/apt.ts';
import { type Need, needs } from './setup/needs.ts';

const seconds = (since: number): string => `${((Date.now() - since) / 1_000).toFixed(1)} s`;
const unique = (words: readonly string[]): string[] => [...new Set(words)];
const packagesOf = (missing: readonly Need[]): string[] => unique(missing.flatMap((need) => need.packages));

/** A line that redraws itself on a terminal, and speaks up every quarter elsewhere. */
const progressLine = (label: string): Progress => {
  let quarter = -1;
  return (percent, doing) => {
    const text = `  ${label} ${String(Math.floor(percent)).padStart(3)} %  ${doing}`;
    if (process.stdout.isTTY)
      process.stdout.write(`\r\x1b[2K${text.slice(0, (process.stdout.columns ?? 100) - 1)}`);
    else if (Math.floor(percent / 25) > quarter) {
      quarter = Math.floor(percent / 25);
      console.log(text);
    }
  };
};
const endLine = (): void => {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
};

/** What is missing, what for, and the command that would bring it. */
export const explain = (missing: readonly Need[], why: string): string =>
  [
    'Missing on this machine:',
    ...missing.map((need) => `  ${need.name} (for ${need.for}): ${need.packages.join(' ')}`),
    `${why} On Debian 12, as root, this brings it:`,
    `  ${commandFor(packagesOf(missing))}`,
    'Then run `npm run setup` again.',
  ].join('\n');

const reasonNotToInstall = (): string | undefined => {
  if (!aptIsHere()) return 'There is no apt-get here.';
  if (process.getuid?.() !== 0) return 'Installing takes root.';
  return undefined;
};

/**
 * Sees to it that every need is met: does nothing when all is there, else installs what is missing.
 * Returns whether all is there; what is not has been named on stderr.
 */
export const setup = async (): Promise<boolean> => {
  const missing = needs.filter((need) => !need.isPresent());
  if (missing.length === 0) {
    console.log(`setup: ${needs.map((need) => need.name).join(', ')} are here`);
    return true;
  }
  const why = reasonNotToInstall();
  if (why) {
    console.error(explain(missing, why));
    return false;
  }
  const start = Date.now();
  console.log(`setup: installing ${missing.map((need) => need.name).join(', ')} from Debian's packages`);
  try {
    answerBeforehand(missing.flatMap((need) => need.answers));
    await updateLists(progressLine('package lists'));
    endLine();
    await install(packagesOf(missing), progressLine('packages'));
    endLine();
  } catch (error) {
    endLine();
    console.error(error instanceof Error ? error.message : String(error));
  }
  const still = missing.filter((need) => !need.isPresent());
  if (still.length > 0) {
    console.error(explain(still, 'Installing did not bring it.'));
    return false;
  }
  console.log(`setup: all is here now, after ${seconds(start)}`);
  return true;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await setup()) ? 0 : 1);
