import {
  ChevronDown,
  type LucideIcon,
  Mail,
  MessageCircle,
  Phone,
  Share2,
  StickyNote,
  Users,
} from 'lucide-react';
import { useId, useState } from 'react';
import type { Direction, Touchpoint } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import { cutLink } from '../social.ts';
import { cx } from '../ui/cx.ts';
import { input } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import type { Acts } from './acts.ts';
import { Complaint } from './complaint.tsx';
import { Else } from './else.tsx';
import { LogDetails, plain } from './log-details.tsx';

type Kind = { id: 'email' | 'call' | 'chat' | 'meeting' | 'note' | 'social'; icon: LucideIcon } & Pick<
  Touchpoint,
  'kind' | 'channel' | 'purpose'
>;
/** Each button fills in what it can, so that one click is enough; the guards read `purpose`. */
const chat: Kind = {
  id: 'chat',
  icon: MessageCircle,
  kind: 'COMMUNICATION',
  channel: 'chat',
  purpose: 'answer',
};
/** Takes the place of chat while there is a link in the words: a post, or what was said under one. */
const social: Kind = {
  id: 'social',
  icon: Share2,
  kind: 'COMMUNICATION',
  channel: 'social',
  purpose: 'care',
};
const kinds: Kind[] = [
  { id: 'email', icon: Mail, kind: 'EMAIL', channel: 'email', purpose: 'answer' },
  { id: 'call', icon: Phone, kind: 'CALL', channel: 'phone', purpose: 'care' },
  chat,
  { id: 'meeting', icon: Users, kind: 'MEETING', channel: 'meeting', purpose: 'care' },
  { id: 'note', icon: StickyNote, kind: 'NOTE', channel: 'note', purpose: 'care' },
];

const directions = ['out', 'in'] as const;
const answers = ['yes', 'partly', 'no'] as const;

type Props = {
  /** The only question that is open: an answer is to that one. */
  question: Matter | null;
  /** The channel of most exchanges, where there is a habit. */
  usual: string | null;
  /** How long the newest talk was; null: nobody said. */
  talked: number | null;
  now: number;
  acts: Acts;
};

/** One click is one touchpoint; words, direction and details may be given before it. */
export const Log = ({ question, usual, talked, now, acts }: Props) => {
  const [direction, setDirection] = useState<Direction>('out');
  const [typed, setTyped] = useState('');
  const [fully, setFully] = useState<Touchpoint['answeredFully'] | null>(null);
  const [details, setDetails] = useState(plain);
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = typed.trim();
  const { text, url } = cutLink(typed);
  const { purpose, minutes, promised } = details;
  const clear = () => {
    setTyped('');
    setFully(null);
    setDetails(plain);
  };
  const log = (kind: Kind) => {
    const full = direction === 'out' ? fully : null;
    acts.log({
      kind: kind.kind,
      channel: kind.channel,
      direction,
      initiator: direction === 'in' ? 'customer' : 'rep',
      purpose: purpose ?? kind.purpose,
      ...(text && { text }),
      ...(url && { url }),
      ...(minutes !== null && { minutes }),
      ...(promised !== null && { promisedFor: promised }),
      ...(full && { answeredFully: full, ...(question && { ref: question.ref }) }),
    });
    clear();
  };
  /** "Email: recorded as an answer": what the guards will read of a press of this button. */
  const recordsAs = (kind: Kind): string =>
    [
      kind.id === 'social'
        ? t('log.social.what')
        : t('log.records', {
            button: t(`log.${kind.id}`),
            purpose: t(`log.records.${purpose ?? kind.purpose}`),
          }),
      kind.channel === usual && t('log.usual'),
    ]
      .filter(Boolean)
      .join('. ');
  return (
    <Section
      label={t('log.label')}
      id="log"
      aside={
        <Switch
          label={t('log.direction')}
          options={directions}
          say={(one) => t(`log.${one}`)}
          chosen={direction}
          onChange={setDirection}
        />
      }
    >
      <div className="rounded-xl border border-line bg-card p-2 shadow-card">
        <input
          value={typed}
          maxLength={4_000}
          dir="auto"
          onChange={(event) => setTyped(event.target.value)}
          aria-label={t('log.text')}
          placeholder={t('log.text')}
          className={input}
        />
        <div className="mt-2 grid grid-cols-5 gap-1">
          {kinds
            .map((kind) => (kind === chat && url ? social : kind))
            .map((kind) => (
              <button
                title={recordsAs(kind)}
                aria-description={recordsAs(kind)}
                key={kind.id}
                type="button"
                onClick={() => log(kind)}
                className="relative flex min-h-12 flex-col items-center justify-center gap-1 rounded-lg bg-leaf-wash font-medium text-leaf text-xs transition-colors hover:bg-leaf hover:text-on-leaf"
              >
                {kind.channel === usual && (
                  <span
                    aria-hidden
                    data-part="usual"
                    className="absolute end-1.5 top-1.5 size-1.5 rounded-full bg-current"
                  />
                )}
                <kind.icon size={16} aria-hidden />
                {t(`log.${kind.id}`)}
              </button>
            ))}
        </div>
        {direction === 'out' && (
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-2 gap-y-1 ps-0.5 text-soft text-xs">
            <span aria-hidden>{t('log.answered')}</span>
            <Switch
              label={t('log.answered')}
              options={answers}
              say={(one) => t(`log.answered.${one}`)}
              chosen={fully ?? null}
              onChange={(one) => setFully(one === fully ? null : one)}
            />
          </div>
        )}
        <div id={id}>{open && <LogDetails details={details} now={now} onChange={setDetails} />}</div>
        <div className="mt-1.5 flex flex-wrap items-center justify-between gap-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="inline-flex min-h-7 items-center gap-0.5 rounded px-1 text-soft text-xs hover:text-ink"
          >
            {t('log.details')}
            <ChevronDown size={13} aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
          </button>
          <Else words={words} question={question} talked={talked} acts={acts} onSaid={clear} />
          <Complaint
            words={words}
            onRaise={(about) => {
              acts.complain(about);
              clear();
            }}
          />
        </div>
      </div>
    </Section>
  );
};
