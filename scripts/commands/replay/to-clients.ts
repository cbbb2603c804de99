import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReplayOrder } from '../../../src/release/replay-order.ts';
import { longPauseMs, pause, pauseInWords } from './pace.ts';
import type { Pace } from './pace.ts';

export interface Serving {
  readonly port: number;
  /** Names the replay: release, order and limits. An id of another replay is never taken for a place in this one. */
  readonly mark: string;
  /** A new clock for each client. */
  readonly pace: () => Pace;
  readonly signal: AbortSignal;
}

const mostClients = 50;
const heartbeatMs = 15_000;

/**
 * Server-sent events on 127.0.0.1 alone. Every client gets the whole replay from its own beginning, so nobody misses
 * what came before; a slow client holds up itself alone. `Last-Event-ID` goes on after that event, without waiting
 * for what lies before it. After the last event comes `end`, and who comes back after it gets 204 (no more).
 * @returns the server, listening
 */
export async function serveReplay(
  order: ReplayOrder,
  { port, signal, ...serving }: Serving,
): Promise<Server> {
  let clients = 0;
  const server = createServer((request, response) => {
    const start = firstPlace(request, serving.mark, order.count);
    if (!isOwnHost(request)) refuse(response, 403, 'ask for this replay as 127.0.0.1 or localhost');
    else if (request.method !== 'GET') refuse(response, 405, 'a replay is read with GET');
    else if (request.url !== '/') refuse(response, 404, 'the replay is at /');
    else if (start === null)
      refuse(response, 409, 'Last-Event-ID is not of this replay; leave it out to start from the beginning');
    else if (start >= order.count && start > 0) response.writeHead(204).end();
    else if (clients >= mostClients) refuse(response, 503, `${mostClients} clients are served already`);
    else {
      clients += 1;
      response.once('close', () => {
        clients -= 1;
      });
      void stream(response, order, { start, mark: serving.mark, pace: serving.pace(), signal });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
  });
  return server;
}

export const addressOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** A page of another site can point a name of its own at this machine; its requests carry that name. */
const isOwnHost = ({ headers: { host } }: IncomingMessage): boolean =>
  /^(127[.]0[.]0[.]1|localhost)(:\d+)?$/.test(host ?? '');

/** Where a client goes on; null if it names another replay. */
function firstPlace({ headers }: IncomingMessage, mark: string, count: number): number | null {
  const last = headers['last-event-id'];
  if (last === undefined || last === '') return 0;
  const [, named, place] = /^([0-9a-f]+)[.](\d{1,12})$/.exec(String(last)) ?? [];
  return named === mark && Number(place) < count ? Number(place) + 1 : null;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

interface Streaming {
  readonly start: number;
  readonly mark: string;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

async function stream(response: ServerResponse, order: ReplayOrder, streaming: Streaming): Promise<void> {
  const { start, mark, pace } = streaming;
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  const signal = AbortSignal.any([gone.signal, streaming.signal]);
  response.on('error', () => {
    gone.abort();
  });
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write('retry: 3000\n\n');
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(': still here\n\n');
  }, heartbeatMs);
  try {
    for (let place = start; place < order.count; place += 1) {
      const delay = pace.delay(order.at(place));
      if (delay >= longPauseMs) response.write(`: ${pauseInWords(delay)}\n\n`);
      if (delay > 0) await pause(delay, signal);
      if (signal.aborted) return;
      const line = order.line(place);
      const { type } = JSON.parse(line) as { type: string };
      if (!response.write(`id: ${mark}.${place}\nevent: ${type}\ndata: ${line}\n\n`))
        await once(response, 'drain', { signal });
    }
    response.end(`event: end\ndata: {"events":${order.count}}\n\n`);
  } catch (error) {
    if (!signal.aborted) response.destroy(error instanceof Error ? error : undefined);
  } finally {
    clearInterval(heartbeat);
  }
}
