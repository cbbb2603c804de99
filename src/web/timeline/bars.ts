import { endOf, startOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import { never } from '../../domain/instant.ts';
import type { FamilyHistory } from '../../read/views.ts';
import type { TimelineFact } from './facts.ts';

/** What lasted: agreements in force, measures, pauses, patterns of violence, waiting, help, open relapses. */

export type BarKind = 'agreement' | 'measure' | 'pause' | 'pattern' | 'wait' | 'help' | 'relapse';

export interface Bar {
  readonly kind: BarKind;
  /** The fact that began it. */
  readonly fact: TimelineFact;
  readonly from: Instant;
  /** `never` if it goes on. */
  readonly until: Instant;
}

/** How long things lasted, as the rules see it or as the fact itself says. */
export function barsOf(facts: readonly TimelineFact[], history: FamilyHistory): readonly Bar[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const spell = (kind: BarKind, id: string, from: Instant, until: Instant): readonly Bar[] => {
    const fact = byId.get(id);
    return fact ? [{ kind, fact, from, until }] : [];
  };
  return [
    ...facts.flatMap(ownPeriod),
    ...history.agreements.flatMap(({ inForce }) =>
      inForce.flatMap(({ is, from, until }) => spell('agreement', is, from, until)),
    ),
    ...history.waits.flatMap(({ fact, from, until }) => spell('wait', fact, from, until)),
    ...history.help.flatMap(({ fact, from, until }) => spell('help', fact, from, until)),
    ...history.relapses.flatMap(({ fact, from, until }) => spell('relapse', fact, from, until)),
  ];
}

function ownPeriod(fact: TimelineFact): readonly Bar[] {
  if (fact.state !== 'in_effect') return [];
  const { record } = fact;
  const period = (kind: BarKind, from: string, to: string | undefined): readonly Bar[] => [
    { kind, fact, from: startOf(from), until: to === undefined ? never : endOf(to) },
  ];
  if (record.type === 'ViolencePatternRecorded')
    return [{ kind: 'pattern', fact, from: fact.from, until: fact.to }];
  if (record.type === 'CrisisMeasureSet') return period('measure', record.data.from, record.data.to);
  return record.type === 'MonitorPaused' ? period('pause', record.data.from, record.data.to) : [];
}
