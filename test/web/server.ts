import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '../../src/access/office.ts';
import { relationsSchema, workingRelations } from '../../src/access/relations.ts';
import type { HeldRelation, WorkingRelations } from '../../src/access/relations.ts';
import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { start } from '../../src/main.ts';
import type { Running } from '../../src/main.ts';
import type { Config } from '../../src/config.ts';
import { testPassword, writePeople } from './people.ts';
import type { AccountId } from './people.ts';

/** A real server on a real log in a folder of its own, asked over a real socket. */
export interface Served {
  readonly address: string;
  readonly said: readonly string[];
  /** The folder of the data, that others may look into. */
  readonly folder: string;
  /** As the person who is signed in: a monitor and team member who works with every family that a test asks about. */
  ask(method: string, path: string, options?: Asking): Promise<Told>;
  get(path: string): Promise<Told>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Told>;
  /** The same questions asked by somebody else, who signs in for it. */
  as(account: AccountId): Promise<Asker>;
  readonly asNobody: Asker;
  /** Of the person who is signed in. */
  readonly cookie: string;
  /** What a browser needs to be signed in as the same person. */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[];
  /** Lets an account work with a family, from the next request on. */
  relate(account: AccountId, family: string, party?: string): HeldRelation;
  readonly relations: WorkingRelations;
  position(): Promise<number>;
  /** Stops the server and starts it again on the same folder, with what was done to it between. */
  restart(between?: (folder: string) => void): Promise<void>;
  close(): Promise<void>;
}

export type Asker = Pick<Served, 'ask' | 'get' | 'post' | 'cookie'>;

export interface Asking {
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

export async function serve(
  settings: Partial<Config> = {},
  /** Fills the data folder before the server opens it. */
  fill: (folder: string) => Promise<void> = () => Promise.resolve(),
  /** What stands between the store and the server. */
  open?: Parameters<typeof start>[2],
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'waakvlam-web-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    site: { publicUrl: undefined, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 1_000_000 },
    sessions: { idleMs: 30 * 60_000, longestMs: 12 * 3_600_000 },
    oidc: undefined,
    data: folder,
    log: undefined,
    masterKey: undefined,
    policy: defaultPolicy,
    logLevel: 'silent',
    invented: 'offer',
    quickExit: 'https://www.knmi.nl/',
    privacySeconds: 120,
    metricsToken: undefined,
    results: undefined,
    linkDays: 90,
    ...settings,
  };
  await fill(folder);
  writePeople(folder);
  const office = openOffice(folder, [relationsSchema]);
  const relations = workingRelations(office, () => Date.now() as Instant);
  const relate: Served['relate'] = (account, family, party = 'party:team') =>
    relations.give({
      ground: 'own',
      holder: account,
      family: FamilyId.parse(family),
      party: PartyId.parse(party),
      givenBy: 'test',
      why: 'administrator',
    });
  const said: string[] = [];
  const begin = () => start(config, (line) => said.push(line), open);
  let running: Running = await begin();

  const send = (method: string, path: string, { headers = {}, body }: Asking = {}) =>
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

  const asker = (cookie: string, before: (path: string) => void = () => undefined): Asker => {
    const ask: Asker['ask'] = (method, path, { headers = {}, ...rest } = {}) => {
      before(path);
      return send(method, path, { headers: { ...(cookie !== '' && { cookie }), ...headers }, ...rest });
    };
    return {
      cookie,
      ask,
      get: (path) => ask('GET', path),
      post: (path, body, headers = {}) =>
        ask('POST', path, {
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
    };
  };
  const as = async (account: AccountId): Promise<Asker> => {
    const told = await send('POST', '/login', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `account=${account}&password=${testPassword}`,
    });
    const cookie = cookieIn(told);
    if (cookie === '') throw new Error(`signing in as ${account} answered ${told.status}`);
    return asker(cookie);
  };
  const everyday = asker((await as('tester')).cookie, (path) => {
    const family = /\/families\/([\w:.-]{1,64})(?![^/?#])/.exec(path)?.[1];
    if (family !== undefined) relate('tester', family);
  });

  return {
    get address() {
      return running.address;
    },
    get cookies() {
      const [name = '', value = ''] = everyday.cookie.split('=');
      return [{ name, value, url: running.address }];
    },
    said,
    folder,
    ...everyday,
    as,
    asNobody: asker(''),
    position: () => Promise.resolve(running.position()),
    async restart(between) {
      await running.close();
      between?.(folder);
      running = await begin();
    },
    relate,
    relations,
    async close() {
      await running.close();
      office.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The cookie that an answer sets, as it is sent back; empty if it sets none. */
export const cookieIn = ({ headers }: Pick<Told, 'headers'>): string =>
  String(headers['set-cookie'] ?? '').split(';')[0] ?? '';

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
