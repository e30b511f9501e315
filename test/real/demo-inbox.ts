import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { type Office, openOffice } from './world.ts';

/** The sample shop of this file's run. */
export const sample = sampleWorkspace({ seed: 1, now: Date.now() });

/** The shop's server, with the demo inbox at /demo. */
export const openDemoOffice = (): Promise<Office> =>
  openOffice(sample, (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })));

/** Whose address that is; undefined for a stranger's. */
export const ownerOf = (address: string) =>
  sample.profiles.find(({ profile }) => profile.addresses.includes(address));

/** Mails that came to one recipient: their sender is the only one whom they can be about. */
export const letters = sample.conversations.filter(
  ({ folder, to, cc }) => folder === 'inbox' && to.length === 1 && !cc,
);

/** The newest such mail of each customer, under the name that the panel shows. */
export const lettersOfCustomers: { id: string; name: string }[] = letters
  .flatMap(({ id, from }) => {
    const owner = ownerOf(from.address);
    return owner ? [{ id, name: owner.profile.name }] : [];
  })
  .filter(({ name }, n, all) => all.findIndex((one) => one.name === name) === n);
