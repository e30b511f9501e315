import { memo, useDeferredValue } from 'react';
import type { Dispatch, View } from '../model.ts';
import { Action } from './action.tsx';
import { useActs } from './acts.ts';
import { Before } from './before.tsx';
import { Hidden } from './hidden.tsx';
import { Log } from './log.tsx';
import { Others } from './others.tsx';
import { Standing } from './standing.tsx';
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
};

/**
 * A known customer. What came before always stands before what to do next (rule R0-06): nobody should act on a
 * suggestion without having seen the last few exchanges. Held still while only the state of sync changes.
 */
export const Customer = memo(({ view, member, now, dispatch, newId, scroller }: Props) => {
  const { record, decision, candidate, candidates, host, pending } = view;
  const acts = useActs(dispatch, newId, now, record);
  // Who it is, how they are and what came before are painted first; what can be done follows in the next moment.
  const below = useDeferredValue(true, false);
  return (
    <article data-stage={decision.reading.stage.stage} className="flex flex-col gap-4 pb-4">
      <div>
        <Who
          profile={record.profile}
          candidate={candidate}
          candidates={candidates}
          host={host}
          dispatch={dispatch}
        />
        <Standing reading={decision.reading} now={now} />
      </div>
      <Before record={record} stage={decision.reading.stage} pending={pending} now={now} acts={acts} />
      {below && (
        <div className="flex flex-col gap-2">
          {decision.top ? (
            <Action
              key={decision.top.key}
              card={decision.top}
              name={record.profile.name}
              now={now}
              acts={acts}
            />
          ) : (
            <Wait wait={decision.wait} now={now} />
          )}
          <Others cards={decision.others} now={now} acts={acts} />
          <Hidden hidden={decision.hidden} now={now} />
        </div>
      )}
      {below && <Log acts={acts} />}
      {below && (
        <Timeline
          record={record}
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
