import type { Stage } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { useStageNames } from '../stage-names.ts';

/** A stage by its name in the chosen model. Its language and direction are marked, so that it is read and shaped as such. */
export const StageText = ({ stage }: { stage: Stage }) => {
  const name = useStageNames()?.[stage];
  return name ? (
    <span lang={name.lang ?? undefined} dir={name.dir} className="[unicode-bidi:isolate]">
      {name.text}
    </span>
  ) : (
    t(`stage.${stage}`)
  );
};
