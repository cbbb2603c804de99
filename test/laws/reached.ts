import type { FamilyStatus } from '../../projections/family-status.ts';
import type { History } from '../support/histories.ts';

/** How often histories reach each status, state, rule, code and so on: what a comparison really compares. */

export type Reached = Map<string, Map<string, number>>;

export function count(reached: Reached, history: History, families: readonly FamilyStatus[]): void {
  const see = (subject: string, value: string) => {
    const values = reached.get(subject) ?? new Map<string, number>();
    reached.set(subject, values.set(value, (values.get(value) ?? 0) + 1));
  };
  for (const { type } of history.events) see('event', type);
  for (const { safety, coverage, relapse, plan, continuity, alarms } of families) {
    see(`status (${history.kind})`, safety.status);
    see('evidence', safety.evidence);
    see('decided', String(safety.decided));
    see('next change', safety.nextChange ? `${safety.nextChange.rule} to ${safety.nextChange.to}` : 'none');
    see('decided without knowledge', String(safety.decidedWithoutKnowledge.length > 0));
    for (const { role, status, reasons } of safety.persons) {
      see('role', role);
      see('person', status);
      for (const { rule, met, missing } of reasons)
        see('reason', `${rule} ${met ? 'met' : (missing ?? 'not met')}`);
    }
    see('all monitoring', String(coverage.allMonitoring));
    for (const { state, complete, monitors } of coverage.agreements) {
      see('cover', `${state} ${complete ? 'complete' : 'incomplete'}`);
      for (const monitor of monitors) see('monitor', monitor.state);
    }
    for (const party of coverage.parties) see('group', `${party.kind} ${party.state}`);
    see('guaranteed', String(relapse.guaranteed));
    for (const { urgency, state, breaches } of relapse.candidates) {
      see('candidate', `${urgency} ${state}`);
      for (const { rule } of breaches) see('breach', rule);
    }
    for (const step of plan.steps)
      see(
        'step',
        `${step.state}${step.orderViolation ? ' violation' : ''}${step.deadlock ? ' deadlock' : ''}`,
      );
    see(
      'professional',
      `${continuity.professional ? 'yes' : 'no'}, deputy ${continuity.deputy ? 'yes' : 'no'}`,
    );
    for (const alarm of alarms)
      see('alarm', `${alarm.rule} ${alarm.urgency}${alarm.acknowledged ? ' acknowledged' : ''}`);
  }
}

export function printed(reached: Reached): string {
  return [...reached]
    .map(([subject, values]) => {
      const list = [...values]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, times]) => `${value} ${String(times)}`);
      return `${subject}: ${list.join(' | ')}`;
    })
    .join('\n');
}
