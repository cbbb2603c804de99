import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { start } from '../../src/main.ts';
import type { Running } from '../../src/main.ts';
import type { Config } from '../../src/config.ts';

/** A real server on a real log in a folder of its own, asked over a real socket. */
export interface Served {
  readonly address: string;
  readonly said: readonly string[];
  ask(method: string, path: string, options?: Asking): Promise<Told>;
  get(path: string): Promise<Told>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Told>;
  position(): Promise<number>;
  /** Stops the server and starts it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Asking {
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON. */
  readonly json: Record<string, unknown>;
}

export async function serve(settings: Partial<Config> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'waakvlam-web-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    data: folder,
    masterKey: undefined,
    policy: defaultPolicy,
    logLevel: 'silent',
    invented: 'offer',
    quickExit: 'https://www.knmi.nl/',
    privacySeconds: 120,
    ...settings,
  };
  const said: string[] = [];
  const begin = () => start(config, (line) => said.push(line));
  let running: Running = await begin();

  const ask = (method: string, path: string, { headers = {}, body }: Asking = {}) =>
    new Promise<Told>((resolve, reject) => {
      const { hostname, port } = new URL(running.address);
      const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const told = { status: response.statusCode ?? 0, headers: response.headers, text };
          resolve({
            ...told,
            get json() {
              return JSON.parse(text) as Record<string, unknown>;
            },
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    get address() {
      return running.address;
    },
    said,
    ask,
    get: (path) => ask('GET', path),
    post: (path, body, headers = {}) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    position: async () => Number((await ask('GET', '/ready')).json['position']),
    async restart() {
      await running.close();
      running = await begin();
    },
    async close() {
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An event of a family as a program sends it; it gets its id from the key of the command, or from here. */
export const fact = (family: string, type: string, data: object, more: object = {}): object => ({
  type,
  version: 1,
  family,
  by: 'party:team',
  source: 'observed',
  data,
  ...more,
});

/** A child with a plan, a bottom line, and a monitor that saw it. */
export const adasFamily = (family: string): object[] => [
  fact(family, 'PersonJoined', {
    person: 'person:ada',
    role: 'child',
    household: 'home',
    birthMonth: '2016-05',
  }),
  fact(family, 'PersonJoined', { person: 'person:father', role: 'parent', household: 'home' }),
  fact(family, 'PartyInvolved', { party: 'party:school', kind: 'school', informal: false }),
  fact(family, 'PlanActivated', { plan: 'plan-1', agreedBy: ['party:team'] }),
  fact(family, 'SafetyConditionSet', {
    condition: 'c1',
    protects: ['person:ada'],
    horizon: 'direct',
    bottomLine: true,
  }),
  fact(family, 'SafetyAgreementMade', {
    agreement: 'a1',
    condition: 'c1',
    actor: 'person:father',
    action: 'leaves_when_tension_rises',
    timing: 'on_trigger',
    critical: true,
  }),
  fact(family, 'MonitorAccepted', { party: 'party:school', agreements: ['a1'], cadenceDays: 7 }),
];

export const signal = (family: string, level: string, more: object = {}): object =>
  fact(
    family,
    'RelapseSignalObserved',
    { person: 'person:father', level, pattern: 'violence', selfReport: false },
    more,
  );

export const record = (served: Served, family: string): Promise<Told> =>
  served.post(
    `/api/families/${family}/events`,
    { events: adasFamily(family) },
    { 'idempotency-key': `start-${family}` },
  );
