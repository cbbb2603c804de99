import type { Request } from 'express';
import type { Answer } from '../answer.ts';
import type { Asked } from '../../read/views.ts';
import type { Command } from '../../write/handle.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, WatcherVisit } from '../route.ts';
import { bellErrors, errorsIn, filledIn, keyOf, nothingFilledIn, stopErrors } from '../watcher/answers.ts';
import type { Body, Errors, Filled } from '../watcher/answers.ts';
import { AgreementPage, CodePage, StoppedPage } from '../watcher/agreement-page.tsx';
import type { Doing } from '../watcher/agreement-page.tsx';
import { givePass, hasPass } from '../watcher/pass.ts';
import { bell, checkIn, stop } from '../watcher/record.ts';
import { done } from '../watcher/sent.tsx';
import type { Done } from '../watcher/sent.tsx';
import { watcherWords } from '../words/watcher.ts';
import { html } from './layout.tsx';
import { readerOf } from './reader.ts';
import type { Screen } from '../parts/screen.ts';
import type { Web } from '../web.ts';

type Needs = Pick<Web, 'views' | 'handle' | 'links' | 'now' | 'invented' | 'site'>;

/** How long a message may take to come back; then it is still safe, only the page is older. */
const patienceMs = 2000;

interface Opened {
  readonly screen: Screen;
  readonly secret: string;
  readonly all: readonly Asked[];
  readonly asked: Asked;
  readonly doing: Doing;
  readonly sent: Done | undefined;
}

function open({ views, now, invented }: Needs, request: Request, visit: WatcherVisit): Opened | Answer {
  const query = readQuery(request, ['lang', 'about', 'do', 'sent']);
  if (isProblem(query)) return query;
  const screen = readerOf(query, invented, visit);
  if (isProblem(screen)) return screen;
  const { link } = visit;
  const all = views.asked(link.family, link.party, now());
  const asked = all.find(({ agreement }) => keyOf(link, agreement) === query.about) ?? all[0];
  if (!asked) return problem('link-ended');
  return {
    screen,
    secret: String(request.params['secret']),
    all,
    asked,
    doing: query.do === 'bell' || query.do === 'stop' ? query.do : 'check-in',
    sent: done.find((each) => each === query.sent),
  };
}

/** The agreement in the watcher's own words, and thirty seconds of questions; nobody is named. */
export const watcher =
  (web: Needs): Ask<WatcherVisit> =>
  (request, _response, visit) => {
    const opened = open(web, request, visit);
    if ('kind' in opened) return opened;
    if (!hasPass(web, request, visit.link)) return codePage(opened, null);
    return show(web, visit, opened, nothingFilledIn, {});
  };

const codePage = ({ screen, secret }: Opened, left: number | null): Answer => ({
  kind: 'page',
  status: left === null ? 200 : 422,
  html: html(<CodePage screen={screen} secret={secret} left={left} />),
});

function show(web: Needs, { link }: WatcherVisit, opened: Opened, filled: Filled, errors: Errors): Answer {
  const { asked, ...rest } = opened;
  const words = asked.told.map((record) => web.views.text(record)).find((text) => text !== undefined);
  return {
    kind: 'page',
    status: Object.keys(errors).length === 0 ? 200 : 422,
    html: html(
      <AgreementPage {...rest} asked={asked} link={link} words={words} filled={filled} errors={errors} />,
    ),
  };
}

/** A code, a check-in, the bell, or "I cannot": each is one fact, however often it is sent. */
export const answerWatcher =
  (web: Needs): Ask<WatcherVisit> =>
  async (request, response, visit) => {
    const opened = open(web, request, visit);
    if ('kind' in opened) return opened;
    const { link } = visit;
    const { screen, secret, all } = opened;
    const body = (request.body ?? {}) as Body;
    if (!hasPass(web, request, link)) {
      const code = typeof body['code'] === 'string' ? body['code'].trim() : '';
      const trial = web.links.tryCode(link, secret, code, web.now());
      if (trial.kind === 'wrong')
        return trial.left === 0 ? problem('link-ended') : codePage(opened, trial.left);
      givePass(web, response, { link, proof: trial.proof, now: web.now() });
      return { kind: 'redirect', to: screen.link('watcher', { secret }) };
    }
    const about = body['about'];
    const asked = all.find(({ agreement }) => keyOf(link, agreement) === about) ?? opened.asked;
    const what = body['do'];
    const doing: Doing = what === 'bell' || what === 'stop' ? what : 'check-in';
    const told = { ...opened, asked, doing, sent: undefined };
    const filled = filledIn(body);
    const errors = errorsOf(doing, filled, asked);
    if (Object.keys(errors).length > 0) return show(web, visit, told, filled, errors);
    const event =
      doing === 'bell'
        ? bell({ link, asked, filled })
        : doing === 'stop'
          ? stop({ link, filled }, all, web.now())
          : checkIn({ link, asked, filled });
    const outcome = await record(web, { family: link.family, events: [event], expected: 'any' });
    if (outcome === 'unavailable') return show(web, visit, told, filled, { text: watcherWords.notSent });
    if (outcome === 'refused') return problem('link-ended');
    if (doing === 'stop' && filled.howLong === 'forever') {
      // Here and not by the fact alone: nothing is written if a fact that the watcher may not know said so before.
      web.links.end(link.family, link.party, web.now());
      return { kind: 'page', html: html(<StoppedPage screen={screen} />) };
    }
    const sent: Done = doing === 'bell' ? 'bell' : doing === 'stop' ? 'away' : afterCheckIn(filled);
    return {
      kind: 'redirect',
      to: screen.link('watcher', { secret, about: keyOf(link, asked.agreement), sent }),
    };
  };

function errorsOf(doing: Doing, filled: Filled, asked: Asked): Errors {
  if (doing === 'bell') return bellErrors(filled);
  return doing === 'stop' ? stopErrors(filled) : errorsIn(filled, asked);
}

/** Who is worried is offered the bell at once. */
const afterCheckIn = ({ worry, result }: Filled): Done =>
  Number(worry) >= 2 || result === 'broken' ? 'worried' : 'sent';

/**
 * What cannot be recorded is answered like a link that has ended, whatever the reason: reasons tell about a family. Only
 * where nothing can be written at all is what was typed shown again, to be sent a minute later.
 */
async function record(
  { handle, views }: Needs,
  command: Command,
): Promise<'recorded' | 'refused' | 'unavailable'> {
  try {
    const outcome = await handle(command);
    if (outcome.kind === 'recorded') await views.reached(outcome.receipt.position, patienceMs);
    return outcome.kind === 'recorded' || outcome.kind === 'nothing-new' ? 'recorded' : 'refused';
  } catch (error) {
    if (error instanceof Error && error.name === 'LogUnavailable') return 'unavailable';
    throw error;
  }
}
