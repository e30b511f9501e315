import { type Report, ReportStored } from '#lib/contract/report.ts';
import type { Access, Answer } from './answer.ts';
import { createAsk, jsonBy } from './request.ts';

/** Sends what the rep has seen and wants to send, once. Nothing throws, and nothing is kept to be sent later. */
export const sendReport = async (deps: Access, report: Report): Promise<Answer<{ stored: boolean }>> =>
  jsonBy(createAsk(deps).ask)('/v1/reports', ReportStored, { body: report });
