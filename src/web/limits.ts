import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { AugmentedRequest, Options } from 'express-rate-limit';
import { accountIn } from './pages/login.tsx';
import { isOperator } from './metrics.ts';
import { paths } from './paths.ts';
import { problem } from './problem.ts';
import type { Problem, ProblemReason } from './problem.ts';
import type { Web } from './web.ts';

/** How a refusal reaches the visitor. */
type Refuse = (found: Problem, request: Request, response: Response) => void;

const minute = 60_000;
const attemptWindow = 15 * minute;
const attemptsPerAccount = 10;
/** Colleagues may share one address. */
const attemptsPerAddress = 50;
/** From here on every wrong password makes the next answer a little later. */
const patientAttempts = 5;
const waitStep = 200;
const longestWait = 2000;

/** Keeps a program from asking more than people do. */
export const requestLimit = (
  { site, operator }: Pick<Web, 'site' | 'operator'>,
  refuse: Refuse,
): RequestHandler =>
  limit(refuse, 'too-many-requests', {
    windowMs: minute,
    limit: site.requestsPerMinute,
    // Who guesses at the token is counted like everybody.
    skip: (request) =>
      request.path === paths.health ||
      request.path === paths.ready ||
      (request.path === paths.metrics && isOperator({ operator }, request)),
    keyGenerator: (request) =>
      request.session.account === undefined ? addressOf(request) : `session ${request.sessionID}`,
  });

/** Guessing passwords gets slower, and then stops for a while: of one account, and from one address. */
export const attemptLimits = (refuse: Refuse): readonly RequestHandler[] => [
  limit(refuse, 'too-many-attempts', {
    windowMs: attemptWindow,
    limit: attemptsPerAddress,
    skipSuccessfulRequests: true,
    keyGenerator: addressOf,
  }),
  limit(refuse, 'too-many-attempts', {
    windowMs: attemptWindow,
    limit: attemptsPerAccount,
    skipSuccessfulRequests: true,
    skip: (request) => accountOf(request) === '',
    keyGenerator: (request) => `account ${accountOf(request)}`,
  }),
  async (request, _response, next) => {
    const used = accountOf(request) === '' ? 0 : (limitOf(request)?.used ?? 0);
    const delay = Math.min(longestWait, (used - patientAttempts) * waitStep);
    if (delay > 0) await wait(delay);
    next();
  },
];

const limit = (refuse: Refuse, reason: ProblemReason, options: Partial<Options>): RequestHandler =>
  rateLimit({
    standardHeaders: false,
    legacyHeaders: false,
    // Which proxies are believed is a setting of ours; the library would write its doubts to the console.
    validate: false,
    ...options,
    handler: (request, response) => {
      const until = limitOf(request)?.resetTime?.getTime() ?? Date.now() + minute;
      const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
      refuse(problem(reason, { headers: { 'Retry-After': String(seconds) } }), request, response);
    },
  });

const limitOf = (request: Request) => (request as Partial<AugmentedRequest>)['rateLimit'];

const addressOf = ({ ip = '' }: Request): string => `address ${ipKeyGenerator(ip)}`;

const accountOf = ({ body }: Request): string => accountIn((body ?? {}) as Readonly<Record<string, unknown>>);
