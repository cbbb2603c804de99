import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';

/** Settings are read before anything starts; everything that is wrong is named at once. */

it('needs nothing', () => {
  expect(readConfig({ WAAKVLAM_PORT: '' })).toEqual({
    config: {
      host: '127.0.0.1',
      site: { publicUrl: undefined, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 1200 },
      sessions: { idleMs: 1_800_000, longestMs: 43_200_000 },
      oidc: undefined,
      port: 8717,
      data: './data',
      log: undefined,
      masterKey: undefined,
      policy: defaultPolicy,
      logLevel: 'info',
      invented: 'offer',
      quickExit: 'https://www.knmi.nl/',
      linkDays: 90,
      privacySeconds: 120,
    },
  });
});

it('names every wrong setting at once, with the next step, and never repeats a key', () => {
  const read = readConfig({
    WAAKVLAM_HOST: 'everywhere',
    WAAKVLAM_PUBLIC_URL: 'http://waakvlam.example.nl',
    WAAKVLAM_TRUST_PROXY: '10.0.0.0/8, everybody',
    WAAKVLAM_LOCAL_PEOPLE: 'yes',
    WAAKVLAM_SESSION_IDLE_MINUTES: '0',
    WAAKVLAM_OIDC_ISSUER: 'http://login.example.nl',
    WAAKVLAM_OIDC_CLIENT_ID: 'waakvlam',
    WAAKVLAM_PORT: '99999',
    WAAKVLAM_LOG: 'mongodb://user:s3cr3t@host',
    WAAKVLAM_MASTER_KEY: 'almost-a-key',
    WAAKVLAM_POLICY: '/nowhere.json',
    WAAKVLAM_LOG_LEVEL: 'loud',
    WAAKVLAM_INVENTED: 'maybe',
    WAAKVLAM_METRICS_TOKEN: 'too short',
  });
  expect(read).toEqual({
    problems: [
      'WAAKVLAM_HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0. Leave it out for 127.0.0.1.',
      'WAAKVLAM_PUBLIC_URL must be an address without a path, such as https://waakvlam.example.nl; http only for localhost.',
      'WAAKVLAM_TRUST_PROXY must be addresses or networks of your proxies, such as 127.0.0.1 or 10.0.0.0/8, with commas.',
      'WAAKVLAM_LOCAL_PEOPLE must be auto, allow or refuse. Leave it out for auto.',
      'WAAKVLAM_SESSION_IDLE_MINUTES must be a whole number from 1 to 480. Leave it out for 30.',
      'WAAKVLAM_OIDC_ISSUER must be the https address of your identity provider; http only for localhost.',
      'WAAKVLAM_PORT must be a whole number from 0 to 65535. Leave it out for 8717.',
      'WAAKVLAM_LOG must be the address of a KurrentDB or EventStoreDB server, like kurrentdb://user:password@host:2113?tls=true. Leave it out for the embedded log.',
      'WAAKVLAM_MASTER_KEY must be 32 bytes as 64 hexadecimal or 44 base64 characters. Make one with: openssl rand -base64 32.',
      'WAAKVLAM_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent. Leave it out for info.',
      'WAAKVLAM_INVENTED must be offer or load. Leave it out for offer.',
      'WAAKVLAM_METRICS_TOKEN must be 32 to 256 letters, digits or . _ ~ + / = -. Make one with: openssl rand -base64 32.',
      'WAAKVLAM_POLICY (/nowhere.json) cannot be read as JSON. Name a JSON file like {"name": "region", "parameters": {"sightDays": 14}}, or leave it out.',
    ],
  });
});

const problemsOf = (settings: Readonly<Record<string, string>>) => {
  const read = readConfig(settings);
  return 'problems' in read ? read.problems : [];
};

