import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '#lib/contract/events.ts';
import { type Play, Playbook, Trigger } from '#lib/contract/playbook.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { type Finding, lint, postSaleShare } from '#lib/playbook/lint.ts';
import { stageLabel, stageModels, stageNames, stageVoices } from '#lib/playbook/stage-models.ts';
import { OWN_SENTENCE } from '#lib/playbook/words.ts';

const play = (id: string): Play => {
  const found = defaultPlaybook.plays.find((each) => each.id === id);
  if (!found) throw new Error(`no play ${id}`);
  return found;
};
/** What lint says of the default playbook with one play changed. */
const changed = (id: string, change: (play: Play) => Play): Finding[] =>
  lint(
    {
      ...defaultPlaybook,
      plays: defaultPlaybook.plays.map((each) => (each.id === id ? change(each) : each)),
    },
    isSeen,
  );
const withDraft = (id: string, draft: string) =>
  changed(id, (each) => ({ ...each, text: { ...each.text, draft: `${draft} ${OWN_SENTENCE}` } }));

describe('the default playbook', () => {
  it('is one that the contract accepts, and nothing is wrong with it', () => {
    expect(Playbook.parse(defaultPlaybook)).toEqual(defaultPlaybook);
    expect(lint(defaultPlaybook, isSeen)).toEqual([]);
  });

  it('has at least 24 plays, each stage has some, and half or more are for after the sale', () => {
    expect(defaultPlaybook.plays.length).toBeGreaterThanOrEqual(24);
    for (const stage of stages)
      expect(
        defaultPlaybook.plays.filter((each) => each.stages.includes(stage)).length,
        stage,
      ).toBeGreaterThan(2);
    expect(postSaleShare(defaultPlaybook.plays)).toBeGreaterThanOrEqual(0.5);
  });

  it('uses every kind of trigger, so that each is tried in earnest', () => {
    const used = new Set(defaultPlaybook.plays.flatMap((each) => each.triggers.map(({ on }) => on)));
    expect([...used].sort()).toEqual(Trigger.options.map((option) => option.shape.on.value).sort());
  });

  it('gives every play a coach line and a draft that greets by the first name', () => {
    for (const { id, text } of defaultPlaybook.plays) {
      expect(text.why.length, id).toBeGreaterThan(40);
      expect(text.how.length, id).toBeGreaterThan(40);
      expect(text.draft, id).toMatch(/^Hello \{first\},\n\n/);
    }
  });

  it('lists every file of plays', () => {
    const files = readdirSync('lib/playbook/plays').map((name) => name.replace('.ts', ''));
    const source = readFileSync('lib/playbook/default-playbook.ts', 'utf8');
    for (const file of files) expect(source).toContain(`...${file},`);
  });
});

describe('lint', () => {
  it.each([
    ['hurries', 'Act now, it is your last chance.'],
    ['scarce', 'Only today!'],
    ['shouts', 'Please answer!!'],
    ['threatens', 'Your account will be closed.'],
  ])('finds a text that %s', (what, text) => {
    const [finding] = withDraft('check_in', text);
    expect(finding).toMatchObject({ play: 'check_in', path: 'text.draft' });
    expect(finding?.message).toContain(what);
  });

  it('finds a reward tied to a public review, and any ask on Yelp', () => {
    expect(withDraft('ask_review', 'Write a review and get a coupon.')[0]?.message).toMatch(/reward/);
    expect(withDraft('ask_review', 'Write about us on Yelp.')[0]?.message).toMatch(/Yelp/);
    expect(withDraft('suggest_upgrade', 'Here is a coupon.')).toEqual([]);
  });

  it.each(['It is on sale for €20.', 'Look: https://example.com/new', 'You could also buy the larger one.'])(
    'finds what sells in a text that asks how they feel: %s',
    (text) => {
      expect(withDraft('ask_feeling', text)[0]?.message).toMatch(/sells/);
    },
  );

  it('finds a draft in which nobody has to add a word of their own', () => {
    const [finding] = changed('check_in', (each) => ({
      ...each,
      text: { ...each.text, draft: 'How are you?' },
    }));
    expect(finding?.mend).toContain(OWN_SENTENCE);
  });

  it('finds an event that there is not, and one that is not remembered', () => {
    const waitingFor = (event: string) =>
      changed('check_in', (each) => ({ ...each, triggers: [{ on: 'after-event', event, from: 0, to: 5 }] }));
    expect(waitingFor('Order Complete')[0]).toMatchObject({ path: 'triggers.0.event' });
    expect(waitingFor('Order Complete')[0]?.message).toMatch(/no event called "Order Complete"/);
    expect(waitingFor('Cart Viewed')[0]?.message).toMatch(/too often/);
    for (const event of eventTypes.filter(isSeen)) expect(waitingFor(event)).toEqual([]);
  });

  it('finds a window that can never open, and a row that is not in the catalogue', () => {
    expect(
      changed('check_in', (each) => ({ ...each, triggers: [{ on: 'in-stage', fromDays: 9, toDays: 3 }] }))[0]
        ?.message,
    ).toMatch(/never fire/);
    expect(changed('check_in', (each) => ({ ...each, rows: ['R9-99'] }))[0]?.path).toBe('rows.0');
  });

  it('finds two plays of one name, and a playbook that is mostly about selling', () => {
    const twice = lint({ ...defaultPlaybook, plays: [...defaultPlaybook.plays, play('check_in')] }, isSeen);
    expect(twice[0]?.message).toMatch(/Two plays/);
    const selling = lint(
      { ...defaultPlaybook, plays: [play('offer_demo'), play('suggest_upgrade')] },
      isSeen,
    );
    expect(selling.map(({ message }) => message).join('\n')).toMatch(/commercial plays/);
    expect(selling.map(({ message }) => message).join('\n')).toMatch(/No play is for the stage "lapsed"/);
    const before = lint(
      { ...defaultPlaybook, plays: [play('offer_demo'), play('ask_need'), play('check_in')] },
      isSeen,
    );
    expect(before[0]?.message).toMatch(/Only 33 %/);
  });
});

describe('stage models', () => {
  it("say each stage in our words and in the customer's", () => {
    for (const stage of stages) {
      expect(stageNames[stage]).not.toBe('');
      expect(stageVoices[stage], stage).toMatch(/\bI\b/);
    }
  });

  it('name every stage, in English where a model has no word of its own', () => {
    for (const model of stageModels)
      for (const stage of stages) expect(stageLabel(model, stage), `${model.id} ${stage}`).not.toBe('');
    const label = (id: string, stage: Stage) => {
      const model = stageModels.find((each) => each.id === id);
      return model && stageLabel(model, stage);
    };
    expect(label('fil', 'retain')).toBe('Pagpapanatili');
    expect(label('pl', 'discover')).toBe('Odkrycie');
    expect(label('pl', 'retain')).toBe(stageNames.retain);
    expect(label('fa', 'lapsed')).toBe('ریزش');
    expect(stageModels.find(({ id }) => id === 'fa')?.dir).toBe('rtl');
  });
});
