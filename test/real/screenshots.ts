import { mkdirSync } from 'node:fs';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { screenshotBeside } from '#scripts/picture.ts';
import { previewMail, signInToRoundcube } from './browser/roundcube.ts';
import { customers, mail, mails, render, shop } from './mails/index.ts';
import { untilPanel } from './panel-reader.ts';
import { startDovecot } from './systems/dovecot.ts';
import { startRoundcube } from './systems/roundcube.ts';
import { asCustomers, hireRep, openOffice, type Sample } from './world.ts';

/** The pictures of the README: the real panel beside a real Roundcube, with a customer who has a history. */
const now = Date.now();
const maria = 'c-maria-jensen-fjordkaffe-example';

let n = 0;
const at = (ago: number, event: Pick<SukiEvent, 'type' | 'data'> & { by?: string }): SukiEvent =>
  ({ id: `picture-${++n}`, source: 'picture', subject: maria, at: now - ago, ...event }) as SukiEvent;

const order = (days: number, number: string, total: number): SukiEvent =>
  at(days * DAY, {
    type: 'Order Completed',
    data: { order: number, total, currency: 'EUR', product: 'Sidamo, 2 kg' },
  });

const history: SukiEvent[] = [
  order(214, '712', 58),
  order(171, '790', 58),
  order(128, '861', 64),
  order(84, '918', 64),
  order(47, '964', 64),
  order(6, '1001', 72),
  at(126 * DAY, {
    type: 'Complaint Raised',
    data: { ref: 'late-861', about: 'Late delivery' },
    by: 'Mia',
  }),
  at(125 * DAY, { type: 'Complaint Resolved', data: { ref: 'late-861' }, by: 'Mia' }),
  at(123 * DAY, { type: 'Complaint Confirmed Resolved', data: { ref: 'late-861' } }),
  at(60 * DAY, { type: 'Feedback Given', data: { kind: 'csat', score: 5, text: 'Best Sidamo in Bergen.' } }),
  at(45 * DAY, {
    type: 'Touchpoint Logged',
    data: {
      kind: 'CALL',
      direction: 'out',
      channel: 'phone',
      initiator: 'rep',
      purpose: 'care',
      text: 'Asked how the new grinder is doing. Happy.',
    },
    by: 'Mia',
  }),
];
/** The mails as of twenty hours ago: the one in the picture is the question that waits. */
const rendered = await render(mails, new Date(now - 20 * HOUR));
const asked = rendered.find((one) => one.mail.id === 'maria-order')?.sentAt ?? new Date(now);
history.push(
  at(now - asked.getTime(), { type: 'Question Asked', data: { ref: 'where-1001', about: 'order 1001' } }),
);

const sample = (): Sample => {
  const { profiles } = asCustomers(Object.values(customers), now);
  return {
    profiles: profiles.map(({ id, profile }) => ({
      id,
      profile: id === maria ? { ...profile, title: 'Owner', company: 'Fjordkaffe, Bergen' } : profile,
    })),
    events: history,
  };
};

const login = { user: shop.support.address, password: 'only-here' };
const imap = await startDovecot({ mails: rendered, login });
const roundcube = await startRoundcube({ imap, skin: 'elastic' });
const office = await openOffice(sample());
const rep = await hireRep(office, 'Rita', { scale: 2, windowSize: { width: 1500, height: 1130 } });
try {
  mkdirSync('docs', { recursive: true });
  const page = await rep.page();
  const panel = await rep.panel(page);
  for (const theme of ['light', 'dark'] as const) {
    for (const one of [page, panel])
      await one.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    if (theme === 'light') await signInToRoundcube(page, roundcube);
    await previewMail(page, mail('maria-order').subject);
    await untilPanel(panel, (seen) => seen.shows === 'customer', 20_000);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await screenshotBeside(page, panel, `docs/beside-roundcube-${theme}.png`);
  }
  console.log('screenshots: 2 pictures in docs/');
} finally {
  await rep.leave();
  await office.remove();
  await roundcube.stop();
  await imap.stop();
}
