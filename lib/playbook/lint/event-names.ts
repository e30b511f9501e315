import { type EventType, eventTypes } from '../../contract/events.ts';
import { perhaps } from '../../contract/near.ts';
import { each } from './rule.ts';

const isEvent = (name: string): name is EventType => eventTypes.some((type) => type === name);

/** Triggers wait for events that there are, and that are remembered. */
export const eventNames = each((play, _playbook, sees) =>
  play.triggers
    .flatMap((trigger, i) => [
      ...('event' in trigger ? [{ path: `triggers.${i}.event`, name: trigger.event }] : []),
      ...('unless' in trigger
        ? trigger.unless.map((name, n) => ({ path: `triggers.${i}.unless.${n}`, name }))
        : []),
    ])
    .flatMap(({ path, name }) => {
      if (!isEvent(name))
        return [
          {
            path,
            message: `There is no event called "${name}".`,
            mend: `${perhaps(name, eventTypes.filter(sees))}Use the name of an event as it is written in an import, such as "Order Completed".`,
          },
        ];
      if (!sees(name))
        return [
          {
            path,
            message: `"${name}" happens too often to be remembered, so no play can wait for it.`,
            mend: 'Choose an event that says the same and happens more rarely.',
          },
        ];
      return [];
    }),
);
