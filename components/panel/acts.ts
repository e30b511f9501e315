import { useMemo, useRef } from 'react';
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

/** A second press of the same button within this time is the same press: a double click, or a hand that shakes. */
export const DOUBLE_MS = 400;

/** Says whether a press of `button` counts; each press begins the time anew. */
const usePresses = (): ((button: string) => boolean) => {
  const last = useRef({ button: '', at: Number.NEGATIVE_INFINITY });
  return useMemo(
    () => (button) => {
      const before = last.current;
      last.current = { button, at: performance.now() };
      return before.button !== button || last.current.at - before.at >= DOUBLE_MS;
    },
    [],
  );
};

/** A message has one or two lines, and the end of it is what was done. */
const short = (name: string): string => {
  const letters = [...name];
  return letters.length > 40 ? `${letters.slice(0, 39).join('').trimEnd()}…` : name;
};

type Whom = { id: string; profile: { name: string } };

/** The acts of one panel on one customer. `newId` makes the UUID that the event will have. */
export const useActs = (dispatch: Dispatch, newId: () => string, now: number, whom: Whom): Acts => {
  const toast = useToast();
  const counts = usePresses();
  const scope = whom.id;
  const name = short(whom.profile.name);
  return useMemo(() => {
    const undo = (event: string) => dispatch({ do: 'undo', event });
    const said = (id: string, text: string) => toast({ text, undo: () => undo(id), scope });
    return {
      dispatch,
      undo,
      log: (touchpoint) => {
        if (!counts(`log ${touchpoint.kind}`)) return;
        const id = newId();
        dispatch({ do: 'log', id, touchpoint });
        said(id, t('log.toast', { name, what: headline({ type: 'Touchpoint Logged', data: touchpoint }) }));
      },
      complain: (about) => {
        const id = newId();
        dispatch({ do: 'record', id, type: 'Complaint Raised', about });
        said(id, t('complaint.toast', { name, about }));
      },
      settle: ({ ref, about, state }) => {
        const id = newId();
        const what = about ?? t('matter.something');
        if (state === 'open') {
          dispatch({ do: 'record', id, type: 'Complaint Resolved', ref });
          said(id, t('complaint.resolved.toast', { name, about: what }));
        } else {
          dispatch({ do: 'record', id, type: 'Complaint Confirmed Resolved', ref });
          said(id, t('complaint.confirmed.toast', { name, about: what }));
        }
      },
      done: ({ play }, contact) => {
        // Whatever the card: the next one may have come under the pointer between two clicks.
        if (!counts('done')) return;
        const id = newId();
        dispatch({ do: 'done', id, play: play.id, contact });
        said(id, t('action.done.toast', { name, title: play.text.title }));
      },
      snooze: ({ play }, until, lift) => {
        const id = newId();
        const { title } = play.text;
        dispatch({ do: 'snooze', id, play: play.id, until, ...(lift && { lift }) });
        said(
          id,
          lift
            ? t('action.snooze.write.toast', { name, title })
            : t('action.snooze.toast', { name, date: day(until, now), title }),
        );
      },
      dismiss: ({ play }, why) => {
        const id = newId();
        dispatch({ do: 'dismiss', id, play: play.id, why });
        said(id, t('action.dismiss.toast', { name, title: play.text.title }));
      },
    };
  }, [dispatch, newId, now, toast, counts, scope, name]);
};
