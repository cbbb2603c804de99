import { randomBytes } from 'node:crypto';
import type { Fault } from './faults.ts';
import { openGate } from './gate.ts';
import type { KurrentServer } from './server.ts';

/** What can be done to a server that is not ours: the way to it can be cut off and held. */
export type Reachable = Pick<
  KurrentServer,
  'connection' | 'plant' | 'clearFaults' | 'cut' | 'hold' | 'letGo' | 'stop'
> & { readonly prefix: string };

/** How long an answer is kept back before the connection is cut: longer than a commit takes. */
const commitMs = 400;

/**
 * A gate before a real server, and streams of its own for each test. A fault is what a network can do: before the
 * request the connection is cut; after the commit the answer is kept back and then cut off.
 */
export async function throughGate(address: string): Promise<Reachable> {
  const [, host = '127.0.0.1', port = '2113'] =
    /^[^:]+:\/\/(?:[^@/]*@)?([^:/?]+)(?::(\d+))?/.exec(address) ?? [];
  const gate = await openGate(Number(port), 0, host);
  const prefix = `test-${randomBytes(8).toString('hex')}-`;
  const there = address.replace(/^([^:]+:\/\/(?:[^@/]*@)?)[^/?]+/, `$1127.0.0.1:${gate.port}`);

  function plant({ phase, ms = 1000 }: Fault): void {
    if (phase === 'before' || phase === 'middle' || phase === 'unavailable') gate.cut();
    else {
      gate.hold();
      setTimeout(
        () => {
          if (phase === 'after' || phase === 'stall') gate.cut();
          gate.letGo();
        },
        phase === 'slow' ? ms : commitMs,
      );
    }
  }

  return {
    connection: `${there}${there.includes('?') ? '&' : '?'}streamPrefix=${prefix}`,
    prefix,
    plant,
    clearFaults: () => undefined,
    cut: gate.cut,
    hold: gate.hold,
    letGo: gate.letGo,
    stop: gate.close,
  };
}
