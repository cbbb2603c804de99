import type { Ask } from '../route.ts';
import type { Invented } from '../invented.ts';
import type { Screen } from '../parts/screen.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Web } from '../web.ts';
import { startWords } from '../words/screens.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { homeOf } from '../home.ts';
import { readerOf } from './reader.ts';

/** An empty store is offered the invented region; a filled one opens with the relapse queue. */
export const start =
  (web: Pick<Web, 'views' | 'invented' | 'site' | 'relations' | 'emergencies'>): Ask =>
  (request, _response, visit) => {
    const { views, invented, site } = web;
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { state } = invented.progress();
    const isFilled = views.position() > 0 && state !== 'loading' && state !== 'failed';
    if (isFilled) return { kind: 'redirect', to: screen.link(homeOf(web, visit.visitor)) };
    if (visit.visitor.kind === 'nobody' && !site.allowsLocalPeople)
      return { kind: 'redirect', to: screen.link('login') };
    return { kind: 'page', html: html(<Start screen={screen} invented={invented} />) };
  };

/** Asked with a form, and only with the box ticked. */
export const loadInvented =
  ({ invented, site }: Pick<Web, 'invented' | 'site'>): Ask =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    // Invented data are for getting to know Waakvlam on one machine.
    if (!site.allowsLocalPeople) return problem('no-local-people');
    if (!request.is('application/x-www-form-urlencoded'))
      return problem('wrong-media-type', { path: 'Content-Type' });
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (form['confirmed'] !== 'yes') return problem('unconfirmed', { path: 'confirmed' });
    if (!invented.load()) return problem('not-empty');
    return { kind: 'redirect', to: screen.link('start') };
  };

function Start({ screen, invented }: { readonly screen: Screen; readonly invented: Invented }) {
  const { say } = screen;
  const { state, done, total } = invented.progress();
  return (
    <Page
      screen={screen}
      title={say(startWords.title)}
      here={inLanguages('start')}
      refreshAfterSeconds={state === 'loading' ? 2 : undefined}
    >
      <h1>{say(startWords.title)}</h1>
      <p class="lead">{say(startWords.lead)}</p>
      {state === 'loading' && (
        <section aria-labelledby="loading">
          <h2 id="loading">{say(startWords.loading)}</h2>
          <p>
            <progress aria-labelledby="loading" value={done} max={total} />{' '}
            {say(startWords.loaded(done, total))}
          </p>
          <p>{say(startWords.again)}</p>
        </section>
      )}
      {state === 'failed' && <p class="note">{say(startWords.failed)}</p>}
      {state === 'idle' && <Offer screen={screen} />}
    </Page>
  );
}

function Offer({ screen }: { readonly screen: Screen }) {
  const { say, link } = screen;
  return (
    <section aria-labelledby="empty">
      <h2 id="empty">{say(startWords.empty)}</h2>
      <p>{say(startWords.offer)}</p>
      <form class="offer" action={link('invented')} method="post">
        <p>
          <input id="confirmed" type="checkbox" name="confirmed" value="yes" required />{' '}
          <label for="confirmed">{say(startWords.confirm)}</label>
        </p>
        <button type="submit">{say(startWords.load)}</button>
      </form>
      <p>{say(startWords.own)}</p>
    </section>
  );
}
