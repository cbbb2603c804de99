import type { ComponentChildren } from 'preact';

/** Facts as term and value: `<DataList items={[{ term: say(...), value: <When .../> }]} />`. */
interface Props {
  readonly items: readonly { readonly term: ComponentChildren; readonly value: ComponentChildren }[];
}

export function DataList({ items }: Props) {
  return (
    <dl class="utrecht-data-list utrecht-data-list--html-dl utrecht-data-list--rows">
      {items.map(({ term, value }) => (
        <div class="utrecht-data-list__item">
          <dt class="utrecht-data-list__item-key">{term}</dt>
          <dd class="utrecht-data-list__item-value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
