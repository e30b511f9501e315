import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { PlaybookDraft, PlaybookHistory, PublishAnswer } from '#lib/contract/playbook-edit.ts';
import { tp } from '#lib/i18n/playbook.ts';
import type { Answer } from '#lib/sync/admin.ts';
import type { PlaybookDesk } from '../model.ts';
import { Bar, type Notice } from './bar.tsx';
import { DeskContext } from './desk.ts';
import { changesOf, clean, draftOf, rebase } from './draft.ts';
import { failedWords } from './failed.ts';
import { History } from './history.tsx';
import { faultOf, faultsIn, type Refusal, resolverOf } from './judge.ts';
import { forget, keep } from './keep.ts';
import { changeNames, namesOf } from './named.ts';
import { Numbers } from './numbers.tsx';
import { Personas } from './personas.tsx';
import { hashOf, type Place } from './place.ts';
import { PlayDetail } from './play.tsx';
import { Plays } from './plays.tsx';
import { Stages } from './stages.tsx';
import { at } from './use-field.ts';
import type { Opening } from './use-opening.ts';

type Props = {
  desk: PlaybookDesk;
  stageModel: string | null;
  now: number;
  place: Place;
  opening: Opening;
  begin: (next: Omit<Opening, 'turn'>) => void;
  fetchNewest: () => Promise<PlaybookHistory | null>;
};

/** To judge a whole playbook can take longer than a frame: what was typed is painted first. */
export const JUDGE_MS = 60;

/** Which part of the editor shows this place of the form. */
export const partFor = (place: string, { plays }: PlaybookDraft): Place => {
  const [root, second] = place.split('.');
  if (root === 'plays' && second !== undefined) {
    const play = plays[Number(second)];
    return play ? { part: 'play', id: play.id } : { part: 'plays' };
  }
  if (root === 'personas') return { part: 'personas' };
  if (second === 'levers') return { part: 'plays' };
  if (second === 'stages' || second === 'words') return { part: 'stages' };
  return root === 'policy' ? { part: 'numbers' } : { part: 'plays' };
};

/** One edit, from the version that it began with to the one it becomes. */
export const Editing = ({ desk, stageModel, now, place, opening, begin, fetchNewest }: Props) => {
  const { base, lint } = opening;
  const { mayEdit, ask } = desk;
  const refusal = useRef<Refusal | null>(null);
  const resolver = useMemo(() => resolverOf(base, lint, () => refusal.current), [base, lint]);
  const form = useForm<PlaybookDraft>({ defaultValues: opening.draft, resolver });
  const { errors } = form.formState;
  const [draft, setDraft] = useState(opening.draft);
  const [notice, setNotice] = useState<Notice | null>(opening.notice);
  const [busy, setBusy] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);

  const changes = useMemo(() => changesOf(clean(draftOf(base)), clean(draft)), [base, draft]);
  const faults = mayEdit ? faultsIn(errors) : [];

  // Each change is judged as a whole (one field may put another right) and kept for an accidental reload.
  useEffect(() => {
    if (!mayEdit) return;
    void form.trigger();
    let due: ReturnType<typeof setTimeout> | undefined;
    const judgeSoon = () => {
      clearTimeout(due);
      due = setTimeout(() => void form.trigger(), JUDGE_MS);
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const next = structuredClone(values);
        setDraft(next);
        if (changesOf(clean(draftOf(base)), clean(next)).n > 0) keep({ base, draft: next });
        else forget();
        judgeSoon();
      },
    });
    return () => {
      clearTimeout(due);
      unsubscribe();
    };
  }, [form, base, mayEdit]);

  const dirty = changes.n > 0;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);

  // The field is there once its part of the page is.
  const arrived = focus !== null && hashOf(partFor(focus, draft)) === hashOf(place);
  useEffect(() => {
    if (!arrived || focus === null) return;
    form.setFocus(at(focus));
    setFocus(null);
  }, [arrived, focus, form]);

  // Synced from somebody else while this edit is open.
  const synced = desk.playbook?.version ?? 0;
  useEffect(() => {
    if (mayEdit && synced > base.version) setNotice({ is: 'newer', version: synced, by: null });
  }, [mayEdit, synced, base.version]);

  const restart = (to: PlaybookHistory, next: PlaybookDraft, said: Notice | null) =>
    begin({
      base: to.playbook,
      draft: next,
      versions: to.versions,
      lint,
      notice: said,
    });

  /** Takes the newest version as the one to begin from, with nothing of ours on top. */
  const afresh = async (said: Notice | null) => {
    forget();
    const newest = await fetchNewest();
    if (newest) return restart(newest, draftOf(newest.playbook), said);
    begin({ ...opening, draft: draftOf(base), notice: said });
  };

  const settle = async (answer: Answer<PublishAnswer>, sent: PlaybookDraft) => {
    if (!answer.ok) return setNotice({ is: 'failed', text: failedWords(answer.error) });
    switch (answer.value.status) {
      case 'published':
        return afresh({ is: 'said', text: tp('pb.published', { version: answer.value.version }) });
      case 'refused':
        refusal.current = { sent, faults: answer.value.findings.map((finding) => faultOf(finding, sent)) };
        setNotice({ is: 'failed', text: tp('pb.refused') });
        await form.trigger();
        return;
      case 'newer':
        return setNotice({ is: 'newer', version: answer.value.version, by: answer.value.by });
    }
  };

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setNotice(null);
    await work();
    setBusy(false);
  };
  const publish = (note: string) =>
    during(async () => {
      const sent = clean(form.getValues());
      if (ask) await settle(await ask.publish({ base: base.version, draft: sent, note }), sent);
    });
  const revert = (to: number) =>
    during(async () => {
      if (ask) await settle(await ask.revert({ base: base.version, to }), clean(draftOf(base)));
    });
  const take = () =>
    during(async () => {
      const newest = await fetchNewest();
      if (!newest) return setNotice({ is: 'failed', text: tp('pb.failed.network') });
      const mine = clean(form.getValues());
      const merged = rebase(base, mine, newest.playbook);
      keep({ base: newest.playbook, draft: merged.draft });
      const both = namesOf(merged.both, newest.playbook, mine);
      const taken = tp('pb.newer.taken', { version: newest.playbook.version });
      const text = both.length > 0 ? `${taken} ${tp('pb.newer.both', { what: both.join(', ') })}` : taken;
      restart(newest, merged.draft, { is: 'said', text });
    });

  const show = (faulty: string) => {
    location.hash = hashOf(partFor(faulty, draft));
    setFocus(faulty);
  };

  return (
    <DeskContext value={{ ...desk, stageModel, now, base }}>
      <FormProvider {...form}>
        <div className="flex-1">
          {place.part === 'plays' && <Plays />}
          {place.part === 'play' && <PlayDetail id={place.id} />}
          {place.part === 'numbers' && <Numbers />}
          {place.part === 'stages' && <Stages />}
          {place.part === 'personas' && <Personas />}
          {place.part === 'history' && (
            <History versions={opening.versions} changes={changes.n} onRevert={revert} />
          )}
        </div>
        {mayEdit && (
          <Bar
            changes={changeNames(changes, base, draft)}
            faults={faults}
            notice={notice}
            busy={busy}
            onShow={show}
            onDiscard={() => {
              void afresh(null);
            }}
            onPublish={(note) => {
              void publish(note);
            }}
            onTake={() => {
              void take();
            }}
          />
        )}
      </FormProvider>
    </DeskContext>
  );
};