it('names what is wrong with settings together, also when others are wrong by themselves', () => {
  expect(problemsOf({ WAAKVLAM_HOST: '0.0.0.0', WAAKVLAM_PORT: 'x', WAAKVLAM_OIDC_CLIENT_ID: 'a' })).toEqual([
    'WAAKVLAM_PORT must be a whole number from 0 to 65535. Leave it out for 8717.',
    'WAAKVLAM_PUBLIC_URL must say under which address people open Waakvlam if WAAKVLAM_HOST is 0.0.0.0, such as https://waakvlam.example.nl.',
    'WAAKVLAM_OIDC_ISSUER must be set if WAAKVLAM_OIDC_CLIENT_ID is: it is the address of your identity provider.',
    'WAAKVLAM_OIDC_ISSUER must be set: nobody could sign in. For accounts of this installation alone, set WAAKVLAM_LOCAL_PEOPLE=allow.',
  ]);
  expect(problemsOf({ WAAKVLAM_OIDC_ISSUER: 'https://login.example.nl' })).toEqual([
    'WAAKVLAM_PUBLIC_URL must be set if WAAKVLAM_OIDC_ISSUER is: the identity provider sends people back to it.',
    'WAAKVLAM_OIDC_CLIENT_ID must be set if WAAKVLAM_OIDC_ISSUER is: the identity provider gives it when you register Waakvlam there.',
    'WAAKVLAM_OIDC_CLIENT_SECRET must be set if WAAKVLAM_OIDC_ISSUER is: the identity provider gives it when you register Waakvlam there.',
  ]);
});

it.each([
  [{}, true],
  [{ WAAKVLAM_HOST: 'localhost' }, true],
  [{ WAAKVLAM_LOCAL_PEOPLE: 'allow', WAAKVLAM_PUBLIC_URL: 'https://w.example.nl/' }, true],
  [{ WAAKVLAM_LOCAL_PEOPLE: 'allow', NODE_ENV: 'production' }, true],
  [{ WAAKVLAM_PUBLIC_URL: 'https://w.example.nl' }, false],
  [{ WAAKVLAM_PUBLIC_URL: 'http://localhost:8717' }, false],
  [{ WAAKVLAM_PUBLIC_URL: 'https://w.example.nl', WAAKVLAM_HOST: '10.0.0.7' }, false],
  [{ NODE_ENV: 'production' }, false],
  [{ WAAKVLAM_LOCAL_PEOPLE: 'refuse' }, false],
])('%j: people of this installation may sign in: %s', (settings, isAllowed) => {
  const oidc = {
    WAAKVLAM_OIDC_ISSUER: 'https://login.example.nl',
    WAAKVLAM_OIDC_CLIENT_ID: 'waakvlam',
    WAAKVLAM_OIDC_CLIENT_SECRET: 'a secret',
  };
  const isAlone = !('WAAKVLAM_PUBLIC_URL' in settings);
  const read = readConfig({ ...settings, ...(!isAlone && oidc) });
  if ('problems' in read) expect([isAllowed, read.problems]).toEqual([false, [nobodyCould]]);
  else expect(read.config.site.allowsLocalPeople).toBe(isAllowed);
});

it.each([
  'kurrentdb://localhost:2113?tls=false',
  'esdb://admin:changeit@node1:2113,node2:2113?tls=true',
  'kurrentdb+discover://waakvlam:secret@cluster.example.nl?nodePreference=leader',
])('takes %s as the log, with a key that all nodes share', (log) => {
  const key = '11'.repeat(32);
  expect(readConfig({ WAAKVLAM_LOG: log, WAAKVLAM_MASTER_KEY: key })).toMatchObject({ config: { log } });
  expect(problemsOf({ WAAKVLAM_LOG: log })).toEqual([
    'WAAKVLAM_MASTER_KEY must be set where WAAKVLAM_LOG is: nodes that share a log share the key. Make one with: openssl rand -base64 32.',
  ]);
});

const nobodyCould =
  'WAAKVLAM_OIDC_ISSUER must be set: nobody could sign in. For accounts of this installation alone, set WAAKVLAM_LOCAL_PEOPLE=allow.';
