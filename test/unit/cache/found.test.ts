import { expect, it } from 'vitest';
import { putFound } from '#lib/cache/apply.ts';
import { readRecord } from '#lib/cache/find.ts';
import { begin, finish, holding, load, openCache, pageOf, person } from './pages.ts';

it('[S37] an answer that was overtaken by a whole loading does not bring back who had gone', async () => {
  const db = openCache();
  await holding(db, [person('ana', 1), person('ben', 1)], 1);
  await begin(db);
  // Ana goes at 2, which no loading ever says.
  await finish(db, pageOf([person('ben', 1)], 2));
  expect(await putFound(db, pageOf([person('ana', 1)], 1), 9)).toBe(false);
  expect(await readRecord(db, 'ana')).toBeNull();
  // The next answer is as new as what is here.
  expect(await putFound(db, pageOf([person('ana', 3)], 3), 9)).toBe(true);
  expect(await readRecord(db, 'ana')).toMatchObject({ seq: '3' });
});

it('[S37] nor does one from before the first page of a loading, which nobody can tell the age of', async () => {
  const db = openCache();
  await begin(db);
  expect(await putFound(db, pageOf([person('ana', 1)], 1), 9)).toBe(false);
  await load(db, pageOf([person('ben', 1)], 2), 'ben');
  expect(await putFound(db, pageOf([person('ana', 1)], 1), 9)).toBe(false);
  expect(await putFound(db, pageOf([person('cara', 2)], 2), 9)).toBe(true);
  await finish(db, pageOf([person('dora', 1)], 2));
  expect(await readRecord(db, 'ana')).toBeNull();
  expect(await readRecord(db, 'cara')).toMatchObject({ seq: '2' });
});
