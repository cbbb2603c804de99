import { isPath } from '../paths.ts';
import type { Screen } from './screen.ts';

/** The form where facts of a kind are recorded, with what is known filled in; null where no form is. */
export function recordLink(
  screen: Screen,
  family: string,
  kind: string,
  values: Readonly<Record<string, string | undefined>> = {},
): string | null {
  const form = ['record'].find(isPath);
  return form === undefined ? null : screen.link(form, { family, kind, ...values });
}
