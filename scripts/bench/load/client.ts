import { Agent, request } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import type { Entered } from '../server.ts';

export interface Told {
  readonly status: number;
  readonly text: string;
}

interface Asking {
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
/** Who waits longer than this has no answer. */
const patienceMs = 10_000;

/** Over connections that are kept, as browsers keep them. */
export async function ask({ address, cookie }: Entered, { path, body }: Asking): Promise<Told> {
  const response = await answered(new URL(path, address), {
    agent,
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    signal: AbortSignal.timeout(patienceMs),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  response.setEncoding('utf8');
  let text = '';
  for await (const part of response) text += part as string;
  return { status: response.statusCode ?? 0, text };
}

/** What arrives on the streams of many readers. */
export interface Listeners {
  readonly open: number;
  /** How many messages arrived, and on how many streams at least one. */
  readonly messages: number;
  readonly reached: number;
  close(): void;
}

export async function listen(readers: readonly Entered[], each: number): Promise<Listeners> {
  const responses: IncomingMessage[] = [];
  const reached = new Set<IncomingMessage>();
  let open = 0;
  let messages = 0;
  for (const { address, cookie } of readers)
    for (let stream = 0; stream < each; stream += 1) {
      const url = new URL(`/api/live?list=queue&since=${Date.now()}`, address);
      const response = await answered(url, { agent: false, headers: { cookie } });
      if (response.statusCode !== 200) throw new Error(`a stream answered ${response.statusCode ?? 0}`);
      responses.push(response);
      open += 1;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const changes = text.split('event: change\n').length - 1;
        messages += changes;
        if (changes > 0) reached.add(response);
      });
      response.on('error', () => undefined);
      response.once('close', () => {
        open -= 1;
      });
    }
  return {
    get open() {
      return open;
    },
    get messages() {
      return messages;
    },
    get reached() {
      return reached.size;
    },
    close() {
      for (const response of responses) response.destroy();
    },
  };
}

function answered(
  url: URL,
  { body, ...options }: RequestOptions & { readonly body?: string },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, options).once('response', resolve).once('error', reject).end(body);
  });
}
