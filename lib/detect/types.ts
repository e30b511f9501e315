/**
 * Who somebody is in the conversation in view, as the page says. `mentioned`: stands in the header, and the page does
 * not say as what, so nobody else there is certain.
 */
export type Role = 'requester' | 'reply-to' | 'sender' | 'recipient' | 'participant' | 'mentioned';
/** `sure`: an anchor that means just this. `likely`: a labelled region. `weak`: text that looks like it. */
export type Confidence = 'sure' | 'likely' | 'weak';

export type Person = {
  /** As the page shows it, trimmed; lib/detect/address normalises. */
  address: string;
  name: string;
  role: Role;
  confidence: Confidence;
  /** The anchor that said so, as the panel shows under "how it knows". */
  from: string;
};

/** Why there is nobody: each has its words in the panel. */
export type Miss =
  | 'no-conversation'
  | 'loading'
  | 'name-only'
  | 'layout-unknown'
  /** Said by lib/detect/who, never by a page: all are own addresses, lists or machines. */
  | 'nobody-outside';

/** Things to be careful about, as the panel shows them. */
export type Warning =
  | { code: 'name-claims-address'; claimed: string }
  | { code: 'reply-to-elsewhere'; address: string }
  /** Letters of two alphabets in one word, in the name or the address. */
  | { code: 'mixed-letters'; word: string }
  /** `like`: a domain of the customer `whose`, or of the team itself (null). */
  | { code: 'look-alike'; domain: string; like: string; whose: string | null };

type Common = {
  host: string;
  /** Day on which the host's anchors were last seen to hold: its version. */
  version: string;
  /** The rep's own addresses, where the page tells them. */
  self: string[];
};
export type PageReading = Common &
  (
    | {
        kind: 'people';
        /** Changes when another conversation or message is in view. */
        conversation: string;
        subject?: string;
        people: Person[];
      }
    | { kind: 'miss'; miss: Miss }
  );

/** What reads a page: hosts/ has a description of each webmail and help desk, generic.ts reads all others. */
export type Host = {
  id: string;
  version: string;
  read: (doc: Document, url: URL) => PageReading;
  /** Elements whose subtrees can change the answer; the observer looks at nothing else. Empty: not ready. */
  regions: (doc: Document) => Element[];
  /** Open shadow roots in which people may come to stand while there are no regions. */
  roots?: (doc: Document) => ShadowRoot[];
};
