import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { styles } from '../assets.ts';
import type { Screen } from '../parts/screen.ts';
import { to } from '../paths.ts';
import type { PathName } from '../paths.ts';
import type { Lang } from '../words/lang.ts';
import { frame } from '../words/screens.ts';

interface PageProps {
  readonly screen: Screen;
  readonly title: string;
  /** The same page in the other language. */
  readonly here: (lang: Lang) => string;
  /** Which part of the menu this page belongs to. */
  readonly part?: 'queue' | 'families';
  /** The family whose news is announced, or '*' for all; absent: nothing is announced. */
  readonly liveFor?: string | undefined;
  /** The position that the page shows: what was recorded between it and the opening of the stream is told too. */
  readonly seen?: number;
  /** Only for a page that shows progress. */
  readonly refreshAfterSeconds?: number | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ screen, title, here, part, liveFor, seen, refreshAfterSeconds, children }: PageProps) {
  const { lang, say, link } = screen;
  const other: Lang = lang === 'nl' ? 'en' : 'nl';
  const item = (name: 'queue' | 'families') => (
    <li>
      <a
        href={link(name, { at: undefined, 'known-at': undefined })}
        aria-current={part === name ? 'page' : undefined}
      >
        {say(frame[name])}
      </a>
    </li>
  );
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refreshAfterSeconds !== undefined && (
          <meta http-equiv="refresh" content={String(refreshAfterSeconds)} />
        )}
        <title>{title === 'Waakvlam' ? title : `${title} - Waakvlam`}</title>
        <link rel="icon" href={to('asset', { file: 'icon.svg' })} />
        {styles.map((file) => (
          <link rel="stylesheet" href={to('asset', { file })} />
        ))}
        {liveFor !== undefined && <script src={to('asset', { file: 'live.js' })} defer />}
      </head>
      <body data-live={liveFor} data-seen={seen}>
        <a class="skip" href="#content">
          {say(frame.skip)}
        </a>
        <header class="top">
          <div class="wide bar">
            <a class="brand" href={link('start')}>
              <span class="flame" aria-hidden="true" />
              Waakvlam
            </a>
            <nav aria-label={say(frame.menu)}>
              <ul>
                {item('queue')}
                {item('families')}
              </ul>
            </nav>
            <a class="language" href={here(other)} lang={other} hreflang={other}>
              {say(frame.otherLanguage)}
            </a>
          </div>
        </header>
        {screen.isInvented && (
          <p class="invented">
            <span class="wide">
              <strong>{say(frame.invented)}</strong> {say(frame.inventedMore)}
            </span>
          </p>
        )}
        <p class="danger">
          <span class="wide">
            <strong>{say(frame.danger)}</strong> {say(frame.veiligThuis)}
          </span>
        </p>
        <main id="content" class="wide" tabIndex={-1}>
          <p id="lost" class="note" role="alert" hidden>
            {say(frame.lost)}
          </p>
          <div id="news" role="status" data-text={say(frame.news)} data-show={say(frame.show)} />
          {children}
        </main>
        <footer>
          <div class="wide">
            <p>{say(frame.foot)}</p>
            <p>{say(frame.times)}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

export const html = (page: Parameters<typeof renderToString>[0]): string =>
  `<!doctype html>\n${renderToString(page)}`;

/** The address of a page in each language. */
export const inLanguages =
  (name: PathName, values: Readonly<Record<string, string | number | undefined>> = {}) =>
  (lang: Lang): string =>
    to(name, { ...values, lang: lang === 'nl' ? undefined : lang });
