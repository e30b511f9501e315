import {
  BookOpen,
  Database,
  FileQuestion,
  Globe,
  Languages,
  Link2,
  ScanSearch,
  ShieldCheck,
  UserRoundCog,
  UsersRound,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import { t } from '#lib/i18n/index.ts';
import { About } from './about.tsx';
import { Cache } from './cache.tsx';
import { Connection } from './connection.tsx';
import { Doubts } from './doubts.tsx';
import { Me } from './me.tsx';
import type { OptionsDispatch, OptionsModel } from './model.ts';
import { Part } from './part.tsx';
import { usePlace } from './playbook/place.ts';
import { PlaybookPart } from './playbook-part.tsx';
import { Sites } from './sites.tsx';
import { useTeamPart } from './team/place.ts';
import { TeamPart } from './team-part.tsx';
import { Words } from './words.tsx';

// The page opens without the editor and its words.
const PlaybookEditor = lazy(async () => ({
  default: (await import('./playbook/editor.tsx')).PlaybookEditor,
}));
const Reports = lazy(async () => ({ default: (await import('./reports/reports.tsx')).Reports }));
const Team = lazy(async () => ({ default: (await import('./team/team.tsx')).Team }));

type Props = { model: OptionsModel; now: number; dispatch: OptionsDispatch };

/** Everything that a rep may set, and everything that Suki keeps, on one page; the playbook and the team on their own. */
export const Options = ({ model, now, dispatch }: Props) => {
  const place = usePlace();
  const teamPart = useTeamPart();
  if (place)
    return (
      <Suspense fallback={null}>
        <PlaybookEditor desk={model.desk} stageModel={model.stageModel} now={now} place={place} />
      </Suspense>
    );
  if (teamPart && model.connection?.role === 'admin' && model.desk.ask)
    return (
      <Suspense fallback={null}>
        <Team
          {...{ ask: model.desk.ask, part: teamPart, now }}
          server={model.connection.server}
          me={model.connection.member}
        />
      </Suspense>
    );
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-8 font-sans text-ink text-sm antialiased">
      <h1 className="mb-1 font-semibold text-2xl tracking-tight">{t('options.title')}</h1>
      <Part icon={Link2} id="connection" title={t('options.connection')} text={t('options.connection.text')}>
        <Connection model={model} dispatch={dispatch} />
      </Part>
      <Part icon={Globe} id="sites" title={t('options.sites')} text={t('options.sites.text')}>
        <Sites sites={model.sites} dispatch={dispatch} />
      </Part>
      <Part icon={UsersRound} id="me" title={t('options.me')} text={t('options.me.text')}>
        <Me own={model.own} learned={model.learned} dispatch={dispatch} />
      </Part>
      <Part icon={Languages} id="words" title={t('options.words')} text={t('options.words.text')}>
        <Words model={model} dispatch={dispatch} />
      </Part>
      {model.connection && (
        <Part icon={BookOpen} id="plays" title={t('options.playbook')} text={t('options.playbook.text')}>
          <PlaybookPart desk={model.desk} />
        </Part>
      )}
      {model.connection?.role === 'admin' && (
        <Part icon={UserRoundCog} id="team" title={t('options.team')} text={t('options.team.text')}>
          <TeamPart />
        </Part>
      )}
      {model.connection && model.desk.leads && (
        <Part icon={FileQuestion} id="doubts" title={t('options.doubts')} text={t('options.doubts.text')}>
          <Doubts desk={model.desk} now={now} />
        </Part>
      )}
      {model.connection?.role === 'admin' && model.desk.ask && (
        <Part icon={ScanSearch} id="reports" title={t('options.reports')} text={t('options.reports.text')}>
          <Suspense fallback={null}>
            <Reports ask={model.desk.ask} now={now} />
          </Suspense>
        </Part>
      )}
      <Part icon={Database} id="cache" title={t('options.cache')}>
        <Cache sync={model.sync} now={now} dispatch={dispatch} />
      </Part>
      <Part icon={ShieldCheck} id="about" title={t('options.about')}>
        <About version={model.version} />
      </Part>
    </main>
  );
};
