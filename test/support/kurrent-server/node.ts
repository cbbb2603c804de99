import type { sendUnaryData, ServiceError } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';
import type { Faults } from './faults.ts';
import type { Store } from './store.ts';

/** What the services of one node need to know. */
export interface Node {
  readonly store: Store;
  readonly faults: Faults;
  /** Cuts every connection of this node at once. */
  cut(): void;
  /** Where writes belong; null if this node leads. */
  leaderElsewhere(): { readonly host: string; readonly port: number } | null;
  /** Users and their passwords; undefined if anybody may do anything. */
  readonly users: ReadonlyMap<string, string> | undefined;
  readonly now: () => number;
}

/** An error as the real server sends it: the reason stands in the trailers under `exception`. */
export function failure(
  code: status,
  exception: string,
  more: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  if (exception !== '') metadata.set('exception', exception);
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return Object.assign(new Error(exception || status[code]), {
    code,
    details: exception || status[code],
    metadata,
  });
}

/** Null if the caller may go on. */
export function refusal(node: Node, metadata: Metadata, doesWrite: boolean): ServiceError | null {
  const [authorization] = metadata.get('authorization');
  if (node.users && authorization !== undefined) {
    const text = Buffer.from(String(authorization).replace(/^Basic /i, ''), 'base64').toString('utf8');
    const [user = '', password] = text.split(':');
    if (node.users.get(user) !== password) return failure(status.UNAUTHENTICATED, '');
  } else if (node.users) return failure(status.PERMISSION_DENIED, 'access-denied');
  const leader = node.leaderElsewhere();
  const isAskedOfLeader = metadata.get('requires-leader').includes('true');
  return leader && (doesWrite || isAskedOfLeader) ? notLeader(leader) : null;
}

export const notLeader = ({ host, port }: { readonly host: string; readonly port: number }): ServiceError =>
  failure(status.NOT_FOUND, 'not-leader', {
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A unary answer with the faults of appends and the like: cut before, cut after, slow, refused. */
export async function answered<T>(
  node: Node,
  method: 'append' | 'persistent',
  reply: sendUnaryData<T>,
  work: () => Promise<T>,
): Promise<void> {
  const early = node.faults.take(method, 'before', 'unavailable', 'exhausted', 'stall');
  if (early?.phase === 'before') {
    node.cut();
    return;
  }
  if (early?.phase === 'stall') return;
  if (early) {
    reply(failure(early.phase === 'exhausted' ? status.RESOURCE_EXHAUSTED : status.UNAVAILABLE, ''));
    return;
  }
  try {
    const answer = await work();
    const late = node.faults.take(method, 'after', 'slow');
    if (late?.phase === 'after') {
      node.cut();
      return;
    }
    if (late) await pause(late.ms ?? 1000);
    reply(null, answer);
  } catch (error) {
    reply(error as ServiceError);
  }
}
