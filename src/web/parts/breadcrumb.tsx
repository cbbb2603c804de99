import { partWords } from '../words/parts.ts';
import type { Screen } from './screen.ts';

/**
 * Where a page stands: `<Breadcrumb screen={screen} trail={[{ href: link('families'), name: say(...) }]} here={title} />`
 * as the first thing inside Page, above the h1.
 */
interface Props {
  readonly screen: Screen;
  readonly trail: readonly { readonly href: string; readonly name: string }[];
  readonly here: string;
}

export function Breadcrumb({ screen, trail, here }: Props) {
  return (
    <nav class="utrecht-breadcrumb-nav" aria-label={screen.say(partWords.breadcrumb)}>
      <ol class="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {trail.map(({ href, name }) => (
          <li class="utrecht-breadcrumb-nav__item">
            <a class="utrecht-link utrecht-link--html-a utrecht-breadcrumb-nav__link" href={href}>
              {name}
            </a>
          </li>
        ))}
        <li class="utrecht-breadcrumb-nav__item" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}
