import type { ComponentChildren } from 'preact';

/**
 * `<Button>Leg vast</Button>` sends a form; one primary button a form, the others `look="secondary"`, a quiet action
 * `look="subtle"`. `<LinkButton href={link('record', {...})}>` looks the same and leads elsewhere.
 */
interface ButtonProps {
  readonly look?: Look;
  readonly name?: string;
  readonly value?: string;
  /** Sends the form to another address than that of the form. */
  readonly formAction?: string;
  /** Sends it without asking the browser whether required fields are filled. */
  readonly formNoValidate?: boolean;
  readonly children: ComponentChildren;
}

type Look = 'primary' | 'secondary' | 'subtle';

const looks: Readonly<Record<Look, string>> = {
  primary: 'utrecht-button utrecht-button--primary-action',
  secondary: 'utrecht-button utrecht-button--secondary-action',
  subtle: 'utrecht-button utrecht-button--subtle',
};

export function Button({ look = 'primary', children, ...rest }: ButtonProps) {
  return (
    <button class={looks[look]} type="submit" {...rest}>
      {children}
    </button>
  );
}

interface LinkButtonProps {
  readonly look?: Look;
  readonly href: string;
  readonly children: ComponentChildren;
}

export function LinkButton({ look = 'secondary', href, children }: LinkButtonProps) {
  return (
    <a class={`${looks[look]} button-link`} href={href}>
      {children}
    </a>
  );
}
