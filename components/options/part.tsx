import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; id: string; title: string; text?: string; children: ReactNode };

/** One matter of the options page. */
export const Part = ({ icon: Icon, id, title, text, children }: Props) => (
  <section
    id={id}
    aria-labelledby={`${id}-title`}
    className="rounded-2xl border border-line bg-card p-5 shadow-card"
  >
    <div className="mb-4 flex items-start gap-3">
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-leaf-wash text-leaf">
        <Icon size={18} aria-hidden />
      </span>
      <div className="min-w-0 self-center">
        <h2 id={`${id}-title`} className="font-semibold text-base">
          {title}
        </h2>
        {text && <p className="text-soft">{text}</p>}
      </div>
    </div>
    {children}
  </section>
);

/** Terms and what they are, in two columns. */
export const Facts = ({ rows }: { rows: [term: string, value: ReactNode][] }) => (
  <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-1.5">
    {rows.map(([term, value]) => (
      <div key={term} className="contents">
        <dt className="text-soft">{term}</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
      </div>
    ))}
  </dl>
);
