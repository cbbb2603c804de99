import { isObject } from '../../domain/json.ts';

/** What stands in the fields of a form, by name; a list has several values. */
export type Values = Readonly<Record<string, readonly string[]>>;

export const first = (values: Values, name: string): string => (values[name]?.[0] ?? '').trim();
export const listed = (values: Values, name: string): readonly string[] =>
  (values[name] ?? []).filter((value) => value !== '');

/** The body of a form as the web library parsed it. */
export function valuesIn(body: unknown): Values {
  if (!isObject(body)) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string'),
    ]),
  );
}
