import { cx } from './cx.ts';

type Props<T extends string> = {
  label: string;
  options: readonly T[];
  say: (option: T) => string;
  chosen: T | null;
  onChange: (option: T) => void;
};

/** A few words side by side, of which one holds. */
export const Switch = <T extends string>({ label, options, say, chosen, onChange }: Props<T>) => (
  <fieldset className="flex rounded-lg bg-sunk p-0.5" aria-label={label}>
    {options.map((one) => (
      <button
        key={one}
        type="button"
        aria-pressed={chosen === one}
        onClick={() => onChange(one)}
        className={cx(
          'min-h-6 rounded-md px-2.5 font-medium text-xs transition-colors',
          chosen === one ? 'bg-card text-ink shadow-card' : 'text-soft hover:text-ink',
        )}
      >
        {say(one)}
      </button>
    ))}
  </fieldset>
);
