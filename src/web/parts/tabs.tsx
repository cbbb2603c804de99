import type { ComponentChildren } from 'preact';

/**
 * Pages of one subject beside each other, as links: `<Tabs label={say(...)} tabs={[{ href, name, isHere }]} />`. Also
 * for filters of a list: `count` is shown behind the name.
 */
interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

interface Tab {
  readonly href: string;
  readonly name: ComponentChildren;
  readonly isHere?: boolean;
  readonly count?: number;
}

export function Tabs({ label, tabs }: Props) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, name, isHere = false, count }) => (
          <li>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {name}
              {count !== undefined && <span class="count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
