import { ChevronLeft, Copy, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { t } from '#lib/i18n/index.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Chapter } from './chapter.tsx';
import { useDesk } from './desk.ts';
import { AreaField, TextField } from './fields.tsx';
import { Switch } from './framed.tsx';
import { idFor } from './fresh.ts';
import { hintFor } from './hint.ts';
import { hashOf } from './place.ts';
import { KindFields, RestFields, WeightFields, WhomFields } from './play-fields.tsx';
import { Preview } from './preview.tsx';
import { restSaid, stagesSaid, weightSaid, whomSaid } from './said.ts';
import { Triggers, TriggersSaid } from './triggers.tsx';
import { at } from './use-field.ts';
import { useStageNames } from './use-stage-names.ts';

/** One play: what it says and when, whom it is for, how often, and how much it counts. */
export const PlayDetail = ({ id }: { id: string }) => {
  const plays = useWatch<PlaybookDraft, 'plays'>({ name: 'plays' });
  const index = plays.findIndex((play) => play.id === id);
  return (
    <div>
      <a
        href={hashOf({ part: 'plays' })}
        className="-ms-1 mb-2 inline-flex min-h-7 items-center gap-1 rounded-md px-1 font-medium text-soft text-xs hover:text-ink"
      >
        <ChevronLeft size={14} aria-hidden className="rtl:-scale-x-100" />
        {tp('pb.all')}
      </a>
      {index < 0 ? <p className="py-6 text-soft">{tp('pb.gone')}</p> : <Detail key={id} index={index} />}
    </div>
  );
};

const Detail = ({ index }: { index: number }) => {
  const play = useWatch<PlaybookDraft, `plays.${number}`>({ name: `plays.${index}` });
  const policy = useWatch<PlaybookDraft, 'policy'>({ name: 'policy' });
  const { base, playbook, mayEdit } = useDesk();
  const nameOf = useStageNames();
  const { setValue } = useFormContext<PlaybookDraft>();
  const place = (...path: (string | number)[]) => at('plays', index, ...path);
  const places = (...paths: string[]) => paths.map((path) => place(path));
  const hint = hintFor((playbook ?? base).outcomes, play.id);
  const { title, why, how, draft } = play.text;
  // A long list was scrolled to get here.
  useEffect(() => scrollTo(0, 0), []);
  return (
    <article aria-label={title}>
      <div className="mb-3 flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg [overflow-wrap:anywhere]" dir="auto">
            {title || play.id}
          </h2>
          <p className="text-soft text-xs">
            {t(`action.kind.${play.kind}`)}
            {play.off && ` · ${tp('pb.off')}`}
            {hint && <span className={hint.review ? 'text-alarm' : undefined}> · {hint.text}</span>}
          </p>
        </div>
        {mayEdit && (
          <Switch
            label={tp('pb.on', { title: title || play.id })}
            on={!play.off}
            onTurn={(on) => setValue(`plays.${index}.off`, on ? undefined : true, { shouldDirty: true })}
          />
        )}
      </div>
      {mayEdit && <Preview key={play.id} play={play.id} index={index} />}
      <Chapter
        title={tp('pb.chapter.words')}
        places={places('text')}
        said={
          <div className="flex flex-col gap-1.5">
            <p dir="auto">{why}</p>
            <p dir="auto" className="text-soft">
              {how}
            </p>
            {draft && <Draft text={draft} />}
          </div>
        }
      >
        <TextField name={place('text.title')} label={tp('pb.title.label')} hint={tp('pb.title.hint')} />
        <AreaField name={place('text.why')} label={tp('pb.why')} hint={tp('pb.why.hint')} />
        <AreaField name={place('text.how')} label={tp('pb.how')} />
        <div>
          <AreaField
            name={place('text.draft')}
            label={tp('pb.draft')}
            hint={tp('pb.draft.hint', { slot: OWN_SENTENCE })}
          />
          {!draft?.includes(OWN_SENTENCE) && (
            <Button
              size="sm"
              className="mt-1.5"
              onClick={() =>
                setValue(`plays.${index}.text.draft`, [draft, OWN_SENTENCE].filter(Boolean).join('\n\n'), {
                  shouldDirty: true,
                })
              }
            >
              {tp('pb.draft.slot', { slot: OWN_SENTENCE })}
            </Button>
          )}
        </div>
      </Chapter>
      <Chapter
        title={tp('pb.chapter.when')}
        places={places('triggers')}
        said={<TriggersSaid triggers={play.triggers} />}
      >
        <Triggers index={index} />
      </Chapter>
      <Chapter
        title={tp('pb.chapter.whom')}
        places={places('stages', 'only', 'personas', 'audience', 'minHealth')}
        said={[stagesSaid(play.stages, nameOf), ...whomSaid(play)].join(' · ')}
      >
        <WhomFields place={place} />
      </Chapter>
      <Chapter
        title={tp('pb.chapter.rest')}
        places={places('cooldownDays', 'once', 'silenceDays', 'questions')}
        said={restSaid(play)}
      >
        <RestFields place={place} />
      </Chapter>
      <Chapter
        title={tp('pb.chapter.weight')}
        places={[...places('care', 'prior', 'learns'), at('policy.levers', play.id)]}
        said={weightSaid(play, policy)}
      >
        <WeightFields place={place} play={play.id} />
      </Chapter>
      <Chapter
        title={tp('pb.chapter.rules')}
        places={places('kind', 'purpose', 'urgency', 'channel', 'mends', 'reply', 'dunning', 'perks', 'id')}
        said={[
          // Many a play of care is sent as care.
          ...new Set([t(`action.kind.${play.kind}`), t(`purpose.${play.purpose}`)]),
          tp(`urgency.${play.urgency}`),
        ].join(' · ')}
      >
        <KindFields place={place} />
      </Chapter>
      {mayEdit && <Ends index={index} />}
    </article>
  );
};

/** A draft, with the place for a person's own words marked. */
const Draft = ({ text }: { text: string }) => (
  <blockquote
    dir="auto"
    className="mt-1 whitespace-pre-line rounded-xl bg-sunk px-3 py-2.5 [overflow-wrap:anywhere]"
  >
    {text.split(OWN_SENTENCE).map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
      <span key={i}>
        {i > 0 && <mark className="rounded-sm bg-leaf-wash px-1 font-medium text-leaf">{OWN_SENTENCE}</mark>}
        {piece}
      </span>
    ))}
  </blockquote>
);

