import type { Config } from './config.ts';
import type { Setting } from './web/web.ts';

/** Where a secret or a folder stands in place of its value, it says only that it is set. */
const set = 'set';

/** What the administrator sees of the settings: no secret, and no path of the machine. */
export function shownSettings(config: Config): readonly Setting[] {
  const { site, sessions, oidc } = config;
  const optional = (name: string, value: string | undefined): Setting =>
    value === undefined ? { name } : { name, value };
  const secret = (name: string, value: string | undefined): Setting => ({
    ...optional(name, value === undefined ? undefined : set),
    isSecret: true,
  });
  return [
    { name: 'WAAKVLAM_HOST', value: config.host },
    optional('WAAKVLAM_PUBLIC_URL', site.publicUrl),
    optional('WAAKVLAM_TRUST_PROXY', site.trustedProxies.join(', ') || undefined),
    { name: 'WAAKVLAM_LOCAL_PEOPLE', value: site.allowsLocalPeople ? 'allow' : 'refuse' },
    { name: 'WAAKVLAM_SESSION_IDLE_MINUTES', value: String(sessions.idleMs / 60_000) },
    { name: 'WAAKVLAM_SESSION_HOURS', value: String(sessions.longestMs / 3_600_000) },
    { name: 'WAAKVLAM_REQUESTS_PER_MINUTE', value: String(site.requestsPerMinute) },
    optional('WAAKVLAM_OIDC_ISSUER', oidc?.issuer),
    optional('WAAKVLAM_OIDC_CLIENT_ID', oidc?.clientId),
    secret('WAAKVLAM_OIDC_CLIENT_SECRET', oidc?.clientSecret),
    optional('WAAKVLAM_OIDC_ROLES_CLAIM', oidc?.rolesClaim),
    optional('WAAKVLAM_OIDC_TEAM_CLAIM', oidc?.teamClaim),
    { name: 'WAAKVLAM_PORT', value: String(config.port) },
    secret('WAAKVLAM_LOG', config.log),
    secret('WAAKVLAM_MASTER_KEY', config.masterKey),
    { name: 'WAAKVLAM_POLICY', value: config.policy.name },
    { name: 'WAAKVLAM_LOG_LEVEL', value: config.logLevel },
    { name: 'WAAKVLAM_INVENTED', value: config.invented },
    { name: 'WAAKVLAM_QUICK_EXIT', value: config.quickExit },
    { name: 'WAAKVLAM_PRIVACY_SECONDS', value: String(config.privacySeconds) },
    secret('WAAKVLAM_METRICS_TOKEN', config.metricsToken),
    secret('WAAKVLAM_RESULTS', config.results),
    { name: 'WAAKVLAM_LINK_DAYS', value: String(config.linkDays) },
  ];
}
