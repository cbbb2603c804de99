import { isUtf8 } from 'node:buffer';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { AccessNotLogged } from '../access/journal.ts';
import { logger, noteShown } from './access-log.ts';
import { admit } from './admit.ts';
import { isForPrograms, problemIn, send } from './answer.ts';
import type { Answer } from './answer.ts';
import { recordEvents } from './api/events.ts';
import * as api from './api/families.ts';
import { listen } from './api/listen.ts';
import { health, ready } from './api/state.ts';
import { assets } from './assets.ts';
import { away } from './away.ts';
import { protectingHeaders, strangerIn } from './guard.ts';
import { attemptLimits, requestLimit } from './limits.ts';
import { accessOfFamily } from './pages/access.tsx';
import { emergency, openInEmergency } from './pages/emergency.tsx';
import { errorPage } from './pages/error.tsx';
import { acknowledge, savedViews } from './pages/families-post.ts';
import { families } from './pages/families.tsx';
import { coverage } from './pages/coverage.tsx';
import { decide, recordDecision } from './pages/decide.tsx';
import { answerAlarm } from './pages/alarm.ts';
import { family } from './pages/family.tsx';
import { familyNetwork } from './pages/family-network.tsx';
import { familyPlan } from './pages/family-plan.tsx';
import { familyRelapse } from './pages/family-relapse.tsx';
import { help } from './pages/help.tsx';
import { changeMeeting, meeting } from './pages/meeting.tsx';
import { beginMeeting, meetings } from './pages/meetings.tsx';
import { enterWithPassword, login } from './pages/login.tsx';
import { leave, logout } from './pages/logout.tsx';
import { fromOrganisation, toOrganisation } from './pages/organisation.tsx';
import { changeColleagues, colleagues } from './pages/colleagues.tsx';
import { changeLinks, links } from './pages/links.tsx';
import { beginFamily, newFamily } from './pages/new-family.tsx';
import { printFor } from './pages/print-for.tsx';
import { notices, seeNotice } from './pages/notices.tsx';
import { audit, auditFile } from './pages/audit.tsx';
import { changePeople, people } from './pages/people.tsx';
import { settings } from './pages/settings.tsx';
import { policy } from './pages/policy.tsx';
import { metrics } from './metrics.ts';
import { queue } from './pages/queue.tsx';
import { answerWatcher, watcher } from './pages/watcher.tsx';
import { watcherProblem } from './pages/watcher-problem.tsx';
import { result } from './pages/result.tsx';
import { resultFile } from './pages/result-file.ts';
import { research } from './pages/research.tsx';
import { pinReview, review } from './pages/review.tsx';
import { reviewed } from './pages/reviewed.tsx';
import { loadInvented, start } from './pages/start.tsx';
import { timeline } from './pages/timeline.tsx';
import { askedFor } from './own-path.ts';
import { paths, to } from './paths.ts';
import { timelineCompare } from './pages/timeline-compare.tsx';
import { fact } from './pages/fact.tsx';
import type { PathName } from './paths.ts';
import { isProblem, problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { queryText } from './query.ts';
import { recordCorrection, showCorrection } from './record/correct.ts';
import { keptAtTheDoor } from './record/keeping.ts';
import { sendAgainPage } from './record/send-again.tsx';
import { dropDraft, recordIndex } from './record/index-page.tsx';
import { recordForm, showForm } from './record/record.ts';
import { recordRetraction, showRetraction } from './record/retract.tsx';
import { requestLog } from './request-log.ts';
import { forProfessionals, forRole, forRoles, forTeam, ofFamily, ofWatcher, open } from './route.ts';
import type { Gate, OpenVisit, Route, Visit } from './route.ts';
import { freshnessHeader } from './freshness.ts';
import { findSession, nobody, visitorOf } from './session.ts';
import { keepSession, sessionLeft } from './session-left.ts';
import type { Web } from './web.ts';

/** What stands at every address, and for whom. */
export const routes = (web: Web): Readonly<Record<PathName, Route>> => ({
  start: { get: open(start(web)) },
  queue: { get: forProfessionals(queue(web)) },
  families: { get: forProfessionals(families(web)) },
  savedViews: { post: forProfessionals(savedViews(web)) },
  acknowledge: { post: ofFamily('record', acknowledge(web)) },
  family: { get: ofFamily('care', family(web)) },
  coverage: { get: ofFamily('care', coverage(web)) },
  decide: { get: ofFamily('decide', decide(web)), post: ofFamily('decide', recordDecision(web)) },
  alarm: { post: ofFamily('care', answerAlarm(web)) },
  familyRelapse: { get: ofFamily('care', familyRelapse(web)) },
  familyPlan: { get: ofFamily('care', familyPlan(web)) },
  familyNetwork: { get: ofFamily('care', familyNetwork(web)) },
  timeline: { get: ofFamily('review', timeline(web)) },
  timelineCompare: { get: ofFamily('review', timelineCompare(web)) },
  fact: { get: ofFamily('review', fact(web)) },
  watcher: { get: ofWatcher(watcher(web)), post: ofWatcher(answerWatcher(web)) },
  newFamily: { get: forProfessionals(newFamily(web)), post: forProfessionals(beginFamily(web)) },
  colleagues: { get: ofFamily('account', colleagues(web)), post: ofFamily('account', changeColleagues(web)) },
  links: { get: ofFamily('care', links(web)), post: ofFamily('care', changeLinks(web)) },
  printFor: { get: ofFamily('print', printFor(web)) },
  review: { get: ofFamily('review', review(web)), post: ofFamily('decide', pinReview(web)) },
  reviewed: { get: ofFamily('review', reviewed(web)) },
  meetings: { get: forTeam(meetings(web)), post: forTeam(beginMeeting(web)) },
  meeting: { get: forTeam(meeting(web)), post: forTeam(changeMeeting(web)) },
  login: { get: open(login(web)), post: open(enterWithPassword(web)) },
  toOrganisation: { get: open(toOrganisation(web)) },
  fromOrganisation: { get: open(fromOrganisation(web)) },
  logout: { get: open(logout(web)), post: open(leave(web)) },
  session: { get: open(sessionLeft(web)), post: open(keepSession(web)) },
  recordIndex: { get: ofFamily('record', recordIndex(web)), post: ofFamily('record', dropDraft(web)) },
  record: { get: ofFamily('record', showForm(web)), post: ofFamily('record', recordForm(web)) },
  correct: { get: ofFamily('record', showCorrection(web)), post: ofFamily('record', recordCorrection(web)) },
  retract: { get: ofFamily('record', showRetraction(web)), post: ofFamily('record', recordRetraction(web)) },
  accessOfFamily: { get: ofFamily('account', accessOfFamily(web)) },
  emergency: { get: forProfessionals(emergency(web)), post: forProfessionals(openInEmergency(web)) },
  notices: { get: forProfessionals(notices(web)), post: forProfessionals(seeNotice(web)) },
  audit: { get: forRole('auditor', audit(web)) },
  auditFile: { get: forRole('auditor', auditFile(web)) },
  people: { get: forRole('administrator', people(web)), post: forRole('administrator', changePeople(web)) },
  settings: { get: forRole('administrator', settings(web)) },
  research: { get: forRole('researcher', research(web)) },
  policy: { get: forRole('policy', policy(web)) },
  result: { get: forRoles(['researcher', 'policy'], result(web)) },
  resultFile: { get: forRoles(['researcher', 'policy'], resultFile(web)) },
  invented: { post: open(loadInvented(web)) },
  help: { get: open(help(web)) },
  away: { get: open(away(web)), post: open(away(web)) },
  asset: { get: open(assets(web.frame)) },
  health: { get: open(health) },
  ready: { get: open(ready(web)) },
  metrics: { get: open(metrics(web)) },
  apiQueue: { get: forProfessionals(api.queue(web)) },
  apiFamilies: { get: forProfessionals(api.families(web)) },
  apiStatus: { get: ofFamily('programme', api.status(web)) },
  apiTimeline: { get: ofFamily('programme', api.timeline(web)) },
  apiEvents: { post: ofFamily('programme', recordEvents(web)) },
  apiLive: { get: forProfessionals(listen(web)) },
});

const largestBody = '1mb';

/** Who has to sign in to read a page is shown where, and comes back to the page, with what was filled in. */
function atTheDoor(web: Web, found: Problem, request: Request): Answer {
  if (found.reason !== 'not-signed-in' || isForPrograms(request.path)) return found;
  const lang = new URLSearchParams(queryText(request.url)).get('lang') === 'en' ? 'en' : 'nl';
  const next = keptAtTheDoor(web, request, lang) ?? askedFor(request);
  return { kind: 'redirect', to: to('login', { next, lang: lang === 'nl' ? undefined : lang }) };
}

export function app(web: Web): Express {
  const server = express();
  server.disable('x-powered-by');
  server.set('etag', false);
  // Queries are read by query.ts, which refuses what it does not know.
  server.set('query parser', false);
  server.enable('case sensitive routing');
  server.set('trust proxy', [...web.site.trustedProxies]);

  const { freshness } = web.views;
  /** Shown as to nobody in particular: a problem may come before it is known who asks. */
  const problemPage =
    ({ visitor }: Pick<OpenVisit, 'visitor'>) =>
    (found: Parameters<typeof errorPage>[0], request: Request): string =>
      errorPage(found, request, { isInvented: web.invented.isInvented, visitor, freshness });
  const watcherPage = watcherProblem(web.views);
  const unknown = problemPage({ visitor: nobody });
  const lastPage: typeof unknown = (found, request) =>
    sendAgainPage(found, request, { isInvented: web.invented.isInvented, visitor: nobody, freshness }) ??
    unknown(found, request);
  const enter =
    (name: PathName, { needs, ask }: Gate) =>
    async (request: Request, response: Response) => {
      const visit = await admit(web, request, name, needs);
      if (isProblem(visit)) {
        if (needs.scope === 'watcher') {
          send(visit, request, response, watcherPage);
          return;
        }
        send(
          atTheDoor(web, visit, request),
          request,
          response,
          problemPage({ visitor: visitorOf(web, request) }),
        );
        return;
      }
      const answer = await answered(name, { needs, ask }, visit, request, response);
      if (isForPrograms(request.path) && !response.headersSent) response.set(freshnessHeader(freshness()));
      send(answer, request, response, needs.scope === 'watcher' ? watcherPage : problemPage(visit));
    };
  /** What goes wrong after somebody was let in is in the access log too. */
  const answered = async (
    name: PathName,
    { needs, ask }: Gate,
    ...[visit, request, response]: [Visit, Request, Response]
  ): Promise<Answer> => {
    try {
      const answer = await ask(request, response, visit);
      noteShown(web, request, name, visit, answer);
      return answer;
    } catch (error) {
      const isNoted = !(error instanceof AccessNotLogged) && needs.scope === 'family' && 'family' in visit;
      if (isNoted) logger(web, request, name, visit.visitor).failed(needs.purpose, visit);
      throw error;
    }
  };
  const refuse = (find: (request: Request) => Problem) => (request: Request, response: Response) => {
    // Who is signed in keeps the menu.
    send(find(request), request, response, problemPage({ visitor: visitorOf(web, request) }));
  };

  server.use(requestLog(web));
  server.use(...protectingHeaders(web.site));
  server.use((request, response, next) => {
    const stranger = strangerIn(web.site, request);
    if (stranger) send(stranger, request, response, unknown);
    else next();
  });

  const slow = (found: Problem, request: Request, response: Response) => {
    send(found, request, response, unknown);
  };
  server.use(findSession(web));
  server.use(requestLimit(web, slow));

  const json = express.json({
    limit: largestBody,
    strict: false,
    type: 'application/json',
    verify: (_request, _response, body, charset) => {
      // What is no UTF-8 would be stored changed.
      if (charset !== 'utf-8' || !isUtf8(body))
        throw Object.assign(new Error('no UTF-8'), { type: 'entity.parse.failed' });
    },
  });
  const form = express.urlencoded({ limit: '100kb', extended: false });
  server.post(paths.login, form, ...attemptLimits(slow));
  for (const [name, route] of Object.entries(routes(web)) as [PathName, Route][]) {
    const place = server.route(paths[name]);
    if (route.get) place.get(enter(name, route.get));
    if (route.post) place.post(json, form, enter(name, route.post));
    const allowed = [...(route.get ? ['GET', 'HEAD'] : []), ...(route.post ? ['POST'] : [])].join(', ');
    place.all(refuse(() => problem('wrong-method', { headers: { Allow: allowed } })));
  }
  server.use(refuse(() => problem('not-found')));

  server.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const known = problemIn(error);
    if (!known || known.status >= 500) web.logger.error({ err: error }, 'a request failed');
    if (response.headersSent) next(error);
    else send(known ?? problem('failed'), request, response, lastPage);
  });
  return server;
}
