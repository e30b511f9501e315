import '#lib/platform/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#components/theme.css';
import { useOptions } from '#components/hooks/use-options.ts';
import { Options } from '#components/options/options.tsx';
import { openDbs } from '#lib/platform/dbs.ts';

const dbs = await openDbs();
const OptionsPage = () => {
  const options = useOptions(dbs);
  return options && <Options {...options} />;
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <OptionsPage />
    </StrictMode>,
  );
}
