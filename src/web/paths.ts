/** Every address of Waakvlam. Links are made here and nowhere else. */
export const paths = {
  start: '/',
  queue: '/queue',
  families: '/families',
  savedViews: '/saved-views',
  family: '/families/:family',
  coverage: '/families/:family/coverage',
  decide: '/families/:family/decide',
  alarm: '/families/:family/alarm',
  familyRelapse: '/families/:family/relapse',
  familyPlan: '/families/:family/plan',
  familyNetwork: '/families/:family/network',
  acknowledge: '/families/:family/acknowledge',
  timeline: '/families/:family/timeline',
  timelineCompare: '/families/:family/timeline/compare',
  fact: '/families/:family/facts/:id',
  accessOfFamily: '/families/:family/access',
  emergency: '/families/:family/emergency',
  notices: '/notices',
  audit: '/audit',
  auditFile: '/audit.csv',
  people: '/people',
  settings: '/settings',
  research: '/research',
  policy: '/policy',
  result: '/results/:name',
  resultFile: '/results/:name/:table.csv',
  help: '/help',
  away: '/away',
  watcher: '/w/:secret',
  newFamily: '/new-family',
  colleagues: '/families/:family/colleagues',
  links: '/families/:family/links',
  printFor: '/families/:family/for/:person',
  review: '/families/:family/review',
  reviewed: '/families/:family/reviews/:review',
  meetings: '/meetings',
  meeting: '/meetings/:meeting',
  login: '/login',
  logout: '/logout',
  session: '/session',
  recordIndex: '/families/:family/record',
  record: '/families/:family/record/:kind',
  correct: '/families/:family/facts/:id/correct',
  retract: '/families/:family/facts/:id/retract',
  toOrganisation: '/oidc/start',
  fromOrganisation: '/oidc/callback',
  invented: '/invented',
  asset: '/assets/:file',
  health: '/health',
  ready: '/ready',
  metrics: '/metrics',
  apiQueue: '/api/queue',
  apiFamilies: '/api/families',
  apiStatus: '/api/families/:family/status',
  apiTimeline: '/api/families/:family/timeline',
  apiEvents: '/api/families/:family/events',
  apiLive: '/api/live',
} as const;

export type PathName = keyof typeof paths;

const byPlace = new Map<unknown, PathName>(
  (Object.entries(paths) as [PathName, string][]).map(([name, place]) => [place, name]),
);

/** The name of a place in the table, as the library names it; undefined for what is not in it. */
export const nameOf = (place: unknown): PathName | undefined => byPlace.get(place);

export const isPath = (name: string): name is PathName => Object.hasOwn(paths, name);

type Values = Readonly<Record<string, string | number | undefined>>;

/** A place in the route table with its values filled in; those that are not part of the path become its query. */
export function to(name: PathName, values: Values = {}, anchor = ''): string {
  const left = { ...values };
  const path = paths[name].replace(/:(\w+)/g, (_, key: string) => {
    const value = left[key];
    left[key] = undefined;
    return encodeURIComponent(value ?? '');
  });
  let query = '';
  for (const key in left) {
    const value = left[key];
    if (value !== undefined && value !== '')
      query += `${query === '' ? '?' : '&'}${key}=${encodeURIComponent(value)}`;
  }
  return `${path}${query}${anchor && '#'}${anchor}`;
}
