import { Member } from '#lib/contract/sync.ts';
import { t } from '#lib/i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { input } from '../../ui/field.tsx';

export type Role = Member['role'];
export const roles: readonly Role[] = Member.shape.role.options;

type Props = {
  label: string;
  value: Role;
  disabled: boolean;
  onPick: (role: Role) => void;
};

/** The role of somebody, to be changed where it stands. */
export const RoleSelect = ({ label, value, disabled, onPick }: Props) => (
  <select
    aria-label={label}
    {...{ value, disabled }}
    className={cx(input, 'w-auto! disabled:border-line disabled:text-soft')}
    onChange={(event) => {
      const picked = roles.find((role) => role === event.target.value);
      if (picked && picked !== value) onPick(picked);
    }}
  >
    {roles.map((role) => (
      <option key={role} value={role}>
        {t(`options.role.${role}`)}
      </option>
    ))}
  </select>
);
