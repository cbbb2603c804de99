import { lanes } from '../../src/log/exchange.ts';
import type { Ear, Entry, Exchange, Heard, Lane } from '../../src/log/exchange.ts';

/** An exchange in this process, that can be cut off from one of those who use it. */
export interface ExchangeHere {
  /** As one node sees it. */
  line(): Line;
  published(): readonly Entry[];
}

export interface Line extends Exchange {
  cut(): void;
  mend(): void;
  /** What is published from now on arrives, but its publisher is not told. */
  loseAnswers(): void;
}

export function exchangeHere(): ExchangeHere {
  const streams = Object.fromEntries(lanes.map((lane) => [lane, [] as Heard[]])) as Record<Lane, Heard[]>;
  const bells = new Set<() => void>();
  return {
    published: () => lanes.flatMap((lane) => streams[lane]),
    line() {
      let isCut = false;
      let losesAnswers = false;
      const own = new Set<() => void>();
      return {
        publish(lane, entries) {
          if (isCut) return Promise.reject(new Error('the line is cut'));
          for (const entry of entries) streams[lane].push({ ...entry, place: streams[lane].length + 1 });
          for (const ring of bells) ring();
          return losesAnswers ? Promise.reject(new Error('the answer was lost')) : Promise.resolve();
        },
        listen(lane, after, ear: Ear) {
          let place = after;
          let isOver = false;
          const ring = () => {
            queueMicrotask(() => {
              if (isCut || isOver) return;
              try {
                const more = streams[lane].slice(place);
                if (more.length > 0) ear.heard(more);
                place += more.length;
                ear.complete();
              } catch (error) {
                ear.failed(error);
              }
            });
          };
          bells.add(ring);
          own.add(ring);
          ring();
          return () => {
            isOver = true;
            bells.delete(ring);
          };
        },
        cut() {
          isCut = true;
        },
        mend() {
          isCut = false;
          losesAnswers = false;
          for (const ring of own) ring();
        },
        loseAnswers() {
          losesAnswers = true;
        },
      };
    },
  };
}
