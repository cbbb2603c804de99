import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { EventFile } from '../../src/domain/event-file.ts';
import { counts, statusAnswer, timelineAnswer, whatIfAnswer } from './answers.ts';
import { UsageError, eventFile, instantOption, policyFile, policyOption } from './input.ts';
import { report } from './report.ts';

/** status, timeline and what-if: questions about an event file (status.md). Each returns what to print and the exit code. */

export interface FileOptions {
  readonly events: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export interface Printed {
  readonly text: string;
  readonly warning?: string;
  readonly exit: 0 | 3;
}

export type Clock = () => Instant;

export function status(options: FileOptions & { readonly policy?: string }, clock: Clock): Promise<Printed> {
  const viewpoint = viewpointOf(options, clock);
  const policy = policyOption(options.policy);
  return answered(options, (file) => {
    const answer = statusAnswer(file, viewpoint, policy);
    return options.json === true ? JSON.stringify(answer) : report(answer);
  });
}

export function timeline(
  options: FileOptions & { readonly family: string; readonly viewer?: string },
  clock: Clock,
): Promise<Printed> {
  const knownAt = instantOption('--known-at', options.knownAt, clock);
  return answered(options, (file) => {
    const answer = timelineAnswer(file, options.family, knownAt, options.viewer);
    if (options.json === true) return JSON.stringify(answer);
    const rows = answer.events.map(
      ({ from, to, type, id, state }) => `${from}  ${to}  ${type}  ${id}  ${state}`,
    );
    return [`${answer.family}, as known at ${formatInstant(knownAt)}: ${rows.length} events`, ...rows].join(
      '\n',
    );
  });
}

export function whatIf(
  options: FileOptions & { readonly policy: readonly string[] },
  clock: Clock,
): Promise<Printed> {
  const [a, b, ...more] = options.policy.map(policyFile);
  if (!a || !b || more.length > 0)
    throw new UsageError(`what-if compares exactly two policies; ${options.policy.length} given`);
  const viewpoint = viewpointOf(options, clock);
  return answered(options, (file) => {
    const answer = whatIfAnswer(file, viewpoint, [a, b]);
    if (options.json === true) return JSON.stringify(answer);
    const rows = answer.families.map((family) =>
      family.differs
        ? `${family.family}: ${JSON.stringify(family.a)} -> ${JSON.stringify(family.b)}`
        : `${family.family}: the same`,
    );
    return [`${a.name} against ${b.name}:`, ...rows].join('\n');
  });
}

function viewpointOf(options: FileOptions, clock: Clock) {
  return {
    at: instantOption('--at', options.at, clock),
    knownAt: instantOption('--known-at', options.knownAt, clock),
  };
}

async function answered(options: FileOptions, answer: (file: EventFile) => string): Promise<Printed> {
  const file = await eventFile('--events', options.events);
  const isRefused = options.strict === true && file.rejections.length > 0;
  const text = isRefused
    ? JSON.stringify({ counts: counts(file, 0), rejections: file.rejections })
    : answer(file);
  const warning =
    file.ignored > 0
      ? { warning: `${file.ignored} lines have a type or version that is not known here; ignored` }
      : {};
  return { text, exit: file.rejections.length > 0 ? 3 : 0, ...warning };
}
