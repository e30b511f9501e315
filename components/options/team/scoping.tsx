import { tt } from '#lib/i18n/team.ts';
import { Switch } from '../../ui/switch.tsx';

type Props = { on: boolean; onChange: (on: boolean) => void };
const choices = ['off', 'on'] as const;

/** Whether reps see every customer, with what that means. */
export const Scoping = ({ on, onChange }: Props) => {
  const chosen = on ? 'on' : 'off';
  return (
    <section aria-labelledby="scoping-title" className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="scoping-title" className="font-semibold text-base">
          {tt('team.scoping')}
        </h2>
        <Switch
          label={tt('team.scoping.label')}
          options={choices}
          say={(one) => tt(`team.scoping.${one}`)}
          chosen={chosen}
          onChange={(one) => one !== chosen && onChange(one === 'on')}
        />
      </div>
      <p className="mt-1 text-soft">{tt(`team.scoping.${chosen}.text`)}</p>
    </section>
  );
};
