import type { ComponentChildren } from 'preact';

/**
 * A box that asks for attention: `<Alert kind="warning" title={say(...)}>...</Alert>`. The kind shows by colour, shape
 * and the title that you write. `announce` reads it aloud when the page opens: only for the answer to what the reader
 * just did.
 */
interface Props {
  readonly kind?: 'info' | 'ok' | 'warning' | 'error';
  readonly title?: string;
  /** h2 unless the alert stands below one. */
  readonly level?: 2 | 3;
  readonly announce?: boolean;
  readonly children?: ComponentChildren;
}

const signs = { info: 'i', ok: '✓', warning: '!', error: '×' } as const;

export function Alert({ kind = 'info', title, level = 2, announce = false, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div
      class={`utrecht-alert utrecht-alert--${kind}`}
      role={announce ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <span class="alert-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div class="utrecht-alert__content">
        {title !== undefined && <Heading class="alert-title">{title}</Heading>}
        {children}
      </div>
    </div>
  );
}
