import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { withoutSecrets } from '../address.ts';
import { LogUnavailable } from '../unavailable.ts';
import { withoutPrefix } from './streams.ts';

/** The official client, and what its errors mean to a log. */
export interface Connection {
  /**
   * Does one thing with the client, and again while the server cannot be reached, until patience ends. Only for what
   * may be done twice.
   * @throws LogUnavailable when patience ends or the server refuses.
   */
  persistently<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T>;
  /** Once, without waiting longer than a request may take; errors as they come. */
  once<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T>;
  client(): KurrentDBClient;
  /** Leaves a client that does not find its way back; whoever listens on it is told. */
  renew(used: KurrentDBClient): void;
  onRenewal(listener: () => void): () => void;
  readonly place: string;
  close(): Promise<void>;
}

export interface Patience {
  /** How long a request may take before its outcome counts as unknown. */
  readonly requestMs: number;
  /** How long a call goes on trying. */
  readonly totalMs: number;
}

const leastBetweenRenewals = 2000;

export const usualPatience: Patience = { requestMs: 8000, totalMs: 15_000 };

/** @throws LogUnavailable if the address is none. */
export function connect(address: string, patience: Patience = usualPatience): Connection {
  const place = withoutSecrets(address);
  let current = open(address, place);
  let isClosed = false;
  let renewedAt = -Infinity;
  const listeners = new Set<() => void>();

  async function once<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const used = current;
    try {
      return await within(patience.requestMs, work(used));
    } catch (error) {
      if (error instanceof TooLate) renew(used);
      throw error;
    }
  }

  async function persistently<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const end = performance.now() + patience.totalMs;
    for (let attempt = 0; ; attempt += 1) {
      if (isClosed) throw closedLog(place);
      const used = current;
      try {
        return await once(work);
      } catch (error) {
        if (!isPassing(error) || performance.now() > end) throw explained(error, place);
        if (attempt > 0) renew(used);
        await pause(attempt);
      }
    }
  }

  /**
   * A client finds its way back by itself when a connection breaks; not when it hangs, and its native bridge not when the
   * very first connection broke.
   */
  function renew(used: KurrentDBClient): void {
    if (used !== current || isClosed || performance.now() < renewedAt + leastBetweenRenewals) return;
    renewedAt = performance.now();
    current = open(address, place);
    used.dispose().catch(() => undefined);
    for (const listener of [...listeners]) listener();
  }

  return {
    persistently,
    once,
    client: () => current,
    renew,
    onRenewal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    place,
    async close() {
      isClosed = true;
      await current.dispose();
    },
  };
}

/** Doubles from a tenth of a second to three seconds, and never the same for two nodes. */
export function pause(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(100 * 2 ** attempt, 3000);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest / 2 + (Math.random() * longest) / 2);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const passing = new Set([
  'unavailable',
  'deadline-exceeded',
  'cancelled',
  'not-leader',
  'timeout',
  'unknown',
]);

/** gRPC codes of errors that the client hands on as they are: cancelled, unknown, deadline, exhausted, aborted, internal, unavailable. */
const passingCodes = new Set<unknown>([1, 2, 4, 8, 10, 13, 14]);

/** Will it be over by itself? Then the outcome of what was asked is unknown. */
export function isPassing(error: unknown): boolean {
  if (error instanceof TooLate) return true;
  if (isNoPosition(error)) return false;
  // What was tried long enough for one question is not over for who goes on asking.
  if (error instanceof LogUnavailable) return error.trouble === 'unreachable';
  const type = typeOf(error);
  if (type !== '') return passing.has(type);
  return error instanceof Error && 'code' in error && passingCodes.has(error.code);
}

/** The server refuses to read from where no record begins: then it is not the log in which one was read there. */
export const isNoPosition = (error: unknown): boolean =>
  error instanceof Error && /INVALID_ARGUMENT|invalid argument/.test(error.message);

export const typeOf = (error: unknown): string =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : '';

/** What nothing was ever written to has no stream. */
export async function orNothing<T>(read: () => Promise<T[]>): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if (typeOf(error) === 'stream-not-found') return [];
    throw error;
  }
}

/** The same in the words of the log. */
export function explained(error: unknown, place: string): Error {
  if (error instanceof LogUnavailable) return error;
  const words = isPassing(error) ? unreachable : refusals[typeOf(error)];
  if (words) return new LogUnavailable(words[0], `${place} ${words[1]}`, words[2], error);
  return error instanceof Error ? error : new Error(String(error));
}

type Words = readonly [LogUnavailable['trouble'], string, string];

const unreachable: Words = [
  'unreachable',
  'does not answer; whether the last thing sent was written is not known.',
  'Send the same again: it is written once. Look whether the cluster has a leader.',
];
const refusals: Readonly<Record<string, Words>> = {
  'access-denied': [
    'denied',
    'does not let this user in.',
    'Check user and password in WAAKVLAM_LOG, and that the user may read $all.',
  ],
  'maximum-append-size-exceeded': [
    'too-large',
    'does not take so much in one piece; nothing was written.',
    'Make the text shorter, or raise MaxAppendSize on the server.',
  ],
  'stream-deleted': [
    'damaged',
    'says that the stream was deleted.',
    'Nobody may delete a stream of a family: put back a backup.',
  ],
};

export const closedLog = (place: string) =>
  new LogUnavailable('closed', `The log at ${place} has been closed.`, 'Open it again.');

class TooLate extends Error {}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooLate(`no answer in ${ms} ms`));
    }, ms);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

function open(address: string, place: string): KurrentDBClient {
  try {
    return KurrentDBClient.connectionString(tuned(address));
  } catch {
    // The client's own words repeat the address with its password.
    throw new LogUnavailable(
      'unreachable',
      `WAAKVLAM_LOG (${place}) is no address of a server.`,
      'Write it like kurrentdb://user:password@host:2113?tls=true.',
    );
  }
}

/**
 * The older scheme makes the client complain. Its bridge sleeps one discoveryInterval before the first read. Only the
 * leader has for certain what was written an instant ago.
 */
function tuned(address: string): string {
  const today = withoutPrefix(address).replace(/^esdb/, 'kurrentdb');
  const missing = Object.entries({ discoveryInterval: '10', nodePreference: 'leader' }).filter(
    ([name]) => !new RegExp(`[?&]${name}=`, 'i').test(today),
  );
  return missing.reduce(
    (text, [name, value]) => `${text}${text.includes('?') ? '&' : '?'}${name}=${value}`,
    today,
  );
}
