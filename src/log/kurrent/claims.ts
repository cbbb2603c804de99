import { randomUUID } from 'node:crypto';
import { ANY, FORWARDS, NO_STREAM, START, jsonEvent } from '@kurrent/kurrentdb-client';
import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import { isObject } from '../../domain/json.ts';
import { typeOf } from './connection.ts';
import type { Connection } from './connection.ts';

/**
 * Who has begun a task and how it ended, in a stream beside the task. The server may hand a task to two nodes (a
 * connection broke, it restarted and had not noted an acknowledgement): only one of them gets the claim.
 */
export interface Claims {
  of(stream: string): Promise<Claim>;
  /** False if somebody else was first. */
  begin(claim: Claim): Promise<boolean>;
  done(claim: Claim): Promise<void>;
  failed(claim: Claim, reason: string): Promise<void>;
  parked(claim: Claim, reason: string): Promise<void>;
}

export interface Claim {
  readonly stream: string;
  readonly state: 'free' | 'begun' | 'parked' | 'done';
  /** Only if begun: by another process than this one. */
  readonly isForeign: boolean;
  /** How often it was begun since it was parked last. */
  readonly attempts: number;
  /** Of the last parking; empty if there was none. */
  readonly reason: string;
  /** Of the last event; none before the first claim. */
  readonly revision: bigint | undefined;
}

type Word = 'WorkBegun' | 'WorkFailed' | 'WorkParked' | 'WorkDone';

export function claimsOn(connection: Connection): Claims {
  const self = randomUUID();

  async function of(stream: string): Promise<Claim> {
    try {
      return await connection.persistently(async (client) => {
        let claim = fresh(stream);
        for await (const { event } of client.readStream(stream, { direction: FORWARDS, fromRevision: START }))
          if (event) claim = after(claim, event, self);
        return claim;
      });
    } catch (error) {
      if (typeOf(error) === 'stream-not-found') return fresh(stream);
      throw error;
    }
  }

  function write(
    stream: string,
    word: Word,
    data: Record<string, string>,
    at: bigint | undefined | typeof ANY,
  ) {
    // The same id each time it is sent, so that a lost answer writes it once.
    const event = jsonEvent({ id: randomUUID(), type: word, data });
    return connection.persistently((client) =>
      client.appendToStream(stream, event, { streamState: at ?? NO_STREAM }),
    );
  }

  return {
    of,
    async begin({ stream, revision }) {
      try {
        await write(stream, 'WorkBegun', { by: self }, revision);
        return true;
      } catch (error) {
        if (typeOf(error) === 'wrong-expected-version') return false;
        throw error;
      }
    },
    async done({ stream }) {
      await write(stream, 'WorkDone', {}, ANY);
    },
    async failed({ stream }, reason) {
      await write(stream, 'WorkFailed', { reason }, ANY);
    },
    async parked({ stream }, reason) {
      await write(stream, 'WorkParked', { reason }, ANY);
    },
  };
}

const fresh = (stream: string): Claim => ({
  stream,
  state: 'free',
  isForeign: false,
  attempts: 0,
  reason: '',
  revision: undefined,
});

/** What is done stays done, whatever a slower node writes afterwards. */
function after(claim: Claim, { type, data, revision }: RecordedEvent, self: string): Claim {
  const { by, reason }: Record<string, unknown> = isObject(data) ? data : {};
  if (claim.state === 'done') return { ...claim, revision };
  switch (type) {
    case 'WorkBegun':
      return {
        ...claim,
        state: 'begun',
        isForeign: by !== self,
        attempts: claim.attempts + 1,
        revision,
      };
    case 'WorkParked':
      return {
        ...claim,
        state: 'parked',
        attempts: 0,
        reason: typeof reason === 'string' ? reason : '',
        revision,
      };
    case 'WorkDone':
      return { ...claim, state: 'done', revision };
    default:
      return { ...claim, state: 'free', revision };
  }
}
