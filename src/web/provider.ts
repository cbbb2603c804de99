import { createHash } from 'node:crypto';
import * as client from 'openid-client';
import { z } from 'zod';
import { roles } from '../access/visitor.ts';
import type { Account } from '../access/visitor.ts';

/** The identity provider of the organisation: OpenID Connect, code flow with PKCE, state and nonce. */
export interface Provider {
  /** Where the visitor signs in, and what must fit when they come back. */
  begin(): Promise<{ readonly to: string; readonly kept: Kept }>;
  /** Whom the provider says this is; the roles are those that we know. */
  finish(search: string, kept: Kept): Promise<Account>;
}

export type Kept = z.infer<typeof kept>;
export const kept = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });

interface Registered {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rolesClaim: string;
  readonly teamClaim: string;
  /** Where the provider sends visitors back to. */
  readonly callback: string;
}

export function providerAt(registered: Registered): Provider {
  const { callback } = registered;
  const configuration = found(registered);
  return {
    async begin() {
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      const state = client.randomState();
      const to = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { to: to.href, kept: { state, nonce, verifier } };
    },
    async finish(search, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, new URL(`${callback}${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims: Claims = tokens.claims() ?? {};
      const subject = z.string().min(1).parse(claims['sub']);
      // What is left out of the token can be asked for; the library makes sure that it is about the same person.
      const isWhole = [registered.rolesClaim, 'name'].every((name) => claimAt(claims, name) !== undefined);
      const hasMore = !isWhole && config.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await client.fetchUserInfo(config, tokens.access_token, subject) : {};
      return accountIn({ ...claims, ...more }, subject, registered);
    },
  };
}

/** In seconds. */
const patience = 10;

/** What the provider says of itself is asked once it is needed, and again if there was no answer. */
function found({ issuer, clientId, clientSecret }: Registered): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | null = null;
  const url = new URL(issuer);
  // The library keeps this for tests by calling it deprecated; the settings allow http for this machine alone.
  const unencrypted = Reflect.get(client, 'allowInsecureRequests');
  const execute = url.protocol === 'http:' ? [unencrypted] : [];
  return () => {
    known ??= client
      .discovery(url, clientId, clientSecret, undefined, { execute, timeout: patience })
      .catch((error: unknown) => {
        known = null;
        throw error;
      });
    return known;
  };
}

type Claims = Readonly<Record<string, unknown>>;

/** A claim may stand deeper: `realm_access.roles`. A name with a dot in it, such as an address, is tried whole first. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let part: unknown = claims;
  for (const key of name.split('.'))
    part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
  return part;
}

const words = z.union([z.string().transform((text) => text.split(/[\s,]+/)), z.array(z.string())]).catch([]);
const oneLine = z.string().trim().min(1).max(80);

function accountIn(claims: Claims, subject: string, { issuer, rolesClaim, teamClaim }: Registered): Account {
  const told = words.parse(claimAt(claims, rolesClaim));
  const [team] = words.parse(claimAt(claims, teamClaim));
  const name = ['name', 'preferred_username']
    .map((claim) => oneLine.safeParse(claims[claim]).data)
    .find((text) => text !== undefined);
  // The same person may be known elsewhere under the same subject; the id itself tells nobody who it is.
  const id = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
    .slice(0, 32);
  return {
    id: `oidc-${id}`,
    name: name ?? `account ${id.slice(0, 6)}`,
    roles: roles.filter((role) => told.includes(role)),
    ...(team !== undefined && team !== '' && { team }),
  };
}
