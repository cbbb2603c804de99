import type { Instant } from '../../src/domain/instant.ts';
import type { EventFile } from '../../src/domain/event-file.ts';
import { counts, statusAnswer, timelineAnswer, whatIfAnswer } from './answers.ts';
import { UsageError, eventFile, instantOption, policyFile, policyOption } from './input.ts';
import { isRelease } from './a-release.ts';
import { releaseStatus, releaseTimeline, releaseWhatIf } from './on-a-release.ts';
import { differenceLine, report, timelineReport } from './report.ts';

/**
 * status, timeline and what-if: questions about an event file or a release (status.md). Each returns what to print and
 * the exit code.
 */

export interface FileOptions {
  readonly events: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export interface Printed {
  /** In pieces where it is too long to hold. */
  readonly text: string | Iterable<string>;
  readonly warning?: string;
  readonly exit: 0 | 3;
}

export type Clock = () => Instant;

export async function status(
  options: FileOptions & { readonly policy?: string },
  clock: Clock,
): Promise<Printed> {
  const policy = policyOption(options.policy);
  if (isRelease(options.events)) return releaseStatus(options, policy);
  const viewpoint = viewpointOf(options, clock);
  return answered(options, (file) => {
    const answer = statusAnswer(file, viewpoint, policy);
    return options.json === true ? JSON.stringify(answer) : report(answer);
  });
}

export async function timeline(
  options: FileOptions & { readonly family: string; readonly viewer?: string },
  clock: Clock,
): Promise<Printed> {
  if (isRelease(options.events)) return releaseTimeline(options);
  const knownAt = instantOption('--known-at', options.knownAt, clock);
  return answered(options, (file) => {
    const answer = timelineAnswer(file, options.family, knownAt, options.viewer);
    return options.json === true ? JSON.stringify(answer) : timelineReport(answer);
  });
}

export async function whatIf(
  options: FileOptions & { readonly policy: readonly string[] },
  clock: Clock,
): Promise<Printed> {
  const [a, b, ...more] = options.policy.map(policyFile);
  if (!a || !b || more.length > 0)
    throw new UsageError(`what-if compares exactly two policies; ${options.policy.length} given`);
  if (isRelease(options.events)) return releaseWhatIf(options, [a, b]);
  const viewpoint = viewpointOf(options, clock);
  return answered(options, (file) => {
    const answer = whatIfAnswer(file, viewpoint, [a, b]);
    if (options.json === true) return JSON.stringify(answer);
    return [`${a.name} against ${b.name}:`, ...answer.families.map(differenceLine)].join('\n');
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
