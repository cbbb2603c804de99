import { alarmRules } from '../../../projections/alarms/alarm.ts';

/**
 * Tokens that describe something are typed by people and may hold a name. Only these codes leave; every other one
 * becomes `other`. They are the ones that the forms of the monitor and the invented region offer.
 */
export const codes = {
  action: [
    'asks_for_help',
    'called_back',
    'calls_in_time',
    'hands_in_the_key',
    'keeps_contact_with_network',
    'leaves_when_tension_rises',
    'made_appointment',
    'reads_no_messages',
    'sleeps_elsewhere',
    'stays_away_at_night',
    'went_there',
  ],
  reason: [
    'eviction_threatens',
    'family_wants_no_more',
    'no_contact',
    'not_now',
    'spoken_by_phone',
    'waiting_is_worse',
  ],
  help: [
    'addiction_outpatient',
    'child_support',
    'crisis_care',
    'debt_desk',
    'family_talk',
    'outpatient_help',
  ],
  /** From where a family moved: no such place leaves. */
  place: [],
  /** The alarms that the rules can give (domain.md 4.7). */
  rule: alarmRules,
} as const;

export type CodeList = keyof typeof codes;

export const codeOf = (list: CodeList, token: string): string =>
  (codes[list] as readonly string[]).includes(token) ? token : 'other';
