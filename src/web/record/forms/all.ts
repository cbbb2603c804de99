import type { EventType } from '../../../domain/event.ts';
import type { Form } from '../form.ts';
import { agreements } from './agreements.ts';
import { happened } from './happened.ts';
import { help } from './help.ts';
import { decisions, people, plans } from './plan.ts';
import { rights } from './rights.ts';
import { seen } from './seen.ts';

/** Every form, in the order in which the index shows them. */
export const forms: readonly Form[] = [
  ...happened,
  ...seen,
  ...agreements,
  ...help,
  ...plans,
  ...people,
  ...decisions,
  ...rights,
];

/** Types that people record on another page, and why. */
export const elsewhere: Partial<Readonly<Record<EventType, string>>> = {
  SafetyStatusDecided: 'The decision page shows what is met and missing beside it.',
  MdaReviewHeld: 'The meeting keeps the viewpoint that the team saw.',
  ResearchDisclosureRecorded: 'The software notes it when a release is made.',
  EventRetracted: 'The page of the fact itself, which shows what its absence changes.',
};

/** `RelapseJudged` stands at `/record/relapse-judged`. */
export const kindOf = (type: EventType): string => type.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

export const formOf = (type: EventType): Form | undefined => forms.find((form) => form.type === type);
export const formAt = (kind: string): Form | undefined => forms.find(({ type }) => kindOf(type) === kind);
