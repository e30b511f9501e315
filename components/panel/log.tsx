import { type LucideIcon, Mail, MessageCircle, Phone, StickyNote, Users } from 'lucide-react';
import { useState } from 'react';
import { type Direction, Purpose, type Touchpoint } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import { cx } from '../ui/cx.ts';
import { input } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import type { Acts } from './acts.ts';
import { Complaint } from './complaint.tsx';

type Kind = { id: 'email' | 'call' | 'chat' | 'meeting' | 'note'; icon: LucideIcon } & Pick<
  Touchpoint,
  'kind' | 'channel' | 'purpose'
>;
/** Each button fills in what it can, so that one click is enough; the guards read `purpose`. */
const kinds: Kind[] = [
  { id: 'email', icon: Mail, kind: 'EMAIL', channel: 'email', purpose: 'answer' },
  { id: 'call', icon: Phone, kind: 'CALL', channel: 'phone', purpose: 'care' },
  { id: 'chat', icon: MessageCircle, kind: 'COMMUNICATION', channel: 'chat', purpose: 'answer' },
  { id: 'meeting', icon: Users, kind: 'MEETING', channel: 'meeting', purpose: 'care' },
  { id: 'note', icon: StickyNote, kind: 'NOTE', channel: 'note', purpose: 'care' },
];

/** "Email: recorded as an answer": what the guards will read of a press of this button. */
const recordsAs = (kind: Kind, chosen: Purpose | null): string =>
  t('log.records', { button: t(`log.${kind.id}`), purpose: t(`log.records.${chosen ?? kind.purpose}`) });

/** One click is one touchpoint; words, direction and purpose may be given before it. */
export const Log = ({ acts }: { acts: Acts }) => {
  const [direction, setDirection] = useState<Direction>('out');
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [text, setText] = useState('');
  const words = text.trim();
  const clear = () => {
    setText('');
    setPurpose(null);
  };
  const log = (kind: Kind) => {
    acts.log({
      kind: kind.kind,
      channel: kind.channel,
      direction,
      initiator: direction === 'in' ? 'customer' : 'rep',
      purpose: purpose ?? kind.purpose,
      ...(words && { text: words }),
    });
    clear();
  };
  return (
    <Section
      label={t('log.label')}
      id="log"
      aside={<DirectionToggle direction={direction} onChange={setDirection} />}
    >
      <div className="rounded-xl border border-line bg-card p-2 shadow-card">
        <input
          value={text}
          maxLength={4_000}
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          aria-label={t('log.text')}
          placeholder={t('log.text')}
          className={input}
        />
        <div className="mt-2 grid grid-cols-5 gap-1">
          {kinds.map((kind) => (
            <button
              title={recordsAs(kind, purpose)}
              aria-description={recordsAs(kind, purpose)}
              key={kind.id}
              type="button"
              onClick={() => log(kind)}
              className="flex min-h-12 flex-col items-center justify-center gap-1 rounded-lg bg-leaf-wash font-medium text-leaf text-xs transition-colors hover:bg-leaf hover:text-on-leaf"
            >
              <kind.icon size={16} aria-hidden />
              {t(`log.${kind.id}`)}
            </button>
          ))}
        </div>
        <div className="mt-1.5 flex flex-wrap items-center justify-between gap-1.5">
          <select
            aria-label={t('log.purpose')}
            value={purpose ?? ''}
            onChange={(event) => setPurpose(Purpose.safeParse(event.target.value).data ?? null)}
            className="min-h-7 max-w-44 rounded-md bg-card text-soft text-xs hover:text-ink"
          >
            <option value="">{t('log.purpose.auto')}</option>
            {Purpose.options.map((one) => (
              <option key={one} value={one}>
                {t(`purpose.${one}`)}
              </option>
            ))}
          </select>
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

type ToggleProps = { direction: Direction; onChange: (direction: Direction) => void };
const DirectionToggle = ({ direction, onChange }: ToggleProps) => (
  <fieldset className="flex rounded-lg bg-sunk p-0.5" aria-label={t('log.direction')}>
    {(['out', 'in'] as const).map((one) => (
      <button
        key={one}
        type="button"
        aria-pressed={direction === one}
        onClick={() => onChange(one)}
        className={cx(
          'min-h-6 rounded-md px-2.5 font-medium text-xs transition-colors',
          direction === one ? 'bg-card text-ink shadow-card' : 'text-soft hover:text-ink',
        )}
      >
        {t(`log.${one}`)}
      </button>
    ))}
  </fieldset>
);
