import type { Ask } from '../route.ts';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';

/** The process runs. */
export const health: Ask = (request) => {
  const query = readQuery(request, []);
  return isProblem(query) ? query : { kind: 'json', body: { status: 'ok' } };
};

/** The whole log has been read: questions are answered from all that is known. */
export const ready: Ask = (request) => {
  const query = readQuery(request, []);
  return isProblem(query) ? query : { kind: 'json', body: { status: 'ready' } };
};
