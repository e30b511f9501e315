type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * What becomes of one request. `late`: the device gets no answer and goes on; the request reaches the server when
 * `deliver` is called. `repeated`: answered, and it reaches the server once more then. `cut-short`: the answer ends in its middle.
 */
export type Fate =
  | 'arrives'
  | 'request-lost'
  | 'answer-lost'
  | 'doubled'
  | 'late'
  | 'repeated'
  | 'cut-short'
  | Response;
export type Sent = { path: string; body: string; status: number };

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

export type Line = {
  /** What reached the server, in order. */
  sent: Sent[];
  /** Decides for each request, by its path and size; may wait, or do something first. */
  fate: (path: string, size: number) => Promise<Fate>;
  fetch: Fetch;
  /** Lets these fates befall the next requests to a path that begins like this; all others arrive. */
  next: (prefix: string, ...fates: Fate[]) => void;
  /** How many requests are late. */
  waiting: () => number;
  /** Brings the late requests to the server, the youngest first. */
  deliver: () => Promise<void>;
};

const lost = (): never => {
  throw new TypeError('the network is down');
};

const half = async (answer: Response): Promise<Response> => {
  const text = await answer.text();
  const { status, headers } = answer;
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers });
};

/** The network between one browser and whatever server `app` gives at the moment. */
export const createLine = (app: () => App): Line => {
  const late: (() => Promise<unknown>)[] = [];
  const line: Line = {
    sent: [],
    fate: async () => 'arrives',
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const body = String(init.body ?? '');
      const arrive = async (): Promise<Response> => {
        // Without the signal: a device that has given up does not call a request back.
        const { signal: _, ...rest } = init;
        const server = app();
        const answer = await server.request(pathname + search, rest);
        line.sent.push({ path: pathname, body, status: answer.status });
        // A server that was killed meanwhile answers nobody.
        return server === app() ? answer : lost();
      };
      const fate = await line.fate(pathname, body.length);
      if (fate instanceof Response) return fate;
      if (fate === 'late' || fate === 'repeated') late.push(arrive);
      if (fate === 'late' || fate === 'request-lost') return lost();
      const answer = await arrive();
      if (fate === 'answer-lost') return lost();
      if (fate === 'cut-short') return half(answer);
      return fate === 'doubled' ? arrive() : answer;
    },
    next: (prefix, ...fates) => {
      line.fate = async (path) => (path.startsWith(prefix) ? (fates.shift() ?? 'arrives') : 'arrives');
    },
    waiting: () => late.length,
    deliver: async () => {
      for (let run = late.pop(); run; run = late.pop()) await run().catch(() => {});
    },
  };
  return line;
};
