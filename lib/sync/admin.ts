import {
  DoubtsAnswer,
  PlaybookHistory,
  PreviewAnswer,
  type PreviewRequest,
  PublishAnswer,
  type PublishRequest,
  type RevertRequest,
} from '#lib/contract/playbook-edit.ts';
import type { Access } from './answer.ts';
import { createRequest } from './request.ts';

export type { Answer, SyncError } from './answer.ts';
export type AdminClient = ReturnType<typeof createAdminClient>;

/** A preview looks at every customer. */
const PREVIEW_MS = 120_000;

/**
 * What the options page asks of the server beside syncing. Each answer is parsed; nothing throws. Who lacks the role gets
 * `forbidden`; a second preview while one runs gets `busy`.
 */
export const createAdminClient = (deps: Access) => {
  const request = createRequest(deps);
  return {
    playbookHistory: () => request('/v1/playbook', PlaybookHistory),
    publish: (body: PublishRequest) => request('/v1/playbook', PublishAnswer, body),
    revert: (body: RevertRequest) => request('/v1/playbook/revert', PublishAnswer, body),
    preview: (body: PreviewRequest) => request('/v1/playbook/preview', PreviewAnswer, body, PREVIEW_MS),
    /** Data that a colleague called wrong, for admins and founders. */
    doubts: () => request('/v1/doubts', DoubtsAnswer),
  };
};
