import { describe, expect, it } from 'vitest';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { plain } from '#lib/playbook/words/plain.ts';
import { linting, lintingDraft, lintingPlay, lintingPolicy, play } from './changed.ts';

describe('[R1-09] texts that press people', () => {
  it.each([
    ['hurries', 'Act now, it is your last chance.'],
    ['scarce', 'Only today!'],
    ['guilty', 'After all we did for you.'],
    ['shouts', 'Please answer!!'],
    ['threatens', 'Your account will be closed.'],
    ['makes leaving hard', 'To cancel, please call us on a Tuesday.'],
  ])('are found when one %s', (what, text) => {
    const [finding] = lintingDraft('check_in', text);
    expect(finding).toMatchObject({ play: 'check_in', path: 'text.draft' });
    expect(finding?.message).toContain(what);
    expect(finding?.mend).not.toBe('');
  });

  it('[R1-09] "only today!!" without an end date is refused; with a date it may be said calmly', () => {
    const messages = lintingDraft('suggest_upgrade', 'The old price: only today!!').map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      '"only today" claims that it is scarce, and no end date is named.',
      '"!!" shouts.',
    ]);
    expect(lintingDraft('suggest_upgrade', 'The offer is for a limited time, until 3 May.')).toEqual([]);
    expect(lintingDraft('suggest_upgrade', 'The offer is for a limited time.')).toHaveLength(1);
  });

  it.each([
    ['scarce', 'Only 3 spots left.'],
    ['scarce', 'There are just two tables left for Friday.'],
    ['scarce', 'A handful of seats remaining.'],
    ['what others do', 'Everyone else already bought it.'],
    ['what others do', 'All your neighbours have joined.'],
    ['what others do', "You are the only one who hasn't renewed."],
    ['what others do', 'Do not be the last.'],
    ['show people up', 'We will publish your name if you do not pay.'],
    ['show people up', 'Unless you settle it, we must tell everyone.'],
    ['show people up', 'We will tell your employer.'],
  ])('[R1-09] are found when numbers, others or a show are made to press (%s): %s', (what, text) => {
    expect(lintingDraft('check_in', text)).toMatchObject([
      { path: 'text.draft', message: expect.stringContaining(what) },
    ]);
  });

  it.each([
    'Your trial has 3 days left.',
    'I have only two questions.',
    'Are you running out of coffee?',
    'How did the last item work for you?',
    'Has everybody else joined by now?',
    'Everyone else at your place can log in, too.',
    'You are the only one who can say how it feels.',
    'Please tell me if you do not need it any more.',
    'We will share your words with the kitchen if you do not mind.',
    'If you do not answer, we will simply wait.',
  ])('[R1-09] do not hide in a calm sentence: %s', (text) => {
    expect(lintingDraft('check_in', text)).toEqual([]);
  });

  it('[R1-09] a count of what is left may be told when it comes with the day on which it ends', () => {
    expect(lintingDraft('suggest_upgrade', 'There are 4 places left, until 3 May.')).toEqual([]);
  });

  it.each([
    ['capitals', 'aCt NoW'],
    ['full-width letters', 'ａｃｔ　ｎｏｗ'],
    ['zero-width characters', 'a\u200bct\u2060 n\u200dow'],
    ['a soft hyphen', 'act n\u00adow'],
    ['Cyrillic look-alikes', 'асt nоw'],
    ['styled letters', '𝐚𝐜𝐭 𝐧𝐨𝐰'],
    ['accents', 'áct nöw'],
    ['two lines', 'act\nnow'],
    ['spaced letters', 'please h u r r y up'],
  ])('are found behind %s', (_trick, text) => {
    expect(lintingDraft('check_in', text).map(({ path }) => path)).toEqual(['text.draft']);
  });

  it.each([
    ['Filipino', 'Huling pagkakataon na po ito.'],
    ['Malay', 'Ini peluang terakhir anda.'],
    ['Polish', 'Tylko dzisiaj mniej.'],
    ['German', 'Beeilen Sie sich, nur heute.'],
    ['Spanish', 'Es su última oportunidad.'],
    ['French', 'Dépêchez-vous, dernière chance.'],
    ['Persian', 'این آخرین فرصت شماست.'],
    ['Thai', 'รีบเลยวันนี้เท่านั้น'],
  ])('are found in %s when they use one of its common phrases', (_language, text) => {
    expect(lintingDraft('check_in', text).length).toBeGreaterThan(0);
  });

  it('leave calm words alone, in any script', () => {
    const calm = ['Kein Grund zur Eile.', 'Оса прилетіла вчора.', 'وقت داریم.', 'No rush; this can wait.'];
    for (const text of calm) expect(lintingDraft('check_in', text)).toEqual([]);
  });
});

