import { isIP } from 'node:net';
import { z } from 'zod';
import type { Site } from './web/site.ts';

/** The settings of who may reach Waakvlam and how they sign in. */
export interface SignInConfig {
  readonly host: string;
  readonly site: Site;
  readonly sessions: { readonly idleMs: number; readonly longestMs: number };
  /** Absent: nobody signs in through an organisation. */
  readonly oidc: OidcConfig | undefined;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rolesClaim: string;
  readonly teamClaim: string;
}

const loopback = '127.0.0.1';
const loopbackNames = [loopback, '::1', 'localhost'];
const minute = 60_000;

const whole = (least: number, most: number, usual: number) => {
  const message = `must be a whole number from ${least} to ${most}. Leave it out for ${usual}`;
  return z
    .string()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .default(usual);
};

export const signInSettings = {
  WAAKVLAM_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || host === 'localhost', {
      error: `must be an address of this machine, such as ${loopback} or 0.0.0.0. Leave it out for ${loopback}`,
    })
    .default(loopback),
  WAAKVLAM_PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error:
        'must be an address without a path, such as https://waakvlam.example.nl; http only for localhost',
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  WAAKVLAM_TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isAddress), {
      error: 'must be addresses or networks of your proxies, such as 127.0.0.1 or 10.0.0.0/8, with commas',
    })
    .default([]),
  WAAKVLAM_LOCAL_PEOPLE: z
    .enum(['auto', 'allow', 'refuse'], { error: 'must be auto, allow or refuse. Leave it out for auto' })
    .default('auto'),
  WAAKVLAM_SESSION_IDLE_MINUTES: whole(1, 480, 30),
  WAAKVLAM_SESSION_HOURS: whole(1, 24, 12),
  WAAKVLAM_REQUESTS_PER_MINUTE: whole(60, 1_000_000, 1200),
  WAAKVLAM_OIDC_ISSUER: z
    .string()
    .refine(isSafeUrl, {
      error: 'must be the https address of your identity provider; http only for localhost',
    })
    .optional(),
  WAAKVLAM_OIDC_CLIENT_ID: z.string().optional(),
  WAAKVLAM_OIDC_CLIENT_SECRET: z.string().optional(),
  WAAKVLAM_OIDC_ROLES_CLAIM: z.string().default('roles'),
  WAAKVLAM_OIDC_TEAM_CLAIM: z.string().default('team'),
};

type Read = z.infer<z.ZodObject<typeof signInSettings>>;

export function signInConfig(read: Read, nodeEnv: string | undefined): SignInConfig {
  return {
    host: read.WAAKVLAM_HOST,
    site: {
      publicUrl: read.WAAKVLAM_PUBLIC_URL,
      trustedProxies: read.WAAKVLAM_TRUST_PROXY,
      allowsLocalPeople: allowsLocalPeople(read, nodeEnv),
      requestsPerMinute: read.WAAKVLAM_REQUESTS_PER_MINUTE,
    },
    sessions: {
      idleMs: read.WAAKVLAM_SESSION_IDLE_MINUTES * minute,
      longestMs: read.WAAKVLAM_SESSION_HOURS * 60 * minute,
    },
    oidc: oidcIn(read),
  };
}

/** What is wrong with the settings together, each with the next step. */
export function signInProblems(read: Partial<Read>, nodeEnv: string | undefined): readonly string[] {
  const { WAAKVLAM_HOST: host = loopback, WAAKVLAM_PUBLIC_URL: url, WAAKVLAM_LOCAL_PEOPLE: local } = read;
  const problems: string[] = [];
  const say = (isWrong: boolean, words: string) => {
    if (isWrong) problems.push(words);
  };
  const hasOidc = read.WAAKVLAM_OIDC_ISSUER !== undefined;
  say(
    !loopbackNames.includes(host) && url === undefined,
    `WAAKVLAM_PUBLIC_URL must say under which address people open Waakvlam if WAAKVLAM_HOST is ${host}, such as https://waakvlam.example.nl.`,
  );
  say(
    hasOidc && url === undefined,
    'WAAKVLAM_PUBLIC_URL must be set if WAAKVLAM_OIDC_ISSUER is: the identity provider sends people back to it.',
  );
  for (const name of ['WAAKVLAM_OIDC_CLIENT_ID', 'WAAKVLAM_OIDC_CLIENT_SECRET'] as const)
    say(
      hasOidc && read[name] === undefined,
      `${name} must be set if WAAKVLAM_OIDC_ISSUER is: the identity provider gives it when you register Waakvlam there.`,
    );
  for (const name of ['WAAKVLAM_OIDC_CLIENT_ID', 'WAAKVLAM_OIDC_CLIENT_SECRET'] as const)
    say(
      !hasOidc && read[name] !== undefined,
      `WAAKVLAM_OIDC_ISSUER must be set if ${name} is: it is the address of your identity provider.`,
    );
  const hasWayIn = hasOidc || allowsLocalPeople({ ...read, WAAKVLAM_LOCAL_PEOPLE: local ?? 'auto' }, nodeEnv);
  say(
    !hasWayIn,
    'WAAKVLAM_OIDC_ISSUER must be set: nobody could sign in. For accounts of this installation alone, set WAAKVLAM_LOCAL_PEOPLE=allow.',
  );
  return problems;
}

/** People of this installation, invented ones too, are for one machine, unless somebody decided otherwise. */
function allowsLocalPeople(
  read: Partial<Pick<Read, 'WAAKVLAM_HOST' | 'WAAKVLAM_PUBLIC_URL' | 'WAAKVLAM_LOCAL_PEOPLE'>>,
  nodeEnv: string | undefined,
): boolean {
  const { WAAKVLAM_HOST: host = loopback, WAAKVLAM_PUBLIC_URL: url, WAAKVLAM_LOCAL_PEOPLE: local } = read;
  const isProduction = !loopbackNames.includes(host) || url !== undefined || nodeEnv === 'production';
  return local === 'allow' || (local === 'auto' && !isProduction);
}

function oidcIn(read: Read): OidcConfig | undefined {
  const {
    WAAKVLAM_OIDC_ISSUER: issuer,
    WAAKVLAM_OIDC_CLIENT_ID: clientId,
    WAAKVLAM_OIDC_CLIENT_SECRET: clientSecret,
    WAAKVLAM_OIDC_ROLES_CLAIM: rolesClaim,
    WAAKVLAM_OIDC_TEAM_CLAIM: teamClaim,
  } = read;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, rolesClaim, teamClaim };
}

/** What goes over the network unencrypted may go no further than this machine. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isHere = [...loopbackNames, '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

function isOrigin(text: string): boolean {
  if (!isSafeUrl(text)) return false;
  const { origin } = new URL(text);
  return text === origin || text === `${origin}/`;
}

function isAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
