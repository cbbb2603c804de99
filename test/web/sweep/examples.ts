import type { AccountId } from '../people.ts';
import type { PathName } from '../../../src/web/paths.ts';

/** An address of every page, for the sweep; a path that is no page says so. */
export interface Example {
  readonly path: string;
  readonly status?: number;
  /** Who asks: the tester, who is monitor and team member, unless somebody else is named. */
  readonly as?: AccountId | 'nobody';
}

export const family = 'fam-0003';
const page = (path: string, status = 200): Example => ({ path, status });
const of = (rest = '') => page(`/families/${family}${rest}`);
const noPage: readonly Example[] = [];

export const examples: Readonly<Partial<Record<PathName, readonly Example[]>>> = {
  start: noPage,
  queue: [page('/queue')],
  families: [page('/families'), page('/families?q=zzz'), page('/families?status=unknown&sort=contact')],
  savedViews: noPage,
  acknowledge: noPage,
  family: [of(), of('?at=2026-06-01T12:00')],
  coverage: [of('/coverage')],
  familyRelapse: [of('/relapse')],
  familyPlan: [of('/plan')],
  familyNetwork: [of('/network')],
  decide: [of('/decide')],
  alarm: noPage,
  timeline: [of('/timeline'), of('/timeline?at=2026-10-01T12:00&known-at=2026-10-01T12:00')],
  timelineCompare: [of('/timeline/compare')],
  fact: [of('/facts/fam-0003.20')],
  recordIndex: [of('/record')],
  record: ['incident-recorded', 'relapse-judged', 'contact-held', 'monitor-checked-in'].map((kind) =>
    of(`/record/${kind}`),
  ),
  correct: [of('/facts/fam-0003.20/correct')],
  retract: [of('/facts/fam-0003.20/retract')],
  watcher: [{ path: '/w/not-a-secret', as: 'nobody', status: 404 }],
  links: [of('/links')],
  printFor: [of('/for/person:parent-1')],
  toOrganisation: noPage,
  fromOrganisation: noPage,
  accessOfFamily: [of('/access')],
  emergency: [page('/families/fam-0099/emergency')],
  notices: noPage,
  login: [{ path: '/login', as: 'nobody' }],
  logout: noPage,
  help: [page('/help'), { path: '/help', as: 'nobody' }],
  review: [of('/review')],
  reviewed: [page(`/families/${family}/reviews/nothing`, 404)],
  meetings: [page('/meetings')],
  meeting: [page('/meetings/nothing', 404)],
  away: noPage,
  invented: noPage,
  asset: noPage,
  health: noPage,
  ready: noPage,
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
