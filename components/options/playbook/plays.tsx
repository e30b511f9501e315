import { Plus, Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Play } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, input } from '../../ui/field.tsx';
import { useDesk } from './desk.ts';
import { same } from './draft.ts';
import { Switch } from './framed.tsx';
import { freshPlay } from './fresh.ts';
import { hintFor } from './hint.ts';
import { faultsIn } from './judge.ts';
import { hashOf } from './place.ts';
import { stagesSaid, triggerSaid } from './said.ts';
import { type NameOf, useStageNames } from './use-stage-names.ts';

/** A play for more stages than this stands in a group of its own. */
const SEVERAL = 3;
type Row = { play: Play; index: number };
type GroupOf = Stage | 'several';

/** Words that a search looks in: what a reader sees of the play. */
const hay = ({ play }: Row, nameOf: NameOf): string =>
  [
    ...[play.id, play.text.title, play.text.why, play.text.how, play.text.draft ?? ''],
    ...[t(`action.kind.${play.kind}`), stagesSaid(play.stages, nameOf)],
    ...play.triggers.map(triggerSaid),
  ]
    .join(' ')
    .toLowerCase();

/** Every word of `query` is somewhere in the play. */
const searchPlays = (rows: readonly Row[], query: string, nameOf: NameOf): Row[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = words.length > 0 ? hay(row, nameOf) : '';
    return words.every((word) => text.includes(word));
  });
};

const groupOf = ({ play: { stages: of } }: Row): GroupOf =>
  of.length > SEVERAL ? 'several' : (stages.find((stage) => of.includes(stage)) ?? 'several');

/** All plays, by stage; each with what it is, whether it is on, and what the team's answers say of it. */
export const Plays = () => {
  const plays = useWatch<PlaybookDraft, 'plays'>({ name: 'plays' });
  const levers = useWatch<PlaybookDraft, 'policy.levers'>({ name: 'policy.levers' });
  const { errors } = useFormState<PlaybookDraft>();
  const [query, setQuery] = useState('');
  const searchId = useId();
  const nameOf = useStageNames();
  const { mayEdit } = useDesk();
  const rows = plays.map((play, index) => ({ play, index }));
  const found = searchPlays(rows, query, nameOf);
  const groups = Map.groupBy(found, groupOf);
  return (
    <div>
      <div className="mb-4 flex items-center gap-2">
        <div className="relative min-w-0 flex-1">
          <Search size={14} aria-hidden className="absolute start-2.5 top-2.75 text-soft" />
          <input
            id={searchId}
            type="search"
            aria-label={tp('pb.search')}
            placeholder={tp('pb.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className={cx(input, 'ps-8')}
          />
        </div>
        {mayEdit && <NewPlay />}
      </div>
      <p role="status" className="sr-only">
        {query && tp('pb.search.found', { n: found.length })}
      </p>
      {found.length === 0 && <p className="py-6 text-center text-soft">{tp('pb.search.none')}</p>}
      {(['several', ...stages] as const).map((group) => {
        const here = groups.get(group);
        if (!here) return null;
        return (
          <section key={group} data-stage={group} aria-labelledby={`${searchId}-${group}`} className="mb-5">
            <h2
              id={`${searchId}-${group}`}
              className={cx(
                'mb-1 flex items-baseline gap-2 font-semibold text-xs',
                group === 'several' ? 'text-soft' : 'text-(--stage)',
              )}
            >
              {group === 'several' ? tp('pb.several') : nameOf(group)}
              <span className="font-normal text-soft">{here.length}</span>
            </h2>
            <ul className="divide-y divide-line border-line border-y">
              {here.map((row) => (
                <PlayRow
                  key={row.play.id}
                  {...row}
                  lever={levers[row.play.id] ?? 1}
                  faults={mayEdit ? faultsIn(errors.plays?.[row.index]).length : 0}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};

const PlayRow = ({ play, index, lever, faults }: Row & { lever: number; faults: number }) => {
  const { base, playbook, mayEdit } = useDesk();
  const { setValue } = useFormContext<PlaybookDraft>();
  const before = base.plays.find(({ id }) => id === play.id);
  const changed = !same(before, play) || (base.policy.levers[play.id] ?? 1) !== lever;
  const hint = hintFor((playbook ?? base).outcomes, play.id);
  return (
    <li className="flex items-center gap-3 py-2">
      <div className={cx('min-w-0 flex-1', play.off && 'text-soft')}>
        <a
          href={hashOf({ part: 'play', id: play.id })}
          className="rounded-sm font-medium underline-offset-3 [overflow-wrap:anywhere] hover:underline"
        >
          <span dir="auto">{play.text.title || play.id}</span>
        </a>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-soft text-xs">
          <span>{t(`action.kind.${play.kind}`)}</span>
          <Dots of={play.stages} />
          {lever !== 1 && (
            <span title={tp('pb.lever.label', { n: lever })}>{tp('pb.lever', { n: lever })}</span>
          )}
          {play.off && <span>{tp('pb.off')}</span>}
          {hint && <span className={cx(hint.review && 'text-alarm')}>{hint.text}</span>}
          {mayEdit && changed && <span className="text-leaf">{tp('pb.changed.mark')}</span>}
          {faults > 0 && <span className="text-alarm">{tp('pb.fault.mark', { n: faults })}</span>}
        </p>
      </div>
      {mayEdit && (
        <Switch
          label={tp('pb.on', { title: play.text.title || play.id })}
          on={!play.off}
          onTurn={(on) => setValue(`plays.${index}.off`, on ? undefined : true, { shouldDirty: true })}
        />
      )}
    </li>
  );
};

/** One dot for each stage, coloured where the play is for it. */
const Dots = ({ of }: { of: Play['stages'] }) => {
  const said = stagesSaid(of, useStageNames());
  return (
    <span className="inline-flex items-center gap-0.5" title={said}>
      <span className="sr-only">{said}</span>
      {stages.map((stage) => (
        <span
          key={stage}
          data-stage={stage}
          aria-hidden
          className={cx('size-1.5 rounded-full', of.includes(stage) ? 'bg-(--stage)' : 'bg-line')}
        />
      ))}
    </span>
  );
};

const NewPlay = () => {
  const { append } = useFieldArray<PlaybookDraft, 'plays', 'key'>({ name: 'plays', keyName: 'key' });
  const { getValues } = useFormContext<PlaybookDraft>();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus size={14} aria-hidden />
        {tp('pb.new')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={tp('pb.new')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const play = freshPlay(title.trim(), new Set(getValues('plays').map(({ id }) => id)));
            append(play, { shouldFocus: false });
            location.hash = hashOf({ part: 'play', id: play.id });
          }}
        >
          <Field
            label={tp('pb.new.title')}
            hint={tp('pb.new.hint')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <div className="mt-4 flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{t('panel.cancel')}</Button>
            <Button type="submit" look="primary" disabled={title.trim().length < 3}>
              {tp('pb.new.do')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
};
