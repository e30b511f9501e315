import { isMarked } from './marks.ts';
import { missOf } from './miss.ts';
import { readSpec, regionsOf } from './read-spec.ts';
import type { Confidence, Host, Role } from './types.ts';

/** A value in the page: elements that match, the attribute that is read, or `text`, and what of it counts (group 1). */
export type Place = readonly [at: string, by: string, part?: RegExp];

/** What `part` says of a text that may be a name alone: a bare address in it would be nothing but a name. */
export const ANGLED = /(.*<\S+@\S+>)/su;

/** Who stands where. */
export type Rule = {
  role: Role;
  /** Within the message's header; in views without messages, anywhere outside what somebody wrote. */
  at: string;
  /**
   * Attributes that hold the address, best first, separated by spaces; `text` is the text, `list` a text of several
   * with commas between, `bare` a text that is nothing but an address and its label's element, `value` what was typed,
   * `name` a text that is a name and tells no address.
   */
  by?: string;
  /** What of the attribute counts (group 1). */
  part?: RegExp;
  /** Where the name stands, if not beside the address. More than one name is none. */
  name?: string;
  /** Of the elements that match only this one, from nought. */
  nth?: number;
  /** The box around one of several elements that match, in which its `name` stands. */
  each?: string;
  /** A label in that box: only who has the same label as the first counts. */
  like?: string;
  /** Left out: `sure`, an anchor that means just this. */
  confidence?: Confidence;
};

/** One way in which a host shows a conversation. */
export type View = {
  /** Path, query and hash of the page; its groups name the conversation. Left out: any, named by the whole address. */
  path?: RegExp;
  /** Stands in the page, outside what somebody wrote, when this view is shown; what a page keeps hidden comes last. */
  when?: string;
  /** Of a page that keeps several conversations: the box of the one whose id the address gives, which is `$1` here. */
  pane?: string;
  /** The box of one message: header and body. Left out: the page shows one conversation, and its people stand in it. */
  message?: string;
  /** Of such boxes in one another the inner ones are messages; left out: the outer ones. */
  inner?: boolean;
  /** What the box of an open message matches or holds. It has to agree with where the bodies are. */
  open?: string;
  /** Whoever wrote the other messages stands by: asked for when the last message is our own and names nobody. */
  others?: boolean;
  people?: readonly Rule[];
  /** Asked when the message names nobody who wrote it, anywhere in the page: a card with somebody's details, say. */
  otherwise?: readonly Rule[];
  /** The header's rows are told apart by their labels, in any language that labels.ts knows. */
  labels?: boolean;
  subject?: Place;
  /** Names the conversation where the address does not. */
  id?: Place;
  /** A message that is being written: whom it goes to is the answer, there need not be a body, and editors (`not`) count. */
  writing?: boolean;
  /** The people may stand there before, or without, anything that somebody wrote. */
  bodiless?: boolean;
  /** Stands there while the people are still to come. */
  loading?: string;
  /** Parts of the page whose changes matter as well. */
  near?: string;
};

/**
 * A webmail or help desk as data. Where an anchor was published, and when it was last seen, stands in a comment of
 * the host's file; `version` is that day.
 */
export type HostSpec = {
  id: string;
  /** YYYY-MM-DD. */
  version: string;
  /** Containers of what somebody wrote. Nothing in there is believed; without any nothing else is, either. */
  body: string;
  /** Where mails are written: text as well, but none of a mail that is there to be read. */
  editor?: string;
  /** Lists, menus and boxes for addresses that show other people. */
  not?: string;
  /** Where the page tells who is signed in. */
  self?: readonly Place[];
  /** In the order in which they are tried: the first whose `path` and `when` hold is read. */
  views: readonly View[];
};

/** Makes a host of its description. Of a page that does not carry its mark it says nothing, whatever stands there. */
export const defineHost = (spec: HostSpec): Host => ({
  id: spec.id,
  version: spec.version,
  read: (doc, url) =>
    isMarked(spec.id, doc, url) ? readSpec(spec, doc, url) : missOf(spec, 'no-conversation'),
  regions: regionsOf,
});
