/** What the stopwatch asks of everybody who is measured; each page puts its own as `contestant` on its window. */
export type Contestant = {
  /** Opens the databases of a new device. `token`: of the device, for who has such a thing. */
  open: (token: string) => Promise<void>;
  /** Brings everything here, once. @returns when that was done, by the page's clock, if it did more after that */
  firstSync: () => Promise<number | undefined>;
  /** How many customers are in the database. */
  count: () => Promise<number>;
  /** A customer's name, from the database. */
  read: (id: string, address: string) => Promise<string | undefined>;
  /** Keeps in step with the server from now on; resolves when it is. */
  follow: () => Promise<void>;
  /** One change by the rep, which carries `text`; resolves when it is stored here. */
  change: (id: string, text: string) => Promise<void>;
  /** Tells the newest text of a customer whenever it changes here, as a view of them would be told. */
  watch: (id: string, address: string, onChange: (text: string) => void) => void;
};
