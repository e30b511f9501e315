import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Session } from '../auth/sessions.ts';
import type { Playbooks } from '../ingest/playbooks.ts';
import type { Scopes } from '../ingest/scopes.ts';
import type { Log } from '../log.ts';
import type { PokeBus } from '../poke-bus.ts';
import type { Readings } from '../readings.ts';
import type { GatedStore } from '../store/gate.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Limits } from './rate-limit.ts';

export type AppEnv = { Variables: { session: Session; requestId: string } };
export type App = OpenAPIHono<AppEnv>;

/** All that the app touches of the world. */
export type AppDeps = {
  store: GatedStore;
  workspace: Workspace;
  playbooks: Playbooks;
  /** What devices follow. */
  scopes: Scopes;
  bus: PokeBus;
  /** Where it is noted who read what. */
  readings: Readings;
  log: Log;
  now: () => number;
  uuid: () => string;
  /** A new secret of at least 256 bits. */
  secret: () => string;
  /** Who is at the other end, for the rate limit. */
  remote: (c: Context) => string;
  /** In place of the usual ones. */
  limits?: Partial<Limits> | undefined;
  /** Aborted when the server stops: ends what waits. */
  stopping: AbortSignal;
  /** The token of the control file; without it the control routes do not exist. */
  controlToken?: string | undefined;
  /** Where others reach the server, if the operator said so; no slash at the end. */
  publicUrl?: string | undefined;
};
