import type { Signs } from '../news.ts';
import { familiesNews } from '../words/families.ts';
import { queueNews } from '../words/queue.ts';
import type { Screen } from './screen.ts';

/** For live.js: what this page shows, and the words for what is new beside it. */
export function Shown({ signs, screen }: { readonly signs: Signs; readonly screen: Screen }) {
  const words = Object.fromEntries(
    Object.entries(queueNews).map(([name, forms]) => [name, forms.map(screen.say)]),
  );
  return <div id="shown" hidden data-signs={JSON.stringify(signs)} data-words={JSON.stringify(words)} />;
}

/** For live.js, on a page with many families: the words for news of some of them. */
export function Counted({ screen }: { readonly screen: Screen }) {
  return <div id="counted" hidden data-words={JSON.stringify(familiesNews.map(screen.say))} />;
}
