import { memo, useDeferredValue } from 'react';
import { channels } from '#lib/lifecycle/channel.ts';
import { readTalk } from '#lib/lifecycle/known.ts';
import { openQuestions } from '../matters.ts';
import type { Dispatch, View } from '../model.ts';
import { openedFacts } from '../opened-facts.ts';
import { tenure } from '../tenure.ts';
import { Action } from './action.tsx';
import { type Acts, useActs } from './acts.ts';
import { Before } from './before.tsx';
import { Deeper, type SectionId } from './deeper/deeper.tsx';
import { Hidden } from './hidden.tsx';
import { Log } from './log.tsx';
import { Others } from './others.tsx';
import { Outcome } from './outcome.tsx';
import { PersonaChip } from './persona.tsx';
import { Standing } from './standing.tsx';
import { ByHand, Team } from './team.tsx';
import { Timeline } from './timeline.tsx';
import { Wait } from './wait.tsx';
import { Who } from './who.tsx';

type Props = {
  view: Extract<View, { kind: 'customer' }>;
  member: string | null;
  now: number;
  dispatch: Dispatch;
  newId: () => string;
  scroller: HTMLElement | null;
  /** The section that stands open, for whoever is shown: whoever looks at promises goes on looking at promises. */
  section: SectionId | null;
  onSection: (section: SectionId | null) => void;
};

/**
 * A known customer. What came before always stands before what to do next (rule R0-06): nobody should act on a
 * suggestion without having seen the last few exchanges. Held still while only the state of sync changes.
 */
export const Customer = memo((props: Props) => {
  const { view, member, now, dispatch, newId, scroller, section, onSection } = props;
  const { record, decision, playbook, candidate, candidates, host, pending } = view;
  const { reading } = decision;
  const acts = useActs(dispatch, newId, now, record, view);
  const usual = channels(record.timeline).preferred;
  const team = { reading, teamwork: view.teamwork, members: view.members, member, now, acts };
  // Who it is, how they are and what came before are painted first; what can be done follows in the next moment.
  const below = useDeferredValue(true, false);
  return (
    <article data-stage={reading.stage.stage} className="flex flex-col gap-3 pb-4">
      <div>
        <Who
          profile={record.profile}
          since={tenure(record)}
          candidate={candidate}
          candidates={candidates}
          host={host}
          dispatch={dispatch}
        >
          <PersonaChip match={reading.persona} personas={playbook.personas} now={now} acts={acts} />
        </Who>
        <Standing reading={reading} words={playbook.policy.words} now={now} acts={acts} />
        <Team record={record} {...team} />
      </div>
      <Before record={record} stage={reading.stage} pending={pending} now={now} acts={acts}>
        <ByHand {...team} />
      </Before>
      {below && <WhatToDo view={view} usual={usual} now={now} acts={acts} />}
      {below && <Deeper view={view} now={now} acts={acts} open={section} onOpen={onSection} />}
      {below && (
        <Log
          question={onlyOne(openQuestions(record.facts))}
          usual={usual}
          talked={readTalk(openedFacts(record.facts))?.minutes ?? null}
          now={now}
          acts={acts}
        />
      )}
      {below && (
        <Timeline
          record={record}
          olderMissing={view.olderMissing}
          pending={pending}
          member={member}
          now={now}
          acts={acts}
          scroller={scroller}
        />
      )}
    </article>
  );
});

const onlyOne = <T,>([first, ...rest]: T[]): T | null => (first && rest.length === 0 ? first : null);

type WhatToDoProps = Pick<Props, 'view' | 'now'> & { usual: string | null; acts: Acts };
/** How the last action went, the next one, what comes close, and what is held back. */
const WhatToDo = ({ view, usual, now, acts }: WhatToDoProps) => {
  const { record, decision, playbook } = view;
  const { timeline, profile } = record;
  return (
    <div className="flex flex-col gap-2">
      {decision.ask && <Outcome ask={decision.ask} now={now} acts={acts} />}
      {decision.top ? (
        <Action
          key={decision.top.key}
          card={decision.top}
          name={profile.name}
          timeline={timeline}
          policy={playbook.policy}
          usual={usual}
          now={now}
          acts={acts}
        />
      ) : (
        <Wait wait={decision.wait} now={now} />
      )}
      <Others cards={decision.others} timeline={timeline} now={now} acts={acts} />
      <Hidden hidden={decision.hidden} now={now} />
    </div>
  );
};
