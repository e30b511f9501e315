import '#lib/platform/no-eval.ts';
import '#components/theme.css';
import './style.css';
import { createViewSource } from '#components/hooks/view-source.ts';
import { openDbs } from '#lib/platform/dbs.ts';

// Who is there is asked at once; the panel's own code, which is larger, is read meanwhile.
const dbs = openDbs();
const source = createViewSource(dbs, new AbortController().signal);
const root = document.getElementById('root');
void import('./app.tsx').then(({ mount }) => root && mount(root, { dbs, source }));
