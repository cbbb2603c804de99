import { pageWords } from '../words/screens.ts';
import type { Screen } from './screen.ts';

/** One page of a list, from 1 on. */
export function pageOf<T>(list: readonly T[], page: number, size: number): readonly T[] {
  const from = (Math.max(page, 1) - 1) * size;
  return list.slice(from, from + size);
}

interface Props {
  readonly screen: Screen;
  readonly page: number;
  readonly last: number;
  readonly address: (page: number) => string;
}

export function Pages({ screen, page, last, address }: Props) {
  if (last <= 1) return null;
  const { say } = screen;
  return (
    <nav class="pages" aria-label={say(pageWords.pages)}>
      {page > 1 && (
        <a rel="prev" href={address(page - 1)}>
          {say(pageWords.previous)}
        </a>
      )}
      <span>
        {page} / {last}
      </span>
      {page < last && (
        <a rel="next" href={address(page + 1)}>
          {say(pageWords.next)}
        </a>
      )}
    </nav>
  );
}
