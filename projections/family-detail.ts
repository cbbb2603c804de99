import { addDays } from '../src/domain/calendar.ts';
import type { Instant } from '../src/domain/instant.ts';
import { aboutFinding } from './detail/about.ts';
import type { About } from './detail/about.ts';
import { absences, agreementDetails } from './detail/agreements.ts';
import type { Absence, AgreementDetail } from './detail/agreements.ts';
import { decisionDetails } from './detail/decisions.ts';
import type { DecisionDetail } from './detail/decisions.ts';
import {
  involvedParties,
  lastVoices,
  professionals,
  relapsePlanDetails,
  supporterDetails,
} from './detail/network.ts';
import type { RelapsePlanDetail, SupporterDetail, Voice } from './detail/network.ts';
import { stepDetails } from './detail/plan.ts';
import type { StepDetail } from './detail/plan.ts';
import type { Finding } from './finding.ts';
import { hasIntimidation } from './intimidation.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { atRisk, roster } from './roster.ts';
import { findingsFor } from './safety.ts';

/** What the pages of one family say besides its status: what each answer is about, and what stands behind it. */
export interface FamilyDetail {
  readonly persons: readonly {
    readonly person: string;
    readonly findings: readonly (Finding & { readonly about: About })[];
  }[];
  /** Everybody who belongs to the family, at risk or not. */
  readonly members: readonly string[];
  readonly parties: readonly string[];
  readonly intimidation: boolean;
  readonly agreements: readonly AgreementDetail[];
  readonly absences: readonly Absence[];
  readonly decisions: readonly DecisionDetail[];
  readonly steps: readonly StepDetail[];
  readonly supporters: readonly SupporterDetail[];
  readonly voices: readonly Voice[];
  readonly relapsePlans: readonly RelapsePlanDetail[];
  readonly lastProfessional: string | null;
  readonly leave: { readonly lastDay: string; readonly successor: string | null } | null;
}

/** How far ahead announced absences are shown. */
const weeksAhead = 8;

export function familyDetailAt(known: Known, at: Instant): FamilyDetail {
  const now = new Moment(at);
  const { last, leave } = professionals(known, now);
  return {
    persons: atRisk(known, now).map((member) => ({
      person: member.person,
      findings: findingsFor(known, now, member).map((finding) => ({
        ...finding,
        about: aboutFinding(known, now, member, finding),
      })),
    })),
    members: roster(known, now).map(({ person }) => person),
    parties: involvedParties(known, now),
    intimidation: hasIntimidation(known, now),
    agreements: agreementDetails(known, now),
    absences: absences(known, now, addDays(at, weeksAhead * 7)),
    decisions: decisionDetails(known, now),
    steps: stepDetails(known, now),
    supporters: supporterDetails(known, now),
    voices: lastVoices(known, now),
    relapsePlans: relapsePlanDetails(known, now),
    lastProfessional: last,
    leave,
  };
}
