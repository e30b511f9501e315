import { stages } from '#lib/contract/stage.ts';
import type { StageView } from './model.ts';

/** The seven stages in the words of one model, in its own script and direction. */
export const StageStrip = ({ view: { lang, dir, labels } }: { view: StageView }) => (
  <ol dir={dir} lang={lang} className="flex flex-wrap gap-1">
    {stages.map((stage) => (
      <li
        key={stage}
        data-stage={stage}
        {...(labels[stage].lang !== null && { lang: labels[stage].lang })}
        dir={labels[stage].dir}
        className="rounded-full bg-(--stage-wash) px-2 py-0.5 text-(--stage) text-xs"
      >
        {labels[stage].text}
      </li>
    ))}
  </ol>
);
