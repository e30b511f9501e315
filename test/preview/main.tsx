import '#lib/platform/no-eval.ts';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Options } from '#components/options/options.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { WithReporter } from '#components/report/with-reporter.tsx';
import '../../components/theme.css';
import '../../entrypoints/sidepanel/style.css';
import './preview.css';
import { NOW } from './fixtures/build.ts';
import { fixtures } from './fixtures/index.ts';
import { optionsFixtures } from './fixtures/options.ts';
import { reporters } from './fixtures/reports.ts';

// ?fixture=wait&theme=dark&dir=rtl shows one; without a name, the list of all.
const query = new URLSearchParams(location.search);
const { documentElement: html } = document;
const theme = query.get('theme');
if (theme) html.dataset.theme = theme;
html.dir = query.get('dir') ?? 'ltr';

const Shown = ({ name }: { name: string }) => {
  const [said, setSaid] = useState<object[]>([]);
  const dispatch = (intent: object) => setSaid((before) => [...before, intent]);
  const reported = reporters[name];
  const panel = fixtures[reported?.behind ?? name];
  const options = optionsFixtures[name];
  if (panel)
    return (
      <WithReporter reporter={reported?.reporter ?? null}>
        <Panel {...panel} now={NOW} dispatch={dispatch} />
      </WithReporter>
    );
  if (options)
    return (
      <div className="page" data-said={said.length}>
        <Options model={options} now={NOW} dispatch={dispatch} />
      </div>
    );
  return (
    <ul className="page">
      {[...Object.keys(fixtures), ...Object.keys(reporters), ...Object.keys(optionsFixtures)].map((one) => (
        <li key={one}>
          <a href={`?fixture=${one}`}>{one}</a>
        </li>
      ))}
    </ul>
  );
};

const root = document.getElementById('root');
if (root) createRoot(root).render(<Shown name={query.get('fixture') ?? ''} />);
