import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Assignment } from '#lib/contract/mutations.ts';
import type { Member } from '#lib/contract/sync.ts';
import { t } from '#lib/i18n/index.ts';
import { inCare } from '../../in-care.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Acts } from '../acts.ts';
import type { DeeperProps } from './deeper.tsx';

/** As many as the server takes. */
const MOST_TAGS = 50;

/** The words the team sorts them by, and who looks after them. */
export const Tags = ({ view: { record, people }, acts }: DeeperProps) => {
  const { profile } = record;
  const { owner = null, team = null } = profile;
  const mayChange = people !== undefined && people.me.role !== 'read-only';
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t('tags.title')}>
        <h3 className="mb-1 font-medium">{t('tags.title')}</h3>
        <TagList tags={profile.tags ?? []} mayChange={mayChange} acts={acts} />
      </section>
      <section data-part="care">
        <h3 className="mb-1 font-medium" dir="auto">
          {t('care.title', { who: inCare({ owner: nameOf(people?.all ?? [], owner), team }) })}
        </h3>
        {mayChange && <Give key={`${owner} ${team}`} base={{ owner, team }} people={people} acts={acts} />}
      </section>
    </div>
  );
};

const nameOf = (all: readonly Member[], id: string | null): string | null =>
  id === null ? null : (all.find((one) => one.id === id)?.name ?? t('care.somebody'));

type TagListProps = { tags: readonly string[]; mayChange: boolean; acts: Acts };
const TagList = ({ tags, mayChange, acts: { name, dispatch } }: TagListProps) => {
  const [word, setWord] = useState('');
  const toast = useToast();
  const add = (tag: string) => dispatch({ do: 'tags', add: [tag], remove: [] });
  const remove = (tag: string) => dispatch({ do: 'tags', add: [], remove: [tag] });
  const tag = word.trim();
  const full = tags.length >= MOST_TAGS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWord('');
    if (!tag || full || tags.includes(tag)) return;
    add(tag);
    toast({ text: t('tags.added', { name, tag }), undo: () => remove(tag) });
  };
  const takeOff = (one: string) => {
    remove(one);
    toast({ text: t('tags.removed', { name, tag: one }), undo: () => add(one) });
  };
  return (
    <>
      {tags.length === 0 && <p className="text-soft">{t('tags.none')}</p>}
      <ul className="flex flex-wrap gap-1">
        {tags.map((one) => (
          <li
            key={one}
            className="inline-flex min-h-7 max-w-full items-center rounded-full bg-sunk ps-2.5 pe-1 text-xs [overflow-wrap:anywhere]"
          >
            <bdi className={mayChange ? undefined : 'pe-1.5'}>{one}</bdi>
            {mayChange && (
              <button
                type="button"
                aria-label={t('tags.off', { tag: one })}
                onClick={() => takeOff(one)}
                className="ms-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:bg-card hover:text-ink"
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form onSubmit={submit} className="mt-2 flex items-end gap-2">
          <Field
            label={t('tags.new')}
            className="min-w-0 flex-1"
            dir="auto"
            maxLength={60}
            autoComplete="off"
            value={word}
            disabled={full}
            onChange={(event) => setWord(event.target.value)}
            {...(full && { hint: t('tags.full') })}
          />
          <Button type="submit" disabled={!tag || full}>
            {t('tags.add')}
          </Button>
        </form>
      )}
    </>
  );
};

/** The teams that the reader can give somebody to: whoever leads sees all of them, a rep their own. */
const teamsOf = ({ me, all }: GiveProps['people'], now: string | null): string[] => {
  const leads = me.role === 'admin' || me.role === 'founder';
  const known = (leads ? all : all.filter(({ id }) => id === me.id)).flatMap(({ teams = [] }) => teams);
  return [...new Set([...known, ...(me.teams ?? []), ...(now === null ? [] : [now])])].sort();
};

type GiveProps = { base: Assignment; people: { me: Member; all: readonly Member[] }; acts: Acts };
const Give = ({ base, people, acts: { name, dispatch } }: GiveProps) => {
  const [owner, setOwner] = useState(base.owner ?? '');
  const [team, setTeam] = useState(base.team ?? '');
  const toast = useToast();
  const to: Assignment = { owner: owner || null, team: team || null };
  const same = to.owner === base.owner && to.team === base.team;
  const teams = teamsOf(people, base.team);
  const isKnown = base.owner === null || people.all.some(({ id }) => id === base.owner);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (same) return;
    dispatch({ do: 'assign', to, base });
    toast({
      text: t('care.toast', { name, who: inCare({ owner: nameOf(people.all, to.owner), team: to.team }) }),
      undo: () => dispatch({ do: 'assign', to: base, base: to }),
    });
  };
  return (
    <form onSubmit={give} className="flex flex-wrap items-end gap-2">
      <Select
        label={t('care.owner')}
        className="min-w-28 flex-1"
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      >
        <option value="">{t('care.owner.none')}</option>
        {!isKnown && <option value={base.owner ?? ''}>{t('care.somebody')}</option>}
        {people.all.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      {teams.length > 0 && (
        <Select
          label={t('care.of')}
          className="min-w-28 flex-1"
          value={team}
          onChange={(event) => setTeam(event.target.value)}
        >
          <option value="">{t('care.of.none')}</option>
          {teams.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit" disabled={same}>
        {t('care.give')}
      </Button>
    </form>
  );
};
