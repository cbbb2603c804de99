import { z } from 'zod';
import { ownPath } from '../own-path.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { kept } from '../provider.ts';
import { queryText, readQuery } from '../query.ts';
import type { Ask } from '../route.ts';
import { pendingOf, keepPending, signIn } from '../session.ts';
import type { Web } from '../web.ts';

type Needs = Pick<Web, 'provider' | 'accounts' | 'now' | 'logger'>;

const pending = z.strictObject({ ...kept.shape, next: z.string() });

/** Sends the visitor to the identity provider. */
export const toOrganisation =
  ({ provider, logger }: Needs): Ask =>
  async (request) => {
    const query = readQuery(request, ['next', 'lang']);
    if (isProblem(query)) return query;
    if (!provider) return problem('no-organisation');
    const begun = await provider.begin().catch(unreachable(logger));
    if (isProblem(begun)) return begun;
    await keepPending(request, JSON.stringify({ ...begun.kept, next: ownPath(query.next) }));
    return { kind: 'redirect', to: begun.to };
  };

/** The visitor comes back; what the provider adds to the address is for the provider's library to judge. */
export const fromOrganisation =
  ({ provider, accounts, now, logger }: Needs): Ask =>
  async (request) => {
    if (!provider) return problem('no-organisation');
    const begun = pending.safeParse(parsed(pendingOf(request)));
    // Somebody else's way back, one that was used before, or one that took too long.
    if (!begun.success) return problem('sign-in-expired');
    const { next, ...expected } = begun.data;
    await keepPending(request, null);
    const account = await provider.finish(`?${queryText(request.url)}`, expected).catch(refusal(logger));
    if (isProblem(account)) return account;
    // Also when it gives no entry: what was told before holds no longer.
    accounts.told(account, now());
    if (account.roles.length === 0) return problem('no-roles');
    await signIn(request, account);
    return { kind: 'redirect', to: next };
  };

const unreachable =
  (logger: Web['logger']) =>
  (error: unknown): Problem => {
    logger.error({ code: codeOf(error) }, 'the identity provider does not answer');
    return problem('provider-unreachable', { headers: { 'Retry-After': '30' } });
  };

const refusal =
  (logger: Web['logger']) =>
  (error: unknown): Problem => {
    const code = codeOf(error);
    logger.warn({ code }, 'signing in through the identity provider failed');
    return code === 'unreachable'
      ? problem('provider-unreachable', { headers: { 'Retry-After': '30' } })
      : problem('sign-in-failed');
  };

/** A name for what went wrong; the message and what caused it may hold what the provider said of a person. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const isOfNetwork = error.name === 'TypeError' || error.name === 'TimeoutError';
  if ('code' in error && typeof error.code === 'string')
    return error.code === 'OAUTH_TIMEOUT' ? 'unreachable' : error.code;
  return isOfNetwork ? 'unreachable' : error.name;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
