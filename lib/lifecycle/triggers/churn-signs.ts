import type { TriggerRule } from './trigger.ts';

/** [T11] So many early signs that they may be leaving; it holds since the sign that made the number full. */
export const churnSignsSeen: TriggerRule<'churn-signs'> = {
  fires: ({ atLeast }, scene) => {
    const signs = scene.reading.signs;
    const last = signs[atLeast - 1];
    if (!last) return null;
    return {
      since: last.since,
      ref: signs
        .slice(0, atLeast)
        .map((sign) => sign.because.code)
        .join('+'),
      because: { code: 'trigger-churn-signs', values: { n: signs.length } },
    };
  },
  next: () => null,
};
