import { lazy, type ReactNode, Suspense } from 'react';
import { type Reporter, ReporterContext } from './reporting.ts';

// The panel opens without it.
const ReportDialog = lazy(async () => ({
  default: (await import('./report-dialog.tsx')).ReportDialog,
}));

/** Lets what is inside offer a report; the one that was asked for stands over it. */
export const WithReporter = ({ reporter, children }: { reporter: Reporter | null; children: ReactNode }) => (
  <ReporterContext value={reporter}>
    {children}
    {reporter?.reporting && (
      <Suspense fallback={null}>
        <ReportDialog reporting={reporter.reporting} send={reporter.send} close={reporter.close} />
      </Suspense>
    )}
  </ReporterContext>
);
