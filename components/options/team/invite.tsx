import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { InviteAnswer } from '#lib/contract/team.ts';
import { t } from '#lib/i18n/index.ts';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { clock, day } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { isolated } from './isolated.ts';
import { type Role, roles } from './role-select.tsx';

type Props = { ask: AdminClient; server: string; now: number; onMade: () => void };
type Made = { name: string; answer: InviteAnswer };

/** A pairing link for a colleague: asked for, then shown once. */
export const Invite = ({ ask, server, now, onMade }: Props) => {
  const [step, setStep] = useState<'closed' | 'asking' | Made>('closed');
  const close = () => setStep('closed');
  return (
    <>
      <Button look="primary" className="self-start" onClick={() => setStep('asking')}>
        <UserPlus size={15} aria-hidden />
        {tt('team.invite')}
      </Button>
      <Dialog
        open={step !== 'closed'}
        onClose={close}
        title={
          typeof step === 'object'
            ? tt('team.invite.link', { name: isolated(step.name) })
            : tt('team.invite.title')
        }
        {...(step === 'asking' && { text: tt('team.invite.text') })}
      >
        {step === 'asking' && (
          <Asking
            ask={ask}
            onClose={close}
            onMade={(made) => {
              setStep(made);
              onMade();
            }}
          />
        )}
        {typeof step === 'object' && <Link {...step} {...{ server, now }} onClose={close} />}
      </Dialog>
    </>
  );
};

type AskingProps = { ask: AdminClient; onClose: () => void; onMade: (made: Made) => void };
const Asking = ({ ask, onClose, onMade }: AskingProps) => {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('rep');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    if (name.trim() === '') return setFault(tt('team.invite.name.missing'));
    setBusy(true);
    const answer = await ask.invite({ name: name.trim(), role });
    setBusy(false);
    if (answer.ok) onMade({ name: name.trim(), answer: answer.value });
    else setFault(tt('team.refused', { message: answer.error.message }));
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3 p-0.5"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field
        label={tt('team.invite.name')}
        dir="auto"
        autoComplete="off"
        maxLength={120}
        value={name}
        error={fault}
        onChange={(event) => {
          setName(event.target.value);
          setFault(undefined);
        }}
      />
      <Select
        label={tt('team.invite.role')}
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? 'rep')}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {tt(`team.role.${one}`)}
          </option>
        ))}
      </Select>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('panel.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {tt('team.invite.do')}
        </Button>
      </div>
    </form>
  );
};

const Link = ({
  name,
  answer,
  server,
  now,
  onClose,
}: Made & { server: string; now: number; onClose: () => void }) => {
  const { code, publicUrl, expiresAt } = answer;
  const link = `${publicUrl ?? server.replace(/\/+$/, '')}/pair/${code}`;
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className="flex flex-col gap-3 p-0.5">
      <Field
        label={t('options.connection.link')}
        readOnly
        dir="ltr"
        value={link}
        onFocus={(event) => event.target.select()}
        hint={tt('team.invite.send', {
          name: isolated(name),
          until: `${day(expiresAt, now)}, ${clock(expiresAt)}`,
        })}
      />
      {copied === 'no' && (
        <p role="alert" className="text-alarm text-xs">
          {t('action.copy.failed')}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{tt('team.invite.close')}</Button>
        <Button look="primary" onClick={copy}>
          {tt(copied === 'yes' ? 'team.invite.copied' : 'team.invite.copy')}
        </Button>
      </div>
    </div>
  );
};
