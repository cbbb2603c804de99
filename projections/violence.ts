import type { RecordedOf } from '../src/domain/event.ts';
import { earliestFirst, history } from './known.ts';
import type { Known } from './known.ts';

export type ViolentFact =
  RecordedOf<'IncidentRecorded'> | RecordedOf<'ViolencePatternRecorded'> | RecordedOf<'AgreementBroken'>;

const violence = history(
  ['IncidentRecorded', 'ViolencePatternRecorded', 'AgreementBroken'],
  (record) => (record.type === 'AgreementBroken' && record.data.violence !== 'yes' ? [] : ['family']),
  earliestFirst,
);

/** P4: every incident and pattern, whatever its severity (Q3), and agreements broken with violence; by their earliest instant. */
export function violentFacts(known: Known): readonly ViolentFact[] {
  return violence.of(known, 'family');
}
