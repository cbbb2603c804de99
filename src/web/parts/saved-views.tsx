import type { SavedView } from '../../access/saved-views.ts';
import { to } from '../paths.ts';
import { familiesWords } from '../words/families.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly saved: readonly SavedView[];
  /** What the address says now. */
  readonly view: string;
  readonly screen: Screen;
}

export function SavedViewsPart({ saved, view, screen }: Props) {
  const { say, link, lang } = screen;
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{say(familiesWords.views)}</h2>
      {saved.length === 0 ? (
        <p>{say(familiesWords.noViews)}</p>
      ) : (
        <ul class="saved">
          {saved.map(({ name, query }) => (
            <li>
              <a
                href={to('families', {
                  ...Object.fromEntries(new URLSearchParams(query)),
                  lang: lang === 'nl' ? undefined : lang,
                })}
              >
                {name}
              </a>{' '}
              <form class="inline" action={link('savedViews')} method="post">
                <input type="hidden" name="forget" value={name} />
                <input type="hidden" name="view" value={view} />
                <button
                  class="utrecht-button utrecht-button--subtle"
                  type="submit"
                  aria-label={say(familiesWords.forget(name))}
                >
                  ×
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="keep" action={link('savedViews')} method="post">
        <input type="hidden" name="view" value={view} />
        <label for="view-name">{say(familiesWords.viewName)}</label>{' '}
        <input
          id="view-name"
          name="name"
          maxLength={40}
          required
          autocomplete="off"
          aria-describedby="view-hint"
        />{' '}
        <button class="utrecht-button utrecht-button--secondary-action" type="submit">
          {say(familiesWords.save)}
        </button>
        <span id="view-hint" class="hint">
          {say(familiesWords.viewHint)}
        </span>
      </form>
    </section>
  );
}
