import { isDeepStrictEqual } from 'node:util';
import { statusAnswer, timelineAnswer, whatIfAnswer } from '../../scripts/commands/answers.ts';
import { readEventFile } from '../../src/domain/event-file.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy, readPolicy } from '../../src/domain/parameters.ts';
import type { Policy } from '../../src/domain/parameters.ts';
import { oracleStatus, oracleTimeline, oracleWhatIf } from '../support/oracle/oracle.ts';
import { readEvents } from '../support/oracle/reading.ts';
import { textOf } from '../support/histories.ts';
import type { FileEvent, History, PolicyInput, Viewpoint } from '../support/histories.ts';

/** Answers to the same question from the project and from the oracle, as plain JSON. */

export interface Answers {
  readonly ours: unknown;
  readonly theirs: unknown;
}

type Question = (history: History, viewpoint: Viewpoint) => Answers;

export const instant = (text: string): Instant => parseInstant(text) as Instant;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function policyOf(input: PolicyInput | undefined): Policy {
  if (!input) return defaultPolicy;
  const reading = readPolicy(input);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.policy;
}

/** The project's answer to `status` about a history. */
export function statusOf(events: readonly object[], viewpoint: Viewpoint, policy?: PolicyInput) {
  const { at, knownAt } = viewpoint;
  return statusAnswer(
    readEventFile(textOf(events)),
    { at: instant(at), knownAt: instant(knownAt) },
    policyOf(policy),
  );
}

/** status.md 2. */
const status: Question = ({ events, policy }, viewpoint) => ({
  ours: plain(statusOf(events, viewpoint, policy)),
  theirs: plain(oracleStatus(textOf(events), { ...viewpoint, ...(policy && { policy }) })),
});

/** status.md 5, as each of several viewers, or none, would read it. */
const timeline: Question = ({ events }, { knownAt }) => {
  const viewers = [undefined, 'person:father', 'person:mother', 'person:nobody'];
  const file = readEventFile(textOf(events));
  const asked = viewers.map((viewer) => ({
    ours: timelineAnswer(file, 'fam-a', instant(knownAt), viewer),
    theirs: oracleTimeline(textOf(withoutHidden(events, knownAt, viewer)), {
      family: 'fam-a',
      knownAt,
      ...(viewer && { viewer }),
    }),
  }));
  return { ours: plain(asked.map(({ ours }) => ours)), theirs: plain(asked.map(({ theirs }) => theirs)) };
};

/**
 * What became of an event is told to a viewer by visible events alone, so that a hidden correction does not show
 * through. The oracle tells it by all of them; here it is given only what the viewer may see, as itself lists it.
 */
function withoutHidden(
  events: readonly FileEvent[],
  knownAt: string,
  viewer: string | undefined,
): readonly FileEvent[] {
  if (viewer === undefined) return events;
  const families = new Set(events.map(({ family }) => family));
  const lists = [...families].map(
    (family) => oracleTimeline(textOf(events), { family, knownAt, viewer }) as { events: { id: string }[] },
  );
  const visible = new Set(lists.flatMap((list) => list.events.map(({ id }) => id)));
  return events.filter(({ id }) => visible.has(id));
}

/** status.md 6: the history's own policy against the default one, which differs in some thresholds. */
const whatIf: Question = ({ events, policy }, viewpoint) => {
  const other = {
    name: 'other',
    parameters: { sightDays: 7, directQuietDays: 28, directMinParties: 1, urgentHelpHours: 24 },
  };
  const policies: [PolicyInput, PolicyInput] = [policy ?? { parameters: {} }, other];
  const at = { at: instant(viewpoint.at), knownAt: instant(viewpoint.knownAt) };
  return {
    ours: plain(
      whatIfAnswer(readEventFile(textOf(events)), at, [policyOf(policies[0]), policyOf(policies[1])]),
    ),
    theirs: plain(oracleWhatIf(textOf(events), { ...viewpoint, policies })),
  };
};

export const questions = { status, timeline, whatIf };

/** events.md 3: which lines are accepted, ignored and refused, and why. */
export function readings(text: string): Answers {
  const { events, ignored, rejections } = readEventFile(text);
  const read = readEvents(text);
  const sorted = (ids: readonly string[]) => [...ids].sort();
  return {
    ours: { accepted: sorted(events.map(({ id }) => id)), ignored, rejections },
    theirs: {
      accepted: sorted(read.events.map(({ id }) => id)),
      ignored: read.ignored,
      rejections: read.rejections,
    },
  };
}

/** The first viewpoint and question on which the two disagree. */
export function disagreement(
  history: History,
): { question: keyof typeof questions; viewpoint: Viewpoint; answers: Answers } | null {
  for (const viewpoint of history.viewpoints)
    for (const [name, question] of Object.entries(questions)) {
      const answers = question(history, viewpoint);
      if (!isDeepStrictEqual(answers.ours, answers.theirs))
        return { question: name as keyof typeof questions, viewpoint, answers };
    }
  return null;
}
