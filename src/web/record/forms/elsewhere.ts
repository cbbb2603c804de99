import type { EventType } from '../../../domain/event.ts';
import { decideWords } from '../../words/decide.ts';
import { factWords } from '../../words/fact.ts';
import { retractReasons } from '../../words/record-choices.ts';
import { recordWords } from '../../words/record.ts';
import { rightsWords } from '../../words/rights.ts';
import { statusNames } from '../../words/states.ts';
import { choice, instant, line, number, several } from '../form.ts';
import type { Field } from '../form.ts';

/** The questions of types that are recorded on a page of their own, for where their answers are read back. */
const fields: Partial<Readonly<Record<EventType, readonly Field[]>>> = {
  SafetyStatusDecided: [
    line('person', factWords.person),
    choice('status', factWords.status, statusNames),
    several('judges', factWords.judges, 'parties'),
    several('dissent', decideWords.dissent, 'parties'),
    line('basis', decideWords.basis),
  ],
  MdaReviewHeld: [
    several('participants', factWords.participants, 'parties'),
    instant('knownAt', factWords.knownAt),
  ],
  ResearchDisclosureRecorded: [
    line('release', rightsWords.release),
    line('recipient', rightsWords.recipient),
    line('purpose', rightsWords.purpose),
    number('position', rightsWords.position, 0, Number.MAX_SAFE_INTEGER),
  ],
  EventRetracted: [
    line('target', factWords.target),
    choice('reason', recordWords.retractReason, retractReasons),
    several('approvedBy', recordWords.retractApproved, 'parties'),
  ],
};

export const fieldsElsewhere = (type: EventType): readonly Field[] => fields[type] ?? [];
