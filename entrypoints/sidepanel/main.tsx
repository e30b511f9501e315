import '#lib/platform/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#components/theme.css';
import './style.css';
import { usePanel } from '#components/hooks/use-panel.ts';
import { Panel } from '#components/panel/panel.tsx';
import { openDbs } from '#lib/platform/dbs.ts';

const dbs = openDbs();
const SidePanel = () => <Panel {...usePanel(dbs)} />;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SidePanel />
    </StrictMode>,
  );
}
