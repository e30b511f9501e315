import '#lib/platform/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { usePanel } from '#components/hooks/use-panel.ts';
import { useReporter } from '#components/hooks/use-reporter.ts';
import type { ViewSource } from '#components/hooks/view-source.ts';
import { Panel } from '#components/panel/panel.tsx';
import { WithReporter } from '#components/report/with-reporter.tsx';
import type { Dbs } from '#lib/cache/look-up.ts';

type Props = { dbs: Dbs; source: ViewSource };
const SidePanel = ({ dbs, source }: Props) => (
  <WithReporter reporter={useReporter(dbs, source)}>
    <Panel {...usePanel(dbs, source)} />
  </WithReporter>
);

export const mount = (root: HTMLElement, props: Props): void =>
  createRoot(root).render(
    <StrictMode>
      <SidePanel {...props} />
    </StrictMode>,
  );
