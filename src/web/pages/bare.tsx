import type { ComponentChildren } from 'preact';
import { assetLink } from '../assets.ts';
import { Cover } from '../parts/cover.tsx';
import { FreshnessNotice, Stand } from '../parts/freshness.tsx';
import { HelpLines } from '../parts/help-lines.tsx';
import type { Screen } from '../parts/screen.ts';
import { Away } from '../parts/top.tsx';
import type { Lang } from '../words/lang.ts';
import { frame } from '../words/screens.ts';

interface Props {
  readonly screen: Screen;
  readonly title: string;
  /** The same page in the other language; absent where both languages stand below each other. */
  readonly here?: (lang: Lang) => string;
  readonly children: ComponentChildren;
}

/** A page without menu and without any way into the rest: for who has no account. The quick way out is there. */
export function BarePage({ screen, title, here, children }: Props) {
  const { lang, say } = screen;
  const other: Lang = lang === 'nl' ? 'en' : 'nl';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <link rel="icon" href={assetLink('icon.svg')} />
        <link rel="stylesheet" href={assetLink('pages.css')} />
        <script src={assetLink('frame.js')} type="module" />
        {screen.visitor.kind !== 'nobody' && <script src={assetLink('cover.js')} type="module" />}
      </head>
      <body>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
          {say(frame.skip)}
        </a>
        <header class="utrecht-page-header">
          <div class="utrecht-page-header__content bar">
            <span class="brand">
              <span class="flame" aria-hidden="true" />
              Waakvlam
            </span>
            {here && (
              <a class="language" href={here(other)} lang={other} hreflang={other}>
                {say(frame.otherLanguage)}
              </a>
            )}
            <Away screen={screen} />
          </div>
        </header>
        <aside aria-label={say(frame.bands)}>
          <HelpLines screen={screen} />
          <p id="offline" class="band lost" role="alert" tabIndex={-1} hidden>
            <span class="wide">{say(frame.offline)}</span>
          </p>
        </aside>
        <main id="content" class="wide" tabIndex={-1}>
          <FreshnessNotice screen={screen} isWatcher />
          {children}
          <Stand screen={screen} />
        </main>
        {screen.visitor.kind !== 'nobody' && <Cover screen={screen} />}
      </body>
    </html>
  );
}
