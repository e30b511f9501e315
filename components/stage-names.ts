import { createContext, use } from 'react';
import type { StageNames } from './model.ts';

/** The stages in the words of the chosen model. Null: nobody in view, so nobody's stage to name. */
export const StageNamesContext = createContext<StageNames | null>(null);
export const useStageNames = (): StageNames | null => use(StageNamesContext);
