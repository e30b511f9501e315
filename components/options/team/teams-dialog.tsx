import { useState } from 'react';
import { tt } from '#lib/i18n/team.ts';
import { Ask } from '../../ui/ask.tsx';
import { Field } from '../../ui/field.tsx';
import { isolated } from './isolated.ts';

/** `North, South` as names of teams, each once. */
export const teamsOf = (typed: string): string[] => [
  ...new Set(typed.split(/[,،、]/).flatMap((name) => name.trim() || [])),
];

type Props = {
  open: boolean;
  /** Whose they are. */
  name: string;
  now: readonly string[];
  /** Names in use. */
  teams: readonly string[];
  onClose: () => void;
  onSave: (teams: string[]) => void;
};

/** Which teams somebody is of. */
export const TeamsDialog = ({ open, name, now, teams, onClose, onSave }: Props) => {
  const [typed, setTyped] = useState(now.join(', '));
  const save = () => {
    onSave(teamsOf(typed));
    return true;
  };
  return (
    <Ask
      {...{ open, onClose }}
      title={tt('team.teams', { name })}
      submit={tt('team.teams.save')}
      onSubmit={save}
    >
      <Field
        label={tt('team.teams.label')}
        dir="auto"
        value={typed}
        maxLength={2_000}
        {...(teams.length > 0 && { hint: tt('team.teams.used', { teams: teams.map(isolated).join(', ') }) })}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Ask>
  );
};
