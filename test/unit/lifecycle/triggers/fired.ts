import { expect } from 'vitest';
import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Playbook, Trigger } from '#lib/contract/playbook.ts';
import { readView } from '#lib/lifecycle/read.ts';
import { fires, nextAt } from '#lib/lifecycle/triggers/index.ts';
import type { Scene } from '#lib/lifecycle/triggers/trigger.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { NOW, person } from '../people.ts';

export type Setting = { now?: number; profile?: Partial<Profile>; playbook?: Partial<Playbook> };

export const scene = (events: SukiEvent[], { now = NOW, profile, playbook }: Setting = {}): Scene => {
  const view = makeView(person(events, profile), { ...defaultPlaybook, ...playbook }, now);
  return { ...view, reading: readView(view) };
};

export const fired = (trigger: Trigger, events: SukiEvent[], setting: Setting = {}) =>
  fires(trigger, scene(events, setting));

/** It names a moment to come, holds from that moment on, and held not a second before it. */
export const namesItsMoment = (trigger: Trigger, events: SukiEvent[], setting: Setting = {}): number => {
  const at = nextAt(trigger, scene(events, setting)) ?? Number.NaN;
  expect(at).toBeGreaterThan(setting.now ?? NOW);
  expect(fired(trigger, events, { ...setting, now: at - 1_000 })).toBeNull();
  expect(fired(trigger, events, { ...setting, now: at })).not.toBeNull();
  return at;
};
