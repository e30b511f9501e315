import type { Play } from '../../contract/playbook.ts';

/** People who want to know more: answer, show, compare fairly. */
export const educate: Play[] = [
  {
    id: 'arrange_demo',
    stages: ['educate', 'purchase'],
    kind: 'answer',
    purpose: 'answer',
    triggers: [
      {
        on: 'event-without',
        event: 'Demo Requested',
        unless: ['Proposal Sent', 'Trial Started', 'Order Completed'],
        from: 0,
        to: 10,
      },
    ],
    reply: true,
    cooldownDays: 5,
    care: 0.8,
    prior: 0.6,
    urgency: 'none',
    text: {
      title: 'Arrange the demo they asked for',
      why: 'They asked to see it. Every day of waiting tells them what it will be like to be our customer.',
      how: 'Offer two times and the choice to try it alone. Ask what they would like to see, and show only that.',
      draft:
        'Hello {first},\n\ngladly. [your own sentence]\n\nWould you like to see it together in ten minutes, or rather try it alone first? What should it do for you?',
    },
    rows: ['R1-16', 'R4-17'],
  },
  {
    id: 'ask_need',
    stages: ['educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'need-unknown', withinDays: 21 }],
    cooldownDays: 21,
    care: 0.7,
    prior: 0.4,
    urgency: 'none',
    text: {
      title: 'Ask what they are trying to do',
      why: 'We have answered what they asked, and still do not know what it is for. The right answer depends on it, and the right answer may be "not us".',
      how: 'Ask about their week, not about our product. One question; the answer goes into the timeline in their own words.',
      draft:
        'Hello {first},\n\nto point you to the right thing: what are you trying to get done? [your own sentence]',
    },
    rows: ['R1-02', 'R2-04', 'R2-15', 'R4-28'],
  },
  {
    id: 'offer_demo',
    stages: ['educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [
      { on: 'pages-seen', page: 'pricing', atLeast: 2, withinDays: 14 },
      { on: 'pages-seen', page: 'article', atLeast: 3, withinDays: 14 },
    ],
    cooldownDays: 14,
    care: 0.6,
    prior: 0.38,
    urgency: 'window',
    text: {
      title: 'Offer to show it in ten minutes',
      why: 'They have read a good deal on their own. Ten minutes with a person may save them an evening.',
      how: 'Offer both ways, together or alone, and mean both. If they say no, thank them and put this away for sixty days.',
      draft:
        'Hello {first},\n\nwant me to show you in ten minutes, or would you rather try it alone? Both are fine. [your own sentence]',
    },
    rows: ['R1-16', 'R4-17'],
  },
  {
    id: 'compare_honestly',
    stages: ['discover', 'educate', 'purchase'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'after-event', event: 'Competitor Named', from: 0, to: 21 }],
    cooldownDays: 30,
    care: 0.7,
    prior: 0.42,
    urgency: 'window',
    text: {
      title: 'Send an honest comparison',
      why: 'They told us whom else they look at. Somebody who names the other side fairly is easier to trust.',
      how: 'Say where the other one is better, and for whom. Ask what matters most to them when they choose.',
      draft:
        'Hello {first},\n\nyou are comparing, so here is what they do better and what we do better. [your own sentence]\n\nWhat matters most to you when choosing?',
    },
    rows: ['R2-04', 'R1-01'],
  },
  {
    id: 'suggest_best_fit',
    stages: ['educate'],
    kind: 'commercial',
    purpose: 'commercial',
    triggers: [{ on: 'after-event', event: 'Need Stated', from: 0, to: 21 }],
    cooldownDays: 30,
    care: 0.4,
    prior: 0.38,
    urgency: 'window',
    text: {
      title: 'Suggest the one thing that fits what they need',
      why: 'They told us what they are trying to do. One fitting suggestion with its price is more help than the whole shelf.',
      how: 'Name one thing, what it costs, and what it will not do. If the smallest one is enough, suggest the smallest.',
      draft:
        'Hello {first},\n\nfor what you want to do I would take this one: [your own sentence]\n\nIf you would rather look around first, do.',
    },
    rows: ['R1-02', 'R1-14'],
  },
  {
    id: 'share_a_story',
    stages: ['educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'in-stage', fromDays: 14, toDays: 60 }],
    only: ['account'],
    cooldownDays: 60,
    care: 0.55,
    prior: 0.3,
    urgency: 'window',
    text: {
      title: 'Send the story of somebody in their position',
      why: 'They have been looking for two weeks. How it went for somebody like them says more than anything we could claim.',
      how: 'One case, a talk or a recording that fits their work, and what went wrong in it, too. Never a customer who has not agreed.',
      draft:
        'Hello {first},\n\nsomebody in your position wrote down how it went, the hard part included. [your own sentence]\n\nIt takes five minutes to read.',
    },
    rows: ['R4-14', 'R1-13'],
  },
];
