import {
  DoubtsAnswer,
  PlaybookHistory,
  PreviewAnswer,
  type PreviewRequest,
  PublishAnswer,
  type PublishRequest,
  type RevertRequest,
} from '#lib/contract/playbook-edit.ts';
import { ReportAnswer, ReportsAnswer } from '#lib/contract/report.ts';
import {
  AuditPage,
  type AuditQuery,
  DevicesAnswer,
  DoneAnswer,
  InviteAnswer,
  type InviteRequest,
  type MemberChange,
  TeamAnswer,
} from '#lib/contract/team.ts';
import type { Access } from './answer.ts';
import { createAsk, jsonBy } from './request.ts';

export type { Answer, SyncError } from './answer.ts';
export type AdminClient = ReturnType<typeof createAdminClient>;

/** A preview looks at every customer. */
const PREVIEW_MS = 120_000;

const memberPath = (id: string): string => `/v1/team/members/${encodeURIComponent(id)}`;

const queryOf = (query: AuditQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();

/**
 * What the options page asks of the server beside syncing. Each answer is parsed; nothing throws. Who lacks the role gets
 * `forbidden`; a second preview while one runs gets `busy`.
 */
export const createAdminClient = (deps: Access) => {
  const request = jsonBy(createAsk(deps).ask);
  return {
    playbookHistory: () => request('/v1/playbook', PlaybookHistory),
    publish: (body: PublishRequest) => request('/v1/playbook', PublishAnswer, { body }),
    revert: (body: RevertRequest) => request('/v1/playbook/revert', PublishAnswer, { body }),
    preview: (body: PreviewRequest) =>
      request('/v1/playbook/preview', PreviewAnswer, { body, timeout: PREVIEW_MS }),
    /** Data that a colleague called wrong, for admins and founders. */
    doubts: () => request('/v1/doubts', DoubtsAnswer),
    /** What follows is for admins. */
    team: () => request('/v1/team', TeamAnswer),
    devices: () => request('/devices', DevicesAnswer),
    changeMember: (id: string, body: MemberChange) =>
      request(memberPath(id), DoneAnswer, { method: 'PUT', body }),
    removeMember: (id: string) => request(memberPath(id), DoneAnswer, { method: 'DELETE' }),
    /** Makes the links of somebody worthless that nobody has used yet. */
    takeBackInvites: (id: string) => request(`${memberPath(id)}/invites`, DoneAnswer, { method: 'DELETE' }),
    revokeDevice: (id: string) =>
      request(`/devices/${encodeURIComponent(id)}`, DoneAnswer, { method: 'DELETE' }),
    setScoping: (on: boolean) => request('/v1/team/scoping', DoneAnswer, { method: 'PUT', body: { on } }),
    invite: (body: InviteRequest) => request('/v1/invites', InviteAnswer, { body }),
    /** Pages that were reported: how many, and one of them. */
    reports: () => request('/v1/reports', ReportsAnswer),
    report: (id: string) => request(`/v1/reports/${encodeURIComponent(id)}`, ReportAnswer),
    /** A page of who saw and changed what. */
    audit: (query: AuditQuery) => request(`/v1/audit?${queryOf(query)}`, AuditPage),
  };
};
