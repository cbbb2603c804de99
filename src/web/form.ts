/** What a form sent: text, nothing, or a list of texts; never trusted to be more. */
export type Form = Readonly<Record<string, unknown>>;

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const listIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
