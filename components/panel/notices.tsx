import {
  Compass,
  Eye,
  EyeOff,
  Link2,
  Loader,
  Lock,
  type LucideIcon,
  MailOpen,
  Map as MapIcon,
  ServerCog,
  UserRound,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Miss } from '#lib/detect/types.ts';
import { t } from '#lib/i18n/index.ts';
import type { Dispatch } from '../model.ts';
import { OfferReport } from '../report/offer-report.tsx';
import { hostName } from '../say.ts';
import { Button } from '../ui/button.tsx';

type Props = { icon: LucideIcon; title: string; children: ReactNode };

/** One thing to know, and at most one thing to do. */
const Notice = ({ icon: Icon, title, children }: Props) => (
  <section className="mx-auto flex min-h-full max-w-sm flex-col items-center justify-center gap-3 px-6 py-10 text-center text-soft">
    <span className="inline-flex size-14 items-center justify-center rounded-full bg-leaf-wash text-leaf">
      <Icon size={26} strokeWidth={1.75} aria-hidden />
    </span>
    <h1 className="font-semibold text-ink text-lg tracking-tight [overflow-wrap:anywhere]">{title}</h1>
    {children}
  </section>
);

export const Unpaired = ({ dispatch }: { dispatch: Dispatch }) => (
  <Notice icon={Link2} title={t('unpaired.title')}>
    <p>{t('unpaired.text')}</p>
    <Button look="primary" onClick={() => dispatch({ do: 'open-options' })}>
      {t('unpaired.button')}
    </Button>
  </Notice>
);

export const Revoked = ({ unsent, dispatch }: { unsent: number; dispatch: Dispatch }) => (
  <Notice icon={Lock} title={t('revoked.title')}>
    <p>{t('revoked.text', { n: unsent })}</p>
    <Button look="primary" onClick={() => dispatch({ do: 'open-options' })}>
      {t('revoked.button')}
    </Button>
  </Notice>
);

export const SiteOff = ({
  origin,
  label,
  dispatch,
}: {
  origin: string;
  label: string;
  dispatch: Dispatch;
}) =>
  // The browser tells where a tab is only once the rep has pressed Suki's button there.
  origin === '' ? (
    <Notice icon={Eye} title={t('site-unknown.title')}>
      <p>{t('site-unknown.text')}</p>
    </Notice>
  ) : (
    <Notice icon={Eye} title={t('site-off.title', { site: label })}>
      <ul className="flex flex-col gap-2.5 text-start">
        <Pledge icon={UserRound}>{t('site-off.text')}</Pledge>
        <Pledge icon={EyeOff}>{t('site-off.not')}</Pledge>
        <Pledge icon={ServerCog}>{t('site-off.leaves')}</Pledge>
      </ul>
      <Button look="primary" className="mt-1" onClick={() => dispatch({ do: 'turn-on-site', origin })}>
        {t('site-off.button')}
      </Button>
      <p className="text-xs">{t('site-off.browser')}</p>
    </Notice>
  );
const Pledge = ({ icon: Icon, children }: { icon: LucideIcon; children: string }) => (
  <li className="flex items-start gap-2.5">
    <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-leaf" />
    <span>{children}</span>
  </li>
);

export const Unsupported = () => (
  <Notice icon={Lock} title={t('unsupported.title')}>
    <p>{t('unsupported.text')}</p>
  </Notice>
);

const icons: Record<Miss, LucideIcon> = {
  'no-conversation': MailOpen,
  loading: Loader,
  'name-only': Compass,
  'nobody-outside': Users,
  'layout-unknown': MapIcon,
};
export const Missed = ({ miss, host }: { miss: Miss; host: string }) => (
  <Notice icon={icons[miss]} title={t(`miss.${miss}.title`)}>
    <p>{t(`miss.${miss}.text`)}</p>
    <p className="text-xs">{t('miss.host', { host: hostName(host) })}</p>
    {miss !== 'loading' && host !== '' && <OfferReport code={miss} className="justify-center" />}
  </Notice>
);

/** Over whatever else there is: Suki works, but cannot keep. */
export const NoStorage = ({ why }: { why: 'no-storage' | 'storage-full' }) => (
  <div role="alert" className="bg-alarm-wash px-4 py-2.5 text-alarm">
    <p className="font-semibold">{t(`${why}.title`)}</p>
    <p className="text-xs">{t(`${why}.text`)}</p>
  </div>
);

/** Only when nothing is cached; it has the shape of what comes, so that nothing jumps. */
export const Loading = () => (
  <section aria-busy="true" aria-label={t('loading.label')} className="flex animate-pulse flex-col gap-4 p-4">
    <div className="flex items-center gap-3">
      <span className="size-11 rounded-full bg-sunk" />
      <div className="flex flex-1 flex-col gap-2">
        <span className="h-4 w-2/5 rounded bg-sunk" />
        <span className="h-3 w-3/5 rounded bg-sunk" />
      </div>
    </div>
    <span className="h-36 rounded-xl bg-sunk" />
    <span className="h-16 rounded-xl bg-sunk" />
    <span className="h-40 rounded-xl bg-sunk" />
  </section>
);
