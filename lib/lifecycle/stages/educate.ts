import type { StageRule } from './rule.ts';
import { lastSignAt, signals, silenceOf } from './signals.ts';

/** [ST2] They asked, tried, read or downloaded, and were heard or seen in the last 90 days. */
export const educate: StageRule = (view) => {
  if (view.bought) return null;
  const found = signals(view);
  const [newest] = found;
  if (!newest || view.now - lastSignAt(view) >= silenceOf(view)) return null;
  return {
    stage: 'educate',
    since: Math.min(...found.map((signal) => signal.first)),
    from: null,
    because: [newest.because],
  };
};
