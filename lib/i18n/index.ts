import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { because } from './en/because.ts';
import { pairingFailures, refusals } from './en/errors.ts';
import { panel } from './en/panel.ts';

const en = { ...because, ...refusals, ...pairingFailures, ...panel };
export type MessageId = keyof typeof en;
export type Values = Record<string, string | number>;

// The catalogues are plain ICU text, compiled when first used: no macro, no build step, and a translator
// can read them.
const i18n = setupI18n({ locale: 'en', messages: { en } });
i18n.setMessagesCompiler((message) => compileMessage(message));

/** Instants (values whose name ends in `At`) become dates for ICU's `date` format. */
const format = (id: string, values: Values): string =>
  i18n._(
    id,
    Object.fromEntries(Object.entries(values).map(([k, v]) => [k, k.endsWith('At') ? new Date(v) : v])),
  );

/** The text of `id`. */
export const t = (id: MessageId, values: Values = {}): string => format(id, values);

/** Adds a catalogue that only a page opened later needs; returns the `t` of its words. */
export const addWords = <C extends Record<string, string>>(words: C) => {
  i18n.load('en', words);
  return (id: keyof C & string, values: Values = {}): string => format(id, values);
};
