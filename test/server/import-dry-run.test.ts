import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usePrograms } from './programs.ts';

describe('an import on trial', () => {
  const { run, makeWorkspace, startServer, folder } = usePrograms();
  const wrong = Array.from({ length: 17 }, (_, n) => `nobody ${n},X`);

  it.each(['alone', 'beside a running server'])(
    '%s says how many rejected rows it does not show, and where all of them will be; that is no failure',
    async (where) => {
      await makeWorkspace();
      if (where !== 'alone') await startServer();
      const file = join(folder(), 'people.csv');
      const rejects = join(folder(), 'people.rejects.csv');
      const dry = async (rows: string[]) => {
        writeFileSync(file, `Email,Name\n${rows.join('\n')}\n`);
        return run('server/cli/import.ts', ['customers', file, '--dry-run']).ended;
      };
      expect((await dry(['ana@shop.example,Ana'])).text).not.toContain('rejects.csv');
      const few = (await dry(wrong.slice(0, 5))).text;
      expect(few).not.toContain('more');
      expect(few).toContain(`Without --dry-run all rejected rows go to ${rejects}\n`);
      const many = await dry(wrong);
      expect(many.text.match(/^line \d+: /gm)).toHaveLength(5);
      expect(many.text).toContain(`… and 12 more. Without --dry-run all rejected rows go to ${rejects}\n`);
      expect([many.code, existsSync(rejects)]).toEqual([0, false]);
      const real = await run('server/cli/import.ts', ['customers', file]).ended;
      expect(real.code).toBe(0);
      expect(readFileSync(rejects, 'utf8').trimEnd().split('\n')).toHaveLength(18);
    },
  );
});
