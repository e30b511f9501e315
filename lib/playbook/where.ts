import { type Stage, stages } from '../contract/stage.ts';

/** Every stage: what we owe somebody does not depend on where they stand. */
export const anywhere: Stage[] = [...stages];
/** They are customers now. */
export const afterSale: Stage[] = ['engage', 'retain', 'advocate'];
/** They have bought, and may be here or gone. */
export const afterSaleAndAway: Stage[] = [...afterSale, 'lapsed'];
