import type { Screen } from './screen.ts';

/** The form where facts of a kind are recorded, with what is known filled in. */
export const recordLink = (
  { link }: Screen,
  family: string,
  kind: string,
  values: Readonly<Record<string, string | undefined>> = {},
): string => link('record', { family, kind, ...values });
