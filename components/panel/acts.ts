import { useMemo } from 'react';
import type { DismissReason } from '#lib/contract/events.ts';
import type { Touchpoint } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { headline } from '../entry.ts';
import type { Dispatch } from '../model.ts';
import { day } from '../time.ts';
import { useToast } from '../ui/toast.tsx';

/** What a click does: one intent, one message, one way back. */
export type Acts = {
  dispatch: Dispatch;
  log: (touchpoint: Touchpoint) => void;
  complain: (about: string) => void;
  settle: (matter: Matter) => void;
  undo: (event: string) => void;
  done: (card: Card, contact: boolean) => void;
  /** With `lift` their next word ends it, and `until` only if none comes. */
  snooze: (card: Card, until: number, lift?: 'they-write') => void;
  dismiss: (card: Card, why: DismissReason) => void;
};

/** The acts of one panel. `newId` makes the UUID that the event will have. */
export const useActs = (dispatch: Dispatch, newId: () => string, now: number): Acts => {
  const toast = useToast();
  return useMemo(() => {
    const undo = (event: string) => dispatch({ do: 'undo', event });
    const said = (id: string, text: string) => toast({ text, undo: () => undo(id) });
    return {
      dispatch,
      undo,
      log: (touchpoint) => {
        const id = newId();
        dispatch({ do: 'log', id, touchpoint });
        said(id, t('log.toast', { what: headline({ type: 'Touchpoint Logged', data: touchpoint }) }));
      },
      complain: (about) => {
        const id = newId();
        dispatch({ do: 'record', id, type: 'Complaint Raised', about });
        said(id, t('complaint.toast', { about }));
      },
      settle: ({ ref, about, state }) => {
        const id = newId();
        const what = about ?? t('matter.something');
        if (state === 'open') {
          dispatch({ do: 'record', id, type: 'Complaint Resolved', ref });
          said(id, t('complaint.resolved.toast', { about: what }));
        } else {
          dispatch({ do: 'record', id, type: 'Complaint Confirmed Resolved', ref });
          said(id, t('complaint.confirmed.toast', { about: what }));
        }
      },
      done: ({ play }, contact) => {
        const id = newId();
        dispatch({ do: 'done', id, play: play.id, contact });
        said(id, t('action.done.toast', { title: play.text.title }));
      },
      snooze: ({ play }, until, lift) => {
        const id = newId();
        const { title } = play.text;
        dispatch({ do: 'snooze', id, play: play.id, until, ...(lift && { lift }) });
        said(
          id,
          lift
            ? t('action.snooze.write.toast', { title })
            : t('action.snooze.toast', { date: day(until, now), title }),
        );
      },
      dismiss: ({ play }, why) => {
        const id = newId();
        dispatch({ do: 'dismiss', id, play: play.id, why });
        said(id, t('action.dismiss.toast', { title: play.text.title }));
      },
    };
  }, [dispatch, newId, now, toast]);
};
