import type { Views } from '../../read/views.ts';
import { nobody } from '../session.ts';
import { FreshnessNotice } from '../parts/freshness.tsx';
import { screen } from '../parts/screen.ts';
import type { Problem } from '../problem.ts';
import { langs } from '../words/lang.ts';
import { BarePage } from './bare.tsx';
import { html } from './layout.tsx';

/**
 * Whatever goes wrong at the address of a personal link. It depends on nothing but the reason: who holds a link that
 * does not work learns not even whether it ever did. In both languages, so that it holds no address either.
 */
export const watcherProblem =
  ({ freshness }: Pick<Views, 'freshness'>) =>
  ({ title, next }: Problem): string => {
    const known = { isInvented: false, visitor: nobody, freshness };
    const reader = screen({ ...known, lang: 'nl' });
    return html(
      <BarePage screen={reader} title={title.nl}>
        {langs.map((lang) => {
          const Heading = lang === 'nl' ? 'h1' : 'h2';
          return (
            <section lang={lang}>
              <Heading>{title[lang]}</Heading>
              <p>{next[lang]}</p>
              {lang === 'en' && <FreshnessNotice screen={screen({ ...known, lang })} isWatcher />}
            </section>
          );
        })}
      </BarePage>,
    );
  };
