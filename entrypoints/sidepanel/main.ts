import '#lib/platform/no-eval.ts';
import '#components/theme.css';
import './style.css';
import { createViewSource, settled } from '#components/hooks/view-source.ts';
import { openDbs } from '#lib/platform/dbs.ts';

// Who is there is asked at once; the panel's own code, which is larger, is read meanwhile.
const dbs = openDbs();
const source = createViewSource(dbs, new AbortController().signal);
const root = document.getElementById('root');
void Promise.all([import('./app.tsx'), settled(source, 150)]).then(
  ([{ mount }]) => root && mount(root, { dbs, source }),
);
