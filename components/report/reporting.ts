import { createContext } from 'react';
import type { Report, ReportCode } from '#lib/contract/report.ts';

/** How far it is with the report that the rep has asked to see. `unseen`: the page could not be looked at. */
export type Reporting =
  | { state: 'looking' }
  | { state: 'unseen' }
  | { state: 'shown' | 'sending' | 'sent'; report: Report }
  | { state: 'unsent'; report: Report; why: 'network' | 'busy' | 'other'; message: string };

/** `reporting` null: nobody has asked. Nothing is looked at before `ask`, and nothing is sent before `send`. */
export type Reporter = {
  reporting: Reporting | null;
  ask: (code: ReportCode) => void;
  send: () => void;
  close: () => void;
};

/** Null where nothing can be reported: this browser is not paired. */
export const ReporterContext = createContext<Reporter | null>(null);
