import type { ComponentChildren } from 'preact';

/**
 * In the place of a list with nothing in it: say what is empty, that this is no proof of safety where that could be
 * thought, and what can be done: `<EmptyState text={say(...)}><a href=...>...</a></EmptyState>`.
 */
interface Props {
  readonly text: string;
  readonly children?: ComponentChildren;
}

export function EmptyState({ text, children }: Props) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
