import { readFileSync } from 'node:fs';
import type { Ask } from './route.ts';
import { isProblem, problem } from './problem.ts';
import { readQuery } from './query.ts';

/** Later ones may overrule earlier ones. */
export const styles = [
  'base.css',
  'frame.css',
  'status.css',
  'tables.css',
  'forms.css',
  'print.css',
] as const;

const types: Readonly<Record<string, string>> = {
  ...Object.fromEntries(styles.map((name) => [name, 'text/css; charset=utf-8'])),
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The files that pages use, read once at start; no other file can be asked for. */
export function assets(): Ask {
  const bodies = new Map(
    Object.keys(types).map((name) => [
      name,
      readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'),
    ]),
  );
  return (request) => {
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    const name = String(request.params['file']);
    const body = bodies.get(name);
    const type = types[name];
    return body === undefined || type === undefined ? problem('not-found') : { kind: 'file', body, type };
  };
}