describe('[R3-22] notes about a payment', () => {
  it.each(['Your payment is overdue.', 'This is the final reminder.', 'Your account faces suspension.'])(
    'are found when they threaten: %s',
    (text) => {
      expect(lintingDraft('failed_payment_note', text).map(({ path }) => path)).toContain('text.draft');
    },
  );
  it('may speak of a card, and other plays may call a visit overdue', () => {
    expect(lintingDraft('failed_payment_note', 'The card has probably changed. Nothing stops.')).toEqual([]);
    expect(lintingDraft('check_in', 'A visit to you is overdue.')).toEqual([]);
  });
});

describe('reviews and rewards', () => {
  it('[R4-24] a coupon tied to a public review is refused, in one line or spread over title and draft', () => {
    const [finding] = lintingDraft('ask_review', 'Here is a coupon for a review: https://g.page/us/review');
    expect(finding?.message).toBe('It ties a reward to a public review.');
    const { text } = play('ask_three_questions');
    const spread = lintingPlay('ask_three_questions', {
      text: { ...text, title: 'Give a voucher', draft: `Rate us on Trustpilot. ${OWN_SENTENCE}` },
    });
    expect(spread.map(({ path, message }) => [path, message])).toEqual([
      ['text.title', 'It ties a reward to a public review.'],
    ]);
    expect(lintingDraft('ask_review', 'Einen Gutschein für Ihre Bewertung.')[0]?.message).toMatch(/reward/);
  });

  it.each([
    'Five stars on Google, and a little something off your next order.',
    'Rate us and there is a treat for you.',
    'A thank-you gift waits for everybody who leaves a review.',
    'Write a review and the next coffee is on us.',
    'Everybody who writes a review takes part in the raffle.',
  ])('[R4-24] a reward is known by other names, too: %s', (text) => {
    expect(lintingDraft('ask_review', text)[0]?.message).toBe('It ties a reward to a public review.');
  });
  it.each([
    'A review helps others to decide. There is nothing in exchange for it.',
    'Write a review on your day off. Tell them how we treat you.',
    'You can depend on us. A review would be kind.',
  ])('[R4-24] a plain request for a review is none: %s', (text) => {
    expect(lintingDraft('ask_review', text)).toEqual([]);
  });

  it('[R1-27] [R4-24] a referral may carry a reward that is said openly, and so may a private survey', () => {
    expect(lintingDraft('offer_referral', 'If a friend joins, you both get a voucher.')).toEqual([]);
    expect(lintingDraft('ask_did_it_help', 'As a thank-you there is a coupon for two clicks.')).toEqual([]);
  });

  it('[R1-26] Yelp is never asked for, whoever reads the line', () => {
    expect(lintingDraft('ask_review', 'Write about us on Yеlp.')[0]?.message).toMatch(/Yelp/);
    const how = lintingPlay('ask_review', {
      text: { ...play('ask_review').text, how: 'Send the Yelp link.' },
    });
    expect(how).toMatchObject([{ path: 'text.how' }]);
  });
});

