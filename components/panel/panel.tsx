import { DirectionProvider } from '@base-ui/react/direction-provider';
import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Dispatch, SyncState, View } from '../model.ts';
import type { Offer } from '../offer.ts';
import { OfferReport } from '../report/offer-report.tsx';
import { StageNamesContext } from '../stage-names.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { DraftsContext, type Insert, InsertContext, insertNowhere } from '../writing.ts';
import { Conflicts } from './conflict.tsx';
import { Customer } from './customer.tsx';
import type { SectionId } from './deeper/deeper.tsx';
import { Footer } from './footer.tsx';
import { LogReply } from './log-reply.tsx';
import { Loading, Missed, NoStorage, Revoked, SiteOff, Unpaired, Unsupported } from './notices.tsx';
import { Pick } from './pick.tsx';
import { Stranger } from './stranger.tsx';

type Props = {
  view: View;
  sync: SyncState;
  now: number;
  dispatch: Dispatch;
  /** Makes the UUID of each recorded event; tests give their own. */
  newId?: () => string;
  /** A reply that went out and may be logged, and how to have done with that; none by itself. */
  reply?: { offer: Offer | null; close: () => void };
  insert?: Insert;
};
const nothing = { offer: null, close: () => {} };
const uuid = (): string => crypto.randomUUID();
const direction = (): 'ltr' | 'rtl' => (document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr');

/** The panel beside the mail: who is writing, where they stand, what to do next, and the record of it. */
export const Panel = ({
  view,
  sync,
  now,
  dispatch,
  newId = uuid,
  reply = nothing,
  insert = insertNowhere,
}: Props) => {
  // State, not a ref: the timeline inside is laid out before a ref of this outer element would be set.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [section, setSection] = useState<SectionId | null>(null);
  const [drafts] = useState(() => new Map<string, string>());
  return (
    <DirectionProvider direction={direction()}>
      <ToastProvider scope={view.kind === 'customer' ? view.record.id : null}>
        <StageNamesContext value={view.kind === 'customer' ? view.stages : null}>
          <InsertContext value={insert}>
            <DraftsContext value={drafts}>
              <div className="flex h-full min-h-0 flex-col bg-paper font-sans text-ink text-sm antialiased">
                <main
                  ref={setScroller}
                  aria-label={t('panel.title')}
                  className="relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden [scrollbar-gutter:stable]"
                >
                  {(sync.state === 'no-storage' || sync.state === 'storage-full') && (
                    <NoStorage why={sync.state} />
                  )}
                  {reply.offer && (
                    <LogReply
                      key={reply.offer.at}
                      offer={reply.offer}
                      now={now}
                      newId={newId}
                      onClose={reply.close}
                    />
                  )}
                  <Body
                    view={view}
                    sync={sync}
                    now={now}
                    dispatch={dispatch}
                    newId={newId}
                    scroller={scroller}
                    section={section}
                    onSection={setSection}
                  />
                </main>
                <Footer sync={sync} now={now} dispatch={dispatch} />
              </div>
            </DraftsContext>
          </InsertContext>
        </StageNamesContext>
      </ToastProvider>
    </DirectionProvider>
  );
};

type BodyProps = Required<Omit<Props, 'reply' | 'insert'>> & {
  scroller: HTMLElement | null;
  section: SectionId | null;
  onSection: (section: SectionId | null) => void;
};
const Body = ({ view, sync, now, dispatch, newId, scroller, section, onSection }: BodyProps) => {
  if (sync.state === 'unpaired') return <Unpaired dispatch={dispatch} />;
  if (sync.state === 'revoked') return <Revoked unsent={sync.parked.length} dispatch={dispatch} />;
  switch (view.kind) {
    case 'loading':
      return <Loading />;
    case 'unsupported':
      return <Unsupported />;
    case 'site-off':
      return <SiteOff origin={view.origin} label={view.label} dispatch={dispatch} />;
    case 'miss':
      return <Missed miss={view.miss} host={view.host} />;
    case 'pick':
      return (
        <>
          <Pick view={view} dispatch={dispatch} />
          {view.rejected && <OfferReport code="wrong-person" className="px-4 pb-4" />}
        </>
      );
    case 'stranger':
      return <Stranger key={view.candidate.address} view={view} dispatch={dispatch} />;
    case 'customer':
      // Another customer is another panel: no half-typed note or open drawer may carry over.
      return (
        <>
          <Conflicts parked={sync.parked} whom={view.record.id} now={now} dispatch={dispatch} />
          <Customer
            key={view.record.id}
            view={view}
            member={sync.member}
            now={now}
            dispatch={dispatch}
            newId={newId}
            scroller={scroller}
            section={section}
            onSection={onSection}
          />
        </>
      );
  }
};