/** Begin another from this one, or take it out. */
const Ends = ({ index }: { index: number }) => {
  const { append, remove } = useFieldArray<PlaybookDraft, 'plays', 'key'>({ name: 'plays', keyName: 'key' });
  const { getValues } = useFormContext<PlaybookDraft>();
  const [asking, setAsking] = useState(false);
  const play = getValues(`plays.${index}`);
  const copy = () => {
    const title = tp('pb.copy.of', { title: play.text.title });
    const id = idFor(title, new Set(getValues('plays').map((one) => one.id)));
    append(structuredClone({ ...play, id, text: { ...play.text, title } }), { shouldFocus: false });
    location.hash = hashOf({ part: 'play', id });
  };
  return (
    <div className="flex flex-wrap gap-2 border-line border-t pt-3.5">
      <Button size="sm" look="quiet" onClick={copy}>
        <Copy size={12} aria-hidden />
        {tp('pb.copy')}
      </Button>
      <Button size="sm" look="alarm" onClick={() => setAsking(true)}>
        <Trash2 size={12} aria-hidden />
        {tp('pb.remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={tp('pb.remove.sure', { title: play.text.title })}
        text={tp('pb.remove.text')}
      >
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{t('panel.cancel')}</Button>
          <Button
            look="alarm"
            onClick={() => {
              location.hash = hashOf({ part: 'plays' });
              remove(index);
            }}
          >
            {tp('pb.remove.do')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
};
