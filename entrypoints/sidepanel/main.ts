import '#components/theme.css';
import './style.css';

// Both are fetched together; who is there is asked while the panel's own code, which is larger, is still being read.
const starting = import('./start.ts');
const app = import('./app.tsx');

const open = async (): Promise<void> => {
  const { dbs, source, ready } = await starting;
  const [{ mount }] = await Promise.all([app, ready]);
  const root = document.getElementById('root');
  if (root) mount(root, { dbs, source });
};
void open();
