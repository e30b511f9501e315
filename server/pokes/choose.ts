import { describeError, type Log } from '../log.ts';
import { type Carry, carryOver } from './carrier.ts';
import { natsLine } from './nats-line.ts';
import { postgresLine } from './postgres-line.ts';

export const pokeWays = ['local', 'postgres', 'nats'] as const;
/** How processes on one store tell each other that something changed. */
export type PokeWay = (typeof pokeWays)[number];

export type PokeChoice = {
  way?: PokeWay | undefined;
  databaseUrl?: string | undefined;
  natsUrl?: string | undefined;
};

/** What carries pokes to other processes; undefined where there are none to carry them to. */
export const chooseCarry = (
  { databaseUrl, natsUrl, way = databaseUrl ? 'postgres' : 'local' }: PokeChoice,
  { workspace, random, log }: { workspace: string; random: () => number; log: Log },
): Carry | undefined => {
  const over = (open: Parameters<typeof carryOver>[0]['open']) =>
    carryOver({
      workspace,
      random,
      open,
      onDown: (error) => log('warn', 'pokes-down', { way, ...describeError(error) }),
      onUp: () => log('info', 'pokes-up', { way }),
    });
  switch (way) {
    case 'local':
      return undefined;
    case 'postgres':
      return databaseUrl ? over(postgresLine(databaseUrl)) : undefined;
    case 'nats':
      return natsUrl ? over(natsLine(natsUrl, workspace)) : undefined;
  }
};
