import type { TriggerRule } from './trigger.ts';

/** [T18] They had to bring up the same open matter so often, or it came back so often. */
export const issueRepeated: TriggerRule<'issue-repeated'> = {
  fires: ({ contacts, reopened }, scene) => {
    const found = [...scene.complaints, ...scene.questions]
      .filter((m) => m.state === 'open' && (m.contacts >= contacts || m.reopened >= reopened))
      .sort((a, b) => a.openedAt - b.openedAt)[0];
    if (!found) return null;
    return {
      since: found.openedAt,
      // Once more is another reason.
      ref: `${found.ref}+${found.contacts}+${found.reopened}`,
      because:
        found.contacts >= contacts
          ? { code: 'trigger-issue-repeated', values: { n: found.contacts } }
          : { code: 'trigger-issue-reopened', values: { n: found.reopened } },
    };
  },
  next: () => null,
};
