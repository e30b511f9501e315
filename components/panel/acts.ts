import { useMemo, useRef } from 'react';
import type { DismissReason } from '#lib/contract/events.ts';
import type { Touchpoint } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import type { Card, Decision } from '#lib/lifecycle/types.ts';
import { headline } from '../entry.ts';
import type { Dispatch, Said } from '../model.ts';
import { day } from '../time.ts';
import { useToast } from '../ui/toast.tsx';

type Outcome = 'Action Helped' | 'Action Unanswered' | 'Action Unhelpful';

/** What a click does: one intent, one message, one way back. */
export type Acts = {
  dispatch: Dispatch;
  /** The name as messages say it: cut where it is very long. */
  name: string;
  /**
   * Records what was said, all of it taken back together, and tells so in `text`. A function is given the id that its event
   * will have: the first event of a matter gives the matter its `ref`.
   */
  record: (text: string, ...events: (Said | ((id: string) => Said))[]) => void;
  log: (touchpoint: Touchpoint) => void;
  complain: (about: string) => void;
  settle: (matter: Matter) => void;
  undo: (event: string) => void;
  done: (card: Card, contact: boolean) => void;
  /** With `lift` their next word ends it, and `until` only if none comes. */
  snooze: (card: Card, until: number, lift?: 'they-write') => void;
  dismiss: (card: Card, why: DismissReason, more?: { fact?: string; touchpoint?: string }) => void;
  /** How the action that was done went. */
  tell: (outcome: Outcome) => void;
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
/** The decision in view, and the id by which it is kept. */
type Seen = { decision: Decision; decisionId?: string | undefined };

/** The acts of one panel on one customer. `newId` makes the UUID that the event will have. */
export const useActs = (
  dispatch: Dispatch,
  newId: () => string,
  now: number,
  whom: Whom,
  { decision, decisionId }: Seen,
): Acts => {
  const toast = useToast();
  const counts = usePresses();
  const scope = whom.id;
  const name = short(whom.profile.name);
  return useMemo(() => {
    const { reading } = decision;
    const undo = (event: string) => dispatch({ do: 'undo', event });
    const record: Acts['record'] = (text, ...events) => {
      const ids = events.map((event) => {
        const id = newId();
        dispatch({ do: 'record', id, ...(typeof event === 'function' ? event(id) : event) });
        return id;
      });
      toast({ text, undo: () => ids.forEach(undo), scope });
    };
    /** Which play, in which decision, at which place on the screen: without these, nobody can learn from the answer. */
    const answer = (play: string) => {
      const rank = [decision.top, ...decision.others].findIndex((card) => card?.play.id === play) + 1;
      return { play, ...(decisionId && { decision: decisionId }), ...(rank > 0 && { rank }) };
    };
    return {
      dispatch,
      name,
      undo,
      record,
      log: (touchpoint) => {
        if (!counts(`log ${touchpoint.kind}`)) return;
        const { stage, status, health } = reading;
        const standing = { stage: stage.stage, status: status.status, health: health.score };
        const data = { ...touchpoint, standing };
        record(t('log.toast', { name, what: headline({ type: 'Touchpoint Logged', data }) }), {
          type: 'Touchpoint Logged',
          data,
        });
      },
      complain: (about) =>
        record(t('complaint.toast', { name, about }), (ref) => ({
          type: 'Complaint Raised',
          data: { ref, about },
        })),
      settle: ({ ref, about, state }) => {
        const what = { name, about: about ?? t('matter.something') };
        const data = { ref };
        if (state === 'open')
          record(t('complaint.resolved.toast', what), { type: 'Complaint Resolved', data });
        else record(t('complaint.confirmed.toast', what), { type: 'Complaint Confirmed Resolved', data });
      },
      done: ({ play }, contact) => {
        // Whatever the card: the next one may have come under the pointer between two clicks.
        if (!counts('done')) return;
        record(t('action.done.toast', { name, title: play.text.title }), {
          type: 'Action Done',
          data: { ...answer(play.id), contact, purpose: play.purpose },
        });
      },
      snooze: ({ play }, until, lift) => {
        const { title } = play.text;
        const said = lift
          ? t('action.snooze.write.toast', { name, title })
          : t('action.snooze.toast', { name, date: day(until, now), title });
        record(said, {
          type: 'Action Snoozed',
          data: { ...answer(play.id), until, ...(lift && { lift }) },
        });
      },
      dismiss: ({ play }, why, more) =>
        record(t('action.dismiss.toast', { name, title: play.text.title }), {
          type: 'Action Dismissed',
          data: { ...answer(play.id), why, ...more },
        }),
      tell: (outcome) => {
        const { ask } = decision;
        if (!ask || !counts('outcome')) return;
        record(t('ask.toast', { name, title: ask.play.text.title }), {
          type: outcome,
          data: { play: ask.play.id },
        });
      },
    };
  }, [dispatch, newId, now, toast, counts, scope, name, decision, decisionId]);
};
