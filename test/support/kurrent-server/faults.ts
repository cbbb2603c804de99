/** What may go wrong, planted by a test: where, when, and how often. */
export interface Fault {
  readonly method: 'append' | 'read' | 'subscribe' | 'persistent';
  readonly phase:
    | 'before' // the connections are cut before the request is looked at
    | 'after' // it is done, and the connections are cut before the answer leaves
    | 'middle' // of a read or subscription: cut after some events
    | 'stall' // nothing more comes, and the connection stays open
    | 'slow' // the answer comes after `ms`
    | 'twice' // the answer comes twice
    | 'unavailable'
    | 'exhausted';
  /** Once, if left out. */
  readonly times?: number;
  /** After how many events, in the middle. */
  readonly events?: number;
  readonly ms?: number;
}

export interface Faults {
  plant(fault: Fault): void;
  /** Takes one that fits, if there is one. */
  take(method: Fault['method'], ...phases: readonly Fault['phase'][]): Fault | undefined;
  clear(): void;
  /** How many were taken. */
  readonly taken: number;
}

export function plantedFaults(): Faults {
  const planted: { fault: Fault; left: number }[] = [];
  let taken = 0;
  return {
    plant(fault) {
      planted.push({ fault, left: fault.times ?? 1 });
    },
    take(method, ...phases) {
      const found = planted.find(
        ({ fault, left }) => left > 0 && fault.method === method && phases.includes(fault.phase),
      );
      if (!found) return undefined;
      found.left -= 1;
      taken += 1;
      return found.fault;
    },
    clear() {
      planted.length = 0;
    },
    get taken() {
      return taken;
    },
  };
}
