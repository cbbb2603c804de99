import type { Request } from 'express';
import { demoPassword } from '../../access/demo-people.ts';
import type { Answer } from '../answer.ts';
import { ownPath } from '../own-path.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, OpenVisit } from '../route.ts';
import { signIn } from '../session.ts';
import type { Web } from '../web.ts';
import type { Text } from '../words/lang.ts';
import { signInWords } from '../words/sign-in.ts';
import { html } from './layout.tsx';
import { Login } from './login-form.tsx';
import type { Ways } from './login-form.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'people' | 'site' | 'invented' | 'provider'>;

/** Shows every way in that this installation has. */
export const login =
  (web: Needs): Ask =>
  (request, _response, visit) =>
    loginPage(web, request, visit);

/** Lets somebody in with a password, or an invented person with one click. */
export const enterWithPassword =
  (web: Needs): Ask =>
  async (request, _response, visit) => {
    if (!web.site.allowsLocalPeople) return problem('no-local-people');
    const form = formIn(request);
    if (isProblem(form)) return form;
    const demo = web.people.demo().find(({ id }) => id === form.demo);
    if (demo) return await entered(request, demo);
    if (form.account === '' || form.password === '')
      return loginPage(web, request, visit, { error: signInWords.missing, account: form.account });
    const account = await web.people.recognise(form.account, form.password);
    if (account) return await entered(request, account);
    return loginPage(web, request, visit, { error: signInWords.wrong, account: form.account });
  };

async function entered(request: Request, account: { readonly id: string }): Promise<Answer> {
  const query = readQuery(request, ['next', 'lang']);
  if (isProblem(query)) return query;
  await signIn(request, account);
  return { kind: 'redirect', to: ownPath(query.next) };
}

interface Refused {
  readonly error: Text;
  readonly account: string;
}

function loginPage(web: Needs, request: Request, visit: OpenVisit, refused?: Refused): Answer {
  const query = readQuery(request, ['next', 'lang', 'over']);
  const screen = readerOf(query, web.invented, visit);
  if (isProblem(query)) return query;
  if (isProblem(screen)) return screen;
  const next = ownPath(query.next);
  if (visit.visitor.kind === 'person' && !refused) return { kind: 'redirect', to: next };
  const page = <Login {...{ screen, next, refused }} ways={waysIn(web)} isOver={query.over !== undefined} />;
  return { kind: 'page', html: html(page), status: refused ? 403 : 200 };
}

const waysIn = ({ people, site, provider }: Needs): Ways => ({
  hasOrganisation: provider !== undefined,
  hasPasswords: site.allowsLocalPeople && (people.hasLocal() || people.demo().length > 0),
  isForNobody: !provider && site.allowsLocalPeople && !people.hasLocal() && people.demo().length === 0,
  demo: people.demo(),
  demoPassword,
});

interface Form {
  readonly demo: string;
  readonly account: string;
  readonly password: string;
}

function formIn(request: Request): Form | Problem {
  if (!request.is('application/x-www-form-urlencoded'))
    return problem('wrong-media-type', { path: 'Content-Type' });
  const fields = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    demo: field('demo'),
    account: accountIn(fields),
    password: field('password'),
  };
}

/** People type capitals and spaces; accounts have none. */
export const accountIn = (fields: Readonly<Record<string, unknown>>): string =>
  typeof fields['account'] === 'string' ? fields['account'].trim().toLowerCase().slice(0, 80) : '';
