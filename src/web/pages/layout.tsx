import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beginning } from '../../domain/instant.ts';
import { assetLink } from '../assets.ts';
import type { AssetName } from '../assets.ts';
import { Cover } from '../parts/cover.tsx';
import { When } from '../parts/small.tsx';
import { FreshnessNews, FreshnessNotice, Stand } from '../parts/freshness.tsx';
import { SessionWarning } from '../parts/session-warning.tsx';
import type { Part } from '../parts/menu.ts';
import type { Screen } from '../parts/screen.ts';
import { Top } from '../parts/top.tsx';
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
  readonly part?: Part;
  /** The family whose news is announced, or '*' for all; absent: nothing is announced. */
  readonly liveFor?: string | undefined;
  /** The position that the page shows: what was recorded between it and the opening of the stream is told too. */
  readonly seen?: number;
  /** Only for a page that shows progress. */
  readonly refreshAfterSeconds?: number | undefined;
  /** Files that this page needs besides. */
  readonly scripts?: readonly AssetName[];
  readonly styles?: readonly AssetName[];
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Page(props: PageProps) {
  const { screen, title, here, part, liveFor, seen, refreshAfterSeconds, children } = props;
  const { scripts = [], styles = [] } = props;
  const { lang, say } = screen;
  const isPerson = screen.visitor.kind === 'person';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refreshAfterSeconds !== undefined && (
          <meta http-equiv="refresh" content={String(refreshAfterSeconds)} />
        )}
        <title>{title === 'Waakvlam' ? title : `${title} - Waakvlam`}</title>
        <link rel="icon" href={assetLink('icon.svg')} />
        <link rel="stylesheet" href={assetLink('pages.css')} />
        <script src={assetLink('frame.js')} type="module" />
        {screen.visitor.kind !== 'nobody' && <script src={assetLink('cover.js')} type="module" />}
        {isPerson && <script src={assetLink('session.js')} type="module" />}
        {liveFor !== undefined && <script src={assetLink('live.js')} defer />}
        {styles.map((file) => (
          <link rel="stylesheet" href={assetLink(file)} />
        ))}
        {scripts.map((file) => (
          <script src={assetLink(file)} type="module" />
        ))}
      </head>
      <body data-live={liveFor} data-seen={liveFor === undefined ? undefined : screen.begunAt}>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
          {say(frame.skip)}
        </a>
        <Top screen={screen} here={here} part={part} />
        <main id="content" class="wide" tabIndex={-1}>
          <p class="on-paper">
            Waakvlam. {title}.{' '}
            {isPerson && screen.begunAt !== beginning && (
              <>
                {say(frame.madeAt)} <When at={screen.begunAt} screen={screen} />.{' '}
              </>
            )}
            {seen !== undefined && say(frame.onPaper(seen))}
          </p>
          <FreshnessNotice screen={screen} />
          <p id="lost" class="note" role="alert" hidden>
            {say(frame.lost)}
          </p>
          <div id="news" role="status" data-text={say(frame.news)} data-show={say(frame.show)} />
          {children}
        </main>
        <footer class="utrecht-page-footer">
          <div class="utrecht-page-footer__content">
            <Stand screen={screen} />
            <p>{say(frame.foot)}</p>
            <p>{say(frame.times)}</p>
          </div>
        </footer>
        {liveFor !== undefined && <FreshnessNews screen={screen} />}
        {screen.visitor.kind !== 'nobody' && <Cover screen={screen} />}
        {isPerson && <SessionWarning screen={screen} />}
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
