import { Socket } from 'node:net';
import pg from 'pg';
import type { OpenLine } from './carrier.ts';

const CHANNEL = 'suki_pokes';
const PATIENCE_MS = 5_000;

/**
 * LISTEN and NOTIFY on a connection of its own. Never inside a write transaction: PostgreSQL lets only one commit at a time
 * that notifies. Does not work through a proxy that pools transactions.
 */
export const postgresLine =
  (databaseUrl: string): OpenLine =>
  async (hear) => {
    // Held, because a dead connection is only let go of by destroying it: a polite end waits for an answer.
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'suki-pokes',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: PATIENCE_MS,
      stream: () => socket,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    const end = () => void socket.destroy();
    // The end says it too; without a listener this would end the process.
    client.on('error', end);
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      end();
      throw error;
    }
    return {
      send: (text) => client.query('select pg_notify($1, $2)', [CHANNEL, text]),
      probe: () => client.query('select 1'),
      ended,
      end,
    };
  };
