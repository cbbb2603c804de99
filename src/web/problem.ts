import type { Lang, Text } from './words/lang.ts';
import { problems } from './words/problems.ts';

export type ProblemReason = keyof typeof problems;

/** Why a request was not answered. The API sends it as it is (RFC 9457), a page says it in words. */
export interface Problem {
  readonly kind: 'problem';
  readonly reason: ProblemReason;
  readonly status: number;
  readonly title: Text;
  /** What to do now. */
  readonly next: Text;
  /** The field, header or event field that is meant; empty for the whole request. */
  readonly path: string;
  readonly detail?: string;
  /** More for programs: what the conflict is about, what the problem rests on. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ProblemFacts = Partial<Pick<Problem, 'path' | 'detail' | 'extra' | 'headers' | 'next'>>;

export function problem(reason: ProblemReason, facts: ProblemFacts = {}): Problem {
  const { status, title, next } = problems[reason];
  return { kind: 'problem', reason, status, title, next, path: '', ...facts };
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'problem';

/** The problem details of RFC 9457, with path, reason and nextStep. `instance` is the address without its query. */
export function problemDetails(found: Problem, instance: string, lang: Lang): Record<string, unknown> {
  const { reason, status, title, next, path, detail, extra } = found;
  return {
    type: `urn:waakvlam:problem:${reason}`,
    title: title[lang],
    status,
    detail: detail ?? title[lang],
    instance,
    path,
    reason,
    nextStep: next[lang],
    ...extra,
  };
}
