import type pg from 'pg';

/** Each connection keeps what it has prepared for as long as it lives. */
const MOST = 300;

/**
 * Gives statements names by which a connection knows them again, so that they are parsed and planned once, not each time.
 * Left out is what has no values; what asks for all columns, for it would fail
 * when another process adds one; and what has a list, for a plan that suits one id may not suit 5,000.
 */
const createNames = (): ((text: string, values: readonly unknown[]) => string | undefined) => {
  const names = new Map<string, string>();
  return (text, values) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (values.length === 0 || names.size >= MOST || text.includes('*') || text.includes('any('))
      return undefined;
    const name = `suki_${names.size}`;
    names.set(text, name);
    return name;
  };
};

/** For the connections of a pool: each prepares what it is asked often. */
export const createPreparing = (): ((client: pg.ClientBase) => void) => {
  const nameOf = createNames();
  return (client) => {
    const ask = client.query.bind(client);
    const query = (text: string, values: unknown[] = []) => {
      const name = nameOf(text, values);
      return ask({ text, values, ...(name !== undefined && { name }) });
    };
    Object.assign(client, { query });
  };
};
