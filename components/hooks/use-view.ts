import { useMemo, useState, useSyncExternalStore } from 'react';
import type { View } from '#components/model.ts';
import { type Choice, viewOf } from '#components/view-of.ts';
import { originPattern } from '#lib/platform/sites.ts';
import { stageNamesOf } from './stage-names-of.ts';
import type { ViewInputs, ViewSource } from './view-source.ts';

const view = (inputs: ViewInputs, choice: Choice, now: number): View => {
  const { tab, access, heard, reading, who, people, inquired, acquainted, settings, playbook, members } =
    inputs;
  if (!tab || !settings || !access) return { kind: 'loading' };
  if (access === 'never') return { kind: 'unsupported' };
  if (access === 'unknown') return { kind: 'site-off', origin: '', label: '' };
  if (access === 'off' && tab.url !== null)
    return { kind: 'site-off', origin: originPattern(tab.url) ?? '', label: new URL(tab.url).host };
  if (!heard) return { kind: 'loading' };
  if (!reading || !who) return { kind: 'miss', miss: 'no-conversation', host: '' };
  if (!people || !playbook) return { kind: 'loading' };
  const { policy } = playbook;
  const stages = stageNamesOf(settings.stageModel ?? policy.stageModel, policy.words);
  return viewOf({ reading, who, people, inquired, acquainted, choice, playbook, stages, members, now });
};

/** What the focused tab of this window shows, and who that is. */
export const useView = (source: ViewSource, now: number) => {
  const inputs = useSyncExternalStore(source.subscribe, source.read);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const { tab, reading } = inputs;
  const conversation = `${tab?.id} ${reading?.kind === 'people' ? reading.conversation : ''}`;
  const choose = (choice: Choice) => setChoices(new Map(choices).set(conversation, choice));
  const choice = choices.get(conversation) ?? null;
  return {
    view: useMemo(() => view(inputs, choice, now), [inputs, choice, now]),
    settings: inputs.settings,
    broken: inputs.broken,
    pick: (address: string) => choose({ picked: address }),
    reject: () => choose({ rejected: true }),
  };
};
