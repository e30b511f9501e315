import { useHash } from '../playbook/place.ts';

export const teamParts = ['members', 'audit'] as const;
export type TeamPart = (typeof teamParts)[number];

/** `#team/audit` as a part of the page; null: it is not this page's. An unknown part is the first. */
export const teamPartOf = (hash: string): TeamPart | null => {
  const [root, part] = hash.replace(/^#/, '').split('/');
  return root === 'team' ? (teamParts.find((one) => one === part) ?? 'members') : null;
};

export const useTeamPart = (): TeamPart | null => teamPartOf(useHash());
