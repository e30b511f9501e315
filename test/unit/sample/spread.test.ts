import { describe, expect, it } from 'vitest';
import { stages, statuses } from '#lib/contract/stage.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { read } from '#lib/lifecycle/read.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';

const playbook = { ...defaultPlaybook, plays: [] };

describe('the sample customers', () => {
  it.each([1, 2, 3])('stand in every stage and every status, whatever the seed (%i)', (seed) => {
    const now = Date.UTC(2026, 5, 17, 6, 30);
    const sample = sampleWorkspace({ seed, now });
    const events = Map.groupBy(sample.events, (event) => event.subject);
    const readings = sample.profiles.map(({ id, profile }) =>
      read({ id, profile, facts: foldAll(events.get(id) ?? []) }, playbook, now),
    );
    const count = (of: (reading: (typeof readings)[number]) => string) =>
      Object.fromEntries([...Map.groupBy(readings, of)].map(([key, all]) => [key, all.length]));
    const byStage = count((r) => r.stage.stage);
    const byStatus = count((r) => r.status.status);
    for (const stage of stages) expect([stage, (byStage[stage] ?? 0) >= 3]).toEqual([stage, true]);
    for (const status of statuses) expect([status, (byStatus[status] ?? 0) >= 3]).toEqual([status, true]);
  });
});
