import { Building2, UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Address } from '#lib/contract/primitives.ts';
import { t } from '#lib/i18n/index.ts';
import type { Dispatch, View } from '../model.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Avatar } from './avatar.tsx';
import { LineField } from './fields.tsx';
import { HowKnown } from './how-known.tsx';
import { Perhaps } from './perhaps.tsx';
import { Warnings } from './warnings.tsx';
import { OthersHere } from './who.tsx';

type Errors = { name?: string; address?: string };

/** What is wrong with the form, by field; empty when it can be sent. */
export const errorsIn = (name: string, address: string): Errors => ({
  ...(name.trim() === '' && { name: t('stranger.name.missing') }),
  ...(name.trim().length > 300 && { name: t('stranger.name.long') }),
  ...(!Address.safeParse(address.trim().toLowerCase()).success && { address: t('stranger.address.bad') }),
});

type Props = { view: Extract<View, { kind: 'stranger' }>; dispatch: Dispatch };

/** Somebody whom the team does not know yet; a form away from being a customer. */
export const Stranger = ({ view, dispatch }: Props) => {
  const { candidate, candidates, host, further, acquaintance } = view;
  const colleagues = acquaintance?.company ?? null;
  const [name, setName] = useState(candidate.person.name);
  const [address, setAddress] = useState(candidate.address);
  const [typed, setCompany] = useState<string | null>(null);
  const company = typed ?? colleagues?.name ?? colleagues?.domain ?? '';
  const [errors, setErrors] = useState<Errors>({});
  const add = (event: FormEvent) => {
    event.preventDefault();
    const found = errorsIn(name, address);
    setErrors(found);
    if (found.name !== undefined || found.address !== undefined) return;
    dispatch({
      do: 'create',
      name: name.trim(),
      address: address.trim().toLowerCase(),
      ...(company.trim() && { company: company.trim() }),
    });
  };
  const isOpen = further === 'unsure' || further === 'unreachable';
  return (
    <article data-part="stranger" className="p-4">
      <header className="flex items-start gap-3">
        <Avatar name={candidate.person.name} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-2">
            <p className="font-semibold text-soft text-xs">
              {t(isOpen ? 'stranger.open' : 'stranger.title')}
            </p>
            <OthersHere candidate={candidate} candidates={candidates} dispatch={dispatch} />
          </div>
          <h1
            className="line-clamp-2 font-semibold text-lg tracking-tight [overflow-wrap:anywhere]"
            dir="auto"
            title={candidate.person.name || candidate.address}
          >
            {candidate.person.name || candidate.address}
          </h1>
          <div className="flex flex-wrap items-center gap-x-1">
            <p className="min-w-0 break-all text-soft" dir="ltr">
              {candidate.address}
            </p>
            <HowKnown candidate={candidate} host={host} dispatch={dispatch} />
          </div>
        </div>
      </header>
      <Warnings candidate={candidate} />
      <Perhaps perhaps={acquaintance?.perhaps ?? []} dispatch={dispatch} />
      {colleagues && colleagues.others.length > 0 && (
        <p data-part="colleagues" className="mt-3 flex items-start gap-2 text-soft text-xs">
          <Building2 size={14} aria-hidden className="mt-0.5 shrink-0" />
          <span className="[overflow-wrap:anywhere]" dir="auto">
            {t(colleagues.more ? 'stranger.colleagues.more' : 'stranger.colleagues', {
              domain: colleagues.domain,
              names: colleagues.others.join(', '),
            })}
          </span>
        </p>
      )}
      {isOpen ? (
        <p className="mt-4 text-soft">{t(`stranger.open.${further}`)}</p>
      ) : (
        <form
          onSubmit={add}
          noValidate
          className="mt-4 flex flex-col gap-3 rounded-xl border border-line bg-card p-3.5 shadow-card"
        >
          <Field
            label={t('stranger.name')}
            value={name}
            dir="auto"
            autoComplete="off"
            error={errors.name}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={t('stranger.address')}
            type="email"
            dir="ltr"
            autoComplete="off"
            value={address}
            error={errors.address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <LineField label={t('stranger.company')} value={company} onValue={setCompany} />
          <Button type="submit" look="primary">
            <UserPlus size={15} aria-hidden />
            {t('stranger.add')}
          </Button>
        </form>
      )}
      <p className="mt-3 text-soft text-xs">{t(further === 'asked' ? 'stranger.asked' : 'stranger.text')}</p>
    </article>
  );
};
