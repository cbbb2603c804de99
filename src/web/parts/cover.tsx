import { h } from 'preact';
import { coverWords } from '../words/screens.ts';
import type { Screen } from './screen.ts';
import { Away } from './top.tsx';

/** Closed until nobody has touched the page for a while (cover.js): then it covers what stands there. */
export function Cover({ screen }: { readonly screen: Screen }) {
  const { say } = screen;
  return h(
    'privacy-screen',
    null,
    <dialog class="cover" aria-labelledby="cover-title">
      <h2 id="cover-title">{say(coverWords.title)}</h2>
      <p>{say(coverWords.why)}</p>
      <div class="row">
        <button class="utrecht-button utrecht-button--primary-action" type="button" data-go-on>
          {say(coverWords.goOn)}
        </button>
        <Away screen={screen} />
      </div>
    </dialog>,
  );
}
