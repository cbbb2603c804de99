import { Button } from '../parts/button.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask } from '../route.ts';
import { signOut } from '../session.ts';
import type { Web } from '../web.ts';
import { signInWords } from '../words/sign-in.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** A button: an address alone, on a page of somebody else, must not sign anybody out. */
export const logout =
  ({ invented }: Pick<Web, 'invented'>): Ask =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { say, link } = screen;
    if (visit.visitor.kind !== 'person') return { kind: 'redirect', to: link('login') };
    const page = (
      <Page screen={screen} title={say(signInWords.outTitle)} here={inLanguages('logout')}>
        <h1>{say(signInWords.outTitle)}</h1>
        <p class="lead">{say(signInWords.outLead)}</p>
        <form action={link('logout')} method="post">
          <Button>{say(signInWords.out)}</Button>
        </form>
      </Page>
    );
    return { kind: 'page', html: html(page) };
  };

export const leave =
  (web: Pick<Web, 'site' | 'invented'>): Ask =>
  async (request, response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), web.invented, visit);
    if (isProblem(screen)) return screen;
    await signOut(web, request, response);
    return { kind: 'redirect', to: screen.link('login') };
  };
