import { h } from 'preact';
import { sessionWords } from '../words/session.ts';
import type { Screen } from './screen.ts';

/** Closed until the session is about to end (session.js): then it says so, and offers to stay. */
export function SessionWarning({ screen: { say, link } }: { readonly screen: Screen }) {
  return h(
    'session-warning',
    { 'data-left': link('session', { lang: undefined }), 'data-over': link('login', { over: 'yes' }) },
    <dialog class="soon" aria-labelledby="soon-title">
      <h2 id="soon-title" data-one={say(sessionWords.one)} data-many={say(sessionWords.many)}>
        {say(sessionWords.one)}
      </h2>
      <p>{say(sessionWords.why)}</p>
      <p data-fixed hidden>
        {say(sessionWords.fixed)}
      </p>
      <p class="unseen" role="status" />
      <button class="utrecht-button utrecht-button--primary-action" type="button" data-stay>
        {say(sessionWords.stay)}
      </button>{' '}
      <button class="utrecht-button utrecht-button--secondary-action" type="button" data-close>
        {say(sessionWords.close)}
      </button>
    </dialog>,
  );
}
