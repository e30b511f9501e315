import { follow } from '#lib/detect/follow.ts';
import { demo } from '#lib/detect/hosts/demo.ts';

/** Times every run of ours in the page: the bundle sees these in place of the browser's own. */
type Timed = { spent: number[]; emitted: { address: string; at: number }[] };
declare const timed: <A extends unknown[]>(callback: (...args: A) => unknown) => (...args: A) => void;
declare const record: Timed;

const timedWindow = new Proxy(window, {
  get: (target, name) => {
    if (name === 'requestAnimationFrame')
      return (callback: FrameRequestCallback) => target.requestAnimationFrame(timed(callback));
    if (name === 'addEventListener')
      return (type: string, listener: EventListener, options: AddEventListenerOptions) =>
        target.addEventListener(type, timed(listener), options);
    const value: unknown = Reflect.get(target, name, target);
    return name === 'cancelAnimationFrame' ? target.cancelAnimationFrame.bind(target) : value;
  },
});

timed(() =>
  follow({
    doc: document,
    win: timedWindow,
    specOf: (id) => (id === demo.id ? demo : null),
    life: new AbortController(),
    alive: () => true,
    gone: () => {},
    emit: (reading) => {
      const address = reading.kind === 'people' ? (reading.people[0]?.address ?? '') : reading.miss;
      record.emitted.push({ address, at: performance.now() });
    },
  }),
)();
