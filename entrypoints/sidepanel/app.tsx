import '#lib/platform/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { usePanel } from '#components/hooks/use-panel.ts';
import type { ViewSource } from '#components/hooks/view-source.ts';
import { Panel } from '#components/panel/panel.tsx';
import type { Dbs } from '#lib/cache/look-up.ts';

type Props = { dbs: Dbs; source: ViewSource };
const SidePanel = ({ dbs, source }: Props) => <Panel {...usePanel(dbs, source)} />;

export const mount = (root: HTMLElement, props: Props): void =>
  createRoot(root).render(
    <StrictMode>
      <SidePanel {...props} />
    </StrictMode>,
  );
