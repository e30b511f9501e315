import { UserRoundSearch } from 'lucide-react';
import type { Persona } from '#lib/contract/persona.ts';
import { t } from '#lib/i18n/index.ts';
import type { PersonaMatch } from '#lib/lifecycle/types.ts';
import { day, number } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Popover } from '../ui/popover.tsx';
import type { Acts } from './acts.ts';

type Props = { match: PersonaMatch | null; personas: Persona[]; now: number; acts: Acts };

const said = ({ name, percent }: PersonaMatch): string =>
  t('persona.chip', { name, percent: number(percent) });

/** Less than this is a resemblance with nobody. */
const LIKENESS = 50;

/** Whom of the people that the team pictures they resemble; a click tells why, and lets a person decide. */
export const PersonaChip = ({ match, personas, now, acts }: Props) =>
  match &&
  (match.set || match.percent >= LIKENESS) && (
    <Popover
      title={said(match)}
      label={said(match)}
      className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full bg-sunk px-2 font-medium text-2xs text-soft hover:text-ink"
      trigger={
        <>
          <UserRoundSearch size={12} aria-hidden className="shrink-0" />
          <span className="truncate" dir="auto">
            {said(match)}
          </span>
        </>
      }
    >
      <PersonaChoice match={match} personas={personas} now={now} acts={acts} />
    </Popover>
  );

/** The story, how many rules are met, and the others to choose from. */
export const PersonaChoice = ({ match, personas, now, acts }: Props) => {
  const { name, record } = acts;
  const story = personas.find(({ id }) => id === match?.persona)?.story;
  if (personas.length === 0) return <p className="text-soft">{t('person.persona.off')}</p>;
  return (
    <div className="flex flex-col gap-2">
      {match ? (
        <p className="text-soft text-xs">
          {t('persona.met', { met: match.met, of: match.of })}
          {match.set && ` · ${setBy(match.set, now)}`}
        </p>
      ) : (
        <p className="text-soft">{t('person.persona.none')}</p>
      )}
      {story && (
        <p className="text-xs [overflow-wrap:anywhere]" dir="auto">
          {story}
        </p>
      )}
      <p className="text-soft text-xs">{t('persona.choose')}</p>
      <div className="flex flex-wrap gap-1.5">
        {personas.map((persona) => (
          <Button
            key={persona.id}
            size="sm"
            aria-pressed={persona.id === match?.persona}
            className={cx(persona.id === match?.persona && 'border-leaf! text-leaf!')}
            onClick={() =>
              record(t('persona.toast', { name, persona: persona.name }), {
                type: 'Persona Set',
                // How well it fits is known only for the one that was matched.
                data: {
                  persona: persona.id,
                  ...(persona.id === match?.persona && { percent: match.percent }),
                },
              })
            }
          >
            <bdi>{persona.name}</bdi>
          </Button>
        ))}
        {match?.set && (
          <Button
            size="sm"
            look="quiet"
            onClick={() => record(t('persona.clear.toast', { name }), { type: 'Persona Cleared', data: {} })}
          >
            {t('persona.rules')}
          </Button>
        )}
      </div>
    </div>
  );
};

const setBy = ({ at, percent }: NonNullable<PersonaMatch['set']>, now: number): string =>
  percent === null
    ? t('persona.set', { date: day(at, now) })
    : t('persona.set.fit', { date: day(at, now), percent: number(percent) });