describe('[R0-17] texts that ask how they are', () => {
  it.each([
    'It is on sale for €20.',
    'It is 20 PLN now.',
    'Only ₱ 300 more.',
    'Look: https://example.com/new',
    'See shop.example.com for more.',
    'It is here: {link}',
    'You could also buy the larger one.',
    'Ｂｕｙ the larger one.',
  ])('are found when they sell: %s', (text) => {
    expect(lintingDraft('ask_feeling', text)[0]?.message).toMatch(/sells/);
  });
  it('are not asked of what is a commercial play', () => {
    expect(lintingDraft('suggest_upgrade', 'The next plan is €20.')).toEqual([]);
  });
});

it('[R0-15] [G11] a draft in which nobody has to add a word of their own is found', () => {
  const [finding, ...more] = lintingPlay('check_in', {
    text: { ...play('check_in').text, draft: 'How are you?' },
  });
  expect(finding?.mend).toContain(OWN_SENTENCE);
  expect(more).toEqual([]);
});

describe('[G11] what is filled in', () => {
  it.each(['{frist}', '{card_number}', '{First}', '{first name}', '{}', '{{first}}'])(
    'is found when nobody fills it in: %s',
    (name) => {
      const [finding, ...more] = lintingDraft('check_in', `Hello ${name},`);
      expect(finding).toMatchObject({ play: 'check_in', path: 'text.draft' });
      expect(finding?.mend).toContain('{first}');
      expect(more).toEqual([]);
    },
  );
  it('is the first name, in a draft and nowhere else', () => {
    expect(lintingDraft('check_in', 'Hello {first},')).toEqual([]);
    const { text } = play('check_in');
    expect(lintingPlay('check_in', { text: { ...text, title: 'Write to {first}' } })).toMatchObject([
      { path: 'text.title', message: 'Nobody fills in "{first}" here: it is filled in only in a draft.' },
    ]);
  });
});

describe('characters that nobody can see', () => {
  it.each([
    ['U+202E', '\u202e'],
    ['U+2066', '\u2066'],
    ['U+0000', '\u0000'],
    ['U+009F', '\u009f'],
  ])('%s is found in a draft', (code, character) => {
    expect(lintingDraft('check_in', `All is${character} well.`)).toMatchObject([
      { play: 'check_in', path: 'text.draft', message: expect.stringContaining(code) },
    ]);
  });
  it('are found in every text: what a rep reads, the words of the stages, a persona', () => {
    const { text } = play('check_in');
    expect(lintingPlay('check_in', { text: { ...text, how: 'Ask\u202b.' } })).toMatchObject([
      { path: 'text.how' },
    ]);
    const words = { retain: { name: 'Regular\u202a', voice: 'I come here.' } };
    expect(lintingPolicy({ words })).toMatchObject([{ play: null, path: 'policy.words.retain.name' }]);
    const rules = [{ of: 'tag' as const, is: 'v\u0007ip' }];
    const personas = [{ id: 'p', name: 'Ana', story: '', rules, reviewedAt: 0 }];
    expect(linting({ personas })).toMatchObject([{ play: null, path: 'personas.0.rules.0.is' }]);
  });
  it('are not the lines, tabs and joiners that scripts are written with', () => {
    expect(lintingDraft('check_in', 'سلام،\n\tمی\u200cخواهم\u200f بپرسم')).toEqual([]);
  });
});

describe('[R3-08] surveys', () => {
  it('are found when they ask more than five questions, by number or in the text', () => {
    expect(lintingPlay('ask_three_questions', { questions: 20 })).toMatchObject([{ path: 'questions' }]);
    expect(lintingDraft('ask_three_questions', 'A? B? C? D? E? F?')).toMatchObject([{ path: 'text.draft' }]);
  });
  it('are of the kind that the guards keep in proportion', () => {
    expect(lintingPlay('ask_three_questions', { kind: 'educate' })).toMatchObject([{ path: 'kind' }]);
  });
});

it('plain text keeps genuine words of other scripts', () => {
  expect(plain('Привіт, як справи?')).toBe('Привіт, як справи?');
  expect(plain('วันนี้')).toBe(plain('วันนี้'));
  expect(plain('می‌خواهم')).toBe('میخواهم');
  expect(plain('Zażółć — ﬁn')).toBe('Zazołc — fin');
});
