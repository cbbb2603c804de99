import { lanes } from '../../log/exchange.ts';
import type { Ear, Exchange, Heard, Lane } from '../../log/exchange.ts';
import { LogUnavailable } from '../../log/unavailable.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../office.ts';
import { open, seal, secretFor } from '../sealed.ts';
import { inboxOf } from './inbox.ts';
import { outboxOf } from './outbox.ts';

/**
 * The offices of nodes that share a log are one office. What is written here is on this disk first, with a row in the
 * outbox in the same commit; it is sent in order, and again if it is not known to have arrived. Every node lays every
 * row, its own too, beside what it has, by rules that give the same whatever the order (`tables.ts`). How far it has
 * heard is written in the same commit, so it goes on from there after a restart.
 */
export interface Sharing {
  /** How this node is called in the access log. */
  readonly node: string;
  /** All that others had told by this instant is known here. */
  heardUntil(): Instant;
  /** Too long ago to let in somebody whose link may have been revoked meanwhile. */
  isCutOff(): boolean;
  /** Sends what waits, if that is possible at once. */
  close(): Promise<void>;
}

interface Needs {
  readonly office: Office;
  readonly exchange: Exchange;
  readonly masterKey: Uint8Array;
  readonly now: () => Instant;
  /** Told of what goes wrong; sharing goes on by itself. */
  readonly failed: (error: unknown) => void;
}

const atOnce = 200;
/** Another process, such as a command, may have written without our knowing. */
const lookMs = 250;
const longestPause = 3000;
const longestEnding = 2000;
const longestSilence = 120_000;

/**
 * Resolves when all that the others have told is known here.
 * @throws LogUnavailable if the exchange cannot be reached, or speaks with another master key.
 */
export async function shareOffice({ office, exchange, masterKey, now, failed }: Needs): Promise<Sharing> {
  const secret = secretFor(masterKey, 'office');
  const outbox = outboxOf(office);
  const inbox = inboxOf(office, outbox.node);
  const heardUntil = new Map<Lane, Instant>();
  let isOver = false;
  let wake: () => void = () => undefined;
  office.onCommit(() => {
    wake();
  });

  function opened(lane: Lane, { id, node, sealed }: Heard): string {
    const change = open(secret, placeOf(lane, node, id), Buffer.from(sealed, 'base64'));
    if (change !== null) return change;
    throw new LogUnavailable(
      'wrong-key',
      `What node ${node} told the others cannot be opened.`,
      'Nodes that share a log share WAAKVLAM_MASTER_KEY: give this one the same.',
    );
  }

  const leave: (() => void)[] = [];
  const listenTo = (lane: Lane) =>
    new Promise<void>((resolve, reject) => {
      const ear: Ear = {
        heard(entries) {
          inbox.take(
            lane,
            entries.map((entry) => ({ ...entry, change: opened(lane, entry) })),
          );
        },
        complete() {
          heardUntil.set(lane, now());
          resolve();
        },
        failed(error) {
          failed(error);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      leave.push(exchange.listen(lane, inbox.placeIn(lane), ear));
    });

  async function keepSending(): Promise<void> {
    for (let attempt = 0; !isOver;) {
      try {
        const isAll = await sendSome();
        attempt = 0;
        if (isAll) await sleep(lookMs);
      } catch (error) {
        failed(error);
        attempt += 1;
        await sleep(Math.min(100 * 2 ** attempt, longestPause));
      }
    }
  }

  /** True if nothing is left. */
  async function sendSome(): Promise<boolean> {
    const waiting = outbox.next(atOnce);
    const last = waiting.at(-1);
    if (!last) return true;
    const { lane } = last;
    await exchange.publish(
      lane,
      waiting.map(({ id, change }) => ({
        id,
        node: outbox.node,
        sealed: seal(secret, placeOf(lane, outbox.node, id), change).toString('base64'),
      })),
    );
    outbox.sent(lane, last.n);
    return false;
  }

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  function stop(): void {
    isOver = true;
    wake();
    for (const end of leave.splice(0)) end();
  }

  let sending = Promise.resolve();
  try {
    await Promise.all(lanes.map(listenTo));
    sending = keepSending();
  } catch (error) {
    stop();
    inbox.close();
    throw error;
  }

  const earliest = () => Math.min(...lanes.map((lane) => heardUntil.get(lane) ?? -Infinity)) as Instant;
  return {
    node: outbox.node,
    heardUntil: earliest,
    isCutOff: () => now() - earliest() > longestSilence,
    async close() {
      stop();
      const limit = new Promise<void>((resolve) => setTimeout(resolve, longestEnding).unref());
      await Promise.race([sending.then(sendRest).catch(failed), limit]);
      inbox.close();
    },
  };

  async function sendRest(): Promise<void> {
    while (!(await sendSome())) continue;
  }
}

const placeOf = (lane: Lane, node: string, id: string): string => `office\n${lane}\n${node}\n${id}`;
