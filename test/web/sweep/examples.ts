import type { AccountId } from '../people.ts';
import { forms, kindOf } from '../../../src/web/record/forms/all.ts';
import type { PathName } from '../../../src/web/paths.ts';

/** An address of every page, for the sweep; a path that is no page says so with an empty list. */
export interface Example {
  /** What stands between braces is known once there is a store (store.ts). */
  readonly path: string;
  readonly status?: number;
  /** Who asks: the tester, who is monitor and team member, unless somebody else is named. */
  readonly as?: AccountId | 'nobody';
  /** Much like another page: looked at in one language and one width. */
  readonly isBrief?: boolean;
}

export const family = 'fam-0003';
const page = (path: string, status = 200): Example => ({ path, status });
const of = (rest = '', more: Partial<Example> = {}): Example => ({
  path: `/families/${family}${rest}`,
  ...more,
});
const asMonitor = (path: string): Example => ({ path, as: 'monitor', isBrief: true });
const asTeam = (path: string): Example => ({ path, as: 'team', isBrief: true });
const asNobody = (path: string, status = 200): Example => ({ path, status, as: 'nobody' });
const noPage: readonly Example[] = [];

/** The forms differ in their fields only: these have every kind of field. */
const mainKinds = ['incident-recorded', 'relapse-judged', 'monitor-checked-in', 'plan-activated'];

export const examples: Readonly<Record<PathName, readonly Example[]>> = {
  start: noPage,
  queue: [page('/queue'), asMonitor('/queue'), asTeam('/queue')],
  families: [
    page('/families'),
    page('/families?q=zzz'),
    page('/families?status=unknown&sort=contact'),
    asMonitor('/families'),
    asTeam('/families'),
  ],
  savedViews: noPage,
  acknowledge: noPage,
  family: [of(), of('?at={earlier}&known-at={earlier}')],
  coverage: [of('/coverage')],
  familyRelapse: [of('/relapse')],
  familyPlan: [of('/plan')],
  familyNetwork: [of('/network')],
  decide: [of('/decide')],
  alarm: noPage,
  timeline: [of('/timeline'), of('/timeline?at={earlier}&known-at={earlier}', { isBrief: true })],
  timelineCompare: [of('/timeline/compare'), of('/timeline/compare?known-at={earlier}')],
  fact: [of('/facts/{fact}')],
  recordIndex: [of('/record')],
  record: forms
    .map(({ type }) => kindOf(type))
    .map((kind) => of(`/record/${kind}`, { isBrief: !mainKinds.includes(kind) })),
  correct: [of('/facts/{fact}/correct')],
  retract: [of('/facts/{fact}/retract')],
  watcher: [asNobody('/w/{secret}'), asNobody('/w/{secretWithCode}'), asNobody('/w/not-a-secret', 404)],
  newFamily: [page('/new-family')],
  colleagues: [of('/colleagues')],
  links: [of('/links')],
  printFor: [of('/for/{person}')],
  toOrganisation: noPage,
  fromOrganisation: noPage,
  accessOfFamily: [of('/access')],
  emergency: [page('/families/fam-0099/emergency')],
  notices: [page('/notices')],
  login: [asNobody('/login'), asNobody('/login?next=%2Fqueue&over=yes')],
  logout: [page('/logout')],
  session: noPage,
  help: [page('/help'), asNobody('/help')],
  review: [of('/review'), of('/review?meeting={meeting}', { isBrief: true })],
  reviewed: [of('/reviews/{review}')],
  audit: [{ path: '/audit', as: 'auditor' }],
  auditFile: noPage,
  people: [{ path: '/people', as: 'administrator' }],
  settings: [{ path: '/settings', as: 'administrator' }],
  research: [{ path: '/research', as: 'researcher' }],
  policy: [{ path: '/policy', as: 'policy' }],
  result: [
    { path: '/results/cohort', as: 'policy' },
    { path: '/results/lab', as: 'researcher' },
    { path: '/results/projection', as: 'researcher', isBrief: true },
  ],
  resultFile: noPage,
  meetings: [page('/meetings')],
  meeting: [page('/meetings/{meeting}')],
  away: noPage,
  invented: noPage,
  asset: noPage,
  health: noPage,
  ready: noPage,
  metrics: noPage,
  apiQueue: noPage,
  apiFamilies: noPage,
  apiStatus: noPage,
  apiTimeline: noPage,
  apiEvents: noPage,
  apiLive: noPage,
};

/** Pages that stand at no path: what went wrong. */
export const troubles: readonly Example[] = [
  page('/nothing', 404),
  page('/families/nobody', 403),
  page('/families?cursor=1&cursor=2', 400),
];
