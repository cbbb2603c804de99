import { to } from '../paths.ts';
import type { Lang } from '../words/lang.ts';
import { frame } from '../words/screens.ts';
import { signInWords } from '../words/sign-in.ts';
import { HelpLines } from './help-lines.tsx';
import { EmergencyBand } from './emergency.tsx';
import { menuOf } from './menu.ts';
import type { Part } from './menu.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly here: (lang: Lang) => string;
  readonly part: Part | undefined;
}

/** What stands above every page: name, who is signed in, language, the quick way out, menu and help lines. */
export function Top({ screen, here, part }: Props) {
  const { lang, say, link, visitor } = screen;
  const other: Lang = lang === 'nl' ? 'en' : 'nl';
  const now = { at: undefined, 'known-at': undefined };
  const menu = menuOf(visitor);
  return (
    <>
      <header class="utrecht-page-header">
        <div class="utrecht-page-header__content bar">
          <a class="brand" href={link('start')}>
            <span class="flame" aria-hidden="true" />
            Waakvlam
          </a>
          <Me screen={screen} />
          <a class="language" href={here(other)} lang={other} hreflang={other}>
            {say(frame.otherLanguage)}
          </a>
          <Away screen={screen} />
        </div>
      </header>
      <nav class="menu" aria-label={say(frame.menu)}>
        <ul class="wide">
          {menu.map(({ name, text }) => (
            <li>
              <a href={link(name, now)} aria-current={part === name ? 'page' : undefined}>
                {say(text)}
              </a>
            </li>
          ))}
          <li>
            <a href={link('help')} aria-current={part === 'help' ? 'page' : undefined}>
              {say(frame.help)}
            </a>
          </li>
        </ul>
      </nav>
      <aside aria-label={say(frame.bands)}>
        {screen.isInvented && (
          <p class="band invented">
            <span class="wide">
              <strong>{say(frame.invented)}</strong> {say(frame.inventedMore)}
            </span>
          </p>
        )}
        <EmergencyBand relation={screen.relation} screen={screen} />
        <HelpLines screen={screen} />
        <p id="offline" class="band lost" role="alert" tabIndex={-1} hidden>
          <span class="wide">{say(frame.offline)}</span>
        </p>
      </aside>
    </>
  );
}

function Me({ screen: { say, link, visitor } }: Pick<Props, 'screen'>) {
  if (visitor.kind !== 'person') return null;
  return (
    <div class="me">
      <span class="me-name">
        <span class="unseen">{say(frame.signedIn)} </span>
        {visitor.account.name}
      </span>
      <form action={link('logout')} method="post">
        <button class="plain" type="submit">
          {say(signInWords.out)}
        </button>
      </form>
    </div>
  );
}

/** A link, so that it works without scripts; with them it leaves no trace in the history of the tab. */
export function Away({ screen: { say } }: Pick<Props, 'screen'>) {
  return (
    <a class="away" href={to('away')} rel="noreferrer" data-away>
      {say(frame.away)}
    </a>
  );
}
