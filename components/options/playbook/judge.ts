import { type FieldErrors, get, type Resolver, set } from 'react-hook-form';
import { readDraft } from '#lib/contract/draft-faults.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Finding, PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import type { Lint } from './desk.ts';
import { clean, same } from './draft.ts';

/** The place of a finding in the form: `plays.3.text.draft`. */
export const placeOfFinding = ({ play, path }: Finding, { plays }: PlaybookDraft): string => {
  const at = play === null ? -1 : plays.findIndex(({ id }) => id === play);
  return at < 0 ? path : `plays.${at}.${path}`;
};

export type Fault = { place: string; text: string };

/** All that is wrong with an edit: what the contract says and, once that is well, what the lint says. */
export const judge = (draft: PlaybookDraft, base: Playbook, lint: Lint): Fault[] => {
  const read = readDraft(draft);
  const findings = read.ok ? lint({ ...base, ...read.draft }) : read.findings;
  return findings.map((finding) => faultOf(finding, draft));
};

export const faultOf = (finding: Finding, draft: PlaybookDraft): Fault => ({
  place: placeOfFinding(finding, draft),
  text: [finding.message, finding.mend].filter(Boolean).join(' '),
});

/** What the server found, and what it had been sent: a finding stands until something at its place is changed. */
export type Refusal = { sent: PlaybookDraft; faults: Fault[] };

const standing = ({ sent, faults }: Refusal, now: PlaybookDraft, own: Fault[]): Fault[] =>
  faults.filter(
    ({ place }) => same(get(sent, place), get(now, place)) && !own.some((fault) => fault.place === place),
  );

/** The resolver of the form. Several faults at one place stand on lines of their own. */
export const resolverOf =
  (base: Playbook, lint: Lint, refusal: () => Refusal | null): Resolver<PlaybookDraft> =>
  (form) => {
    const draft = clean(form);
    const own = judge(draft, base, lint);
    const refused = refusal();
    const faults = refused ? [...own, ...standing(refused, draft, own)] : own;
    if (faults.length === 0) return { values: draft, errors: {} };
    const errors: FieldErrors<PlaybookDraft> = {};
    for (const [place, here] of Map.groupBy(faults, (fault) => fault.place)) {
      const message = here.map(({ text }) => text).join('\n');
      const under: object | undefined = get(errors, place || 'root');
      set(errors, place || 'root', { ...under, type: 'playbook', message });
    }
    return { values: {}, errors };
  };

/** The faults in a tree of errors of the form, at `place` and under it. */
export const faultsIn = (errors: unknown, place = ''): Fault[] => {
  if (typeof errors !== 'object' || errors === null) return [];
  const here =
    'message' in errors && typeof errors.message === 'string'
      ? errors.message.split('\n').map((text) => ({ place, text }))
      : [];
  return [
    ...here,
    ...Object.entries(errors).flatMap(([key, value]) =>
      ['message', 'type', 'types', 'ref'].includes(key)
        ? []
        : faultsIn(value, place ? `${place}.${key}` : key),
    ),
  ];
};
