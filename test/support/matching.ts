import { parseInstant } from '../../src/domain/instant.ts';

/** Compares output with the expectation of a scenario file (status.md 7). Returns every difference as a sentence. */
export function differences(expected: unknown, actual: unknown, path = 'output'): string[] {
  if (isMatcher(expected))
    return Array.isArray(actual) ? matched(expected, actual, path) : [`${path}: no list`];
  if (Array.isArray(expected))
    return Array.isArray(actual) ? missing(expected, actual, path) : [`${path}: no list`];
  if (isObject(expected)) {
    if (!isObject(actual)) return [`${path}: ${shown(actual)} is no object`];
    return Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(actual, key)
        ? differences(value, actual[key], `${path}.${key}`)
        : [`${path}.${key}: absent`],
    );
  }
  return isSame(expected, actual) ? [] : [`${path}: expected ${shown(expected)}, got ${shown(actual)}`];
}

/** Every instant in an output is UTC with milliseconds and Z (status.md 1). */
export function unprintable(value: unknown, path = 'output'): string[] {
  if (typeof value === 'string')
    return parseInstant(value) === null || /^.{10}T.{12}Z$/.test(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unprintable(part, `${path}.${key}`));
}

interface Matcher {
  readonly $exact?: readonly unknown[];
  readonly $has?: readonly unknown[];
  readonly $none?: unknown;
}

function matched({ $exact, $has, $none }: Matcher, actual: readonly unknown[], path: string): string[] {
  const unwanted = $none === undefined ? [] : Array.isArray($none) ? ($none as unknown[]) : [$none];
  return [
    ...($exact === undefined
      ? []
      : $exact.length === actual.length
        ? $exact.flatMap((each, index) => differences(each, actual[index], `${path}[${index}]`))
        : [`${path}: expected ${$exact.length} elements, got ${shown(actual)}`]),
    ...($has === undefined ? [] : missing($has, actual, path)),
    ...unwanted.flatMap((each) =>
      actual.some((other) => differences(each, other).length === 0) ? [`${path}: holds ${shown(each)}`] : [],
    ),
  ];
}

/** Each expected element matches some actual one; else the nearest one says why not. */
function missing(expected: readonly unknown[], actual: readonly unknown[], path: string): string[] {
  return expected.flatMap((each) => {
    const tries = actual.map((other) => differences(each, other, path)).sort((a, b) => a.length - b.length);
    return tries[0] ?? [`${path}: empty, expected ${shown(each)}`];
  });
}

function isSame(expected: unknown, actual: unknown): boolean {
  if (Object.is(expected, actual)) return true;
  if (typeof expected !== 'string' || typeof actual !== 'string') return false;
  const instant = parseInstant(expected);
  return instant !== null && instant === parseInstant(actual);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMatcher = (value: unknown): value is Matcher =>
  isObject(value) && ['$exact', '$has', '$none'].some((key) => Object.hasOwn(value, key));

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 300);
