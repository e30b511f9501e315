import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { plantedIn, sweepSample } from '#scripts/start/sample-folder.ts';
import { makeFolder } from '#server/store/folder.ts';
import { lockFolder } from '#server/store/lock.ts';

const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'suki-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

it('a sample is swept away whole, and the next one is planted anew', () => {
  const folder = emptyFolder();
  const first = plantedIn(folder);
  expect(plantedIn(folder)).toEqual(first);
  writeFileSync(join(folder, 'suki.db'), 'a store');
  mkdirSync(join(folder, 'browser', 'Default'), { recursive: true });
  sweepSample(folder);
  expect(readdirSync(folder)).toEqual([]);
  sweepSample(join(folder, 'not yet there'));
});

it.each([
  ['other files', 'thesis.txt', 'holds other files'],
  ['a workspace of one’s own', 'suki.db', 'holds a workspace that is no sample'],
])('a folder with %s is left alone', (_, file, why) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, file), 'mine');
  expect(() => sweepSample(folder)).toThrow(why);
  expect(() => plantedIn(folder)).toThrow(why);
  expect(readdirSync(folder)).toEqual([file]);
});

it('so is a sample in which somebody has put something else, and one whose server runs', () => {
  const folder = emptyFolder();
  plantedIn(folder);
  writeFileSync(join(folder, 'thesis.txt'), 'mine');
  expect(() => sweepSample(folder)).toThrow('thesis.txt');
  expect(readdirSync(folder)).toContain('thesis.txt');

  const running = emptyFolder();
  plantedIn(running);
  const release = lockFolder(running);
  onTestFinished(release);
  expect(() => sweepSample(running)).toThrow('in use');
  expect(readdirSync(running)).toContain('sample.json');
});

it('a sample whose mark is damaged says how to start over', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'sample.json'), '{');
  expect(() => plantedIn(folder)).toThrow('is damaged');
});

it('a folder that cannot be made is told at once', () => {
  expect(() => makeFolder('/proc/suki/data')).toThrow(/ENOENT|EACCES|EPERM/);
  const folder = join(emptyFolder(), 'a', 'b');
  makeFolder(folder);
  makeFolder(folder);
  expect(readdirSync(folder)).toEqual([]);
});
