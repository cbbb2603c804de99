/** Every answer that the rules can give, by the name under which it is counted (status.md 2 and 4, domain.md 4.7). */

const missingCodes: Readonly<Record<string, readonly string[]>> = {
  L1: [],
  D1: ['condition', 'agreement', 'path', 'consent'],
  D2: [],
  D3: ['L2', 'L4', 'L5'],
  D4: ['parties', 'child_seen', 'child_alone'],
  D5: ['none', 'danger', 'basis', 'stale'],
  D6: ['critical_agreement', 'uncovered'],
  U1: ['decision', 'sight'],
  U2: ['not_assessed', 'insufficient', 'fragile'],
  U3: ['none', 'stale', 'not_asked', 'residual', 'help_not_started', 'next_look'],
  U4: ['not_screened', 'treatment'],
  U5: ['analysis', 'factor'],
  U6: [],
  U7: [],
  U8: ['uncovered', 'informal', 'ordinary_life'],
  U9: ['guarantee', 'plan', 'signal', 'observer', 'helper', 'rehearsal'],
  U10: ['professional', 'deputy', 'contact', 'linked'],
  U11: ['not_measured', 'violence'],
};

const urgencies = ['acute', 'urgent', 'early'] as const;
const statuses = ['unsafe', 'unknown', 'direct', 'durable'];

/** The alarms of domain.md 4.7 with the urgency they can have; `alarm M6 urgent family` is named apart. */
const alarms: Readonly<Record<string, readonly string[]>> = {
  L1: ['acute'],
  L2: ['urgent'],
  L3: ['urgent'],
  L4: ['urgent'],
  L5: ['acute'],
  M2: ['urgent'],
  M5: ['urgent', 'early'],
  M6: ['urgent family', 'urgent child'],
  M8: ['early'],
  M10: ['early'],
  M11: urgencies,
  M14: ['early'],
  M15: ['early'],
  R7: urgencies,
  U6: ['early'],
  W6: urgencies,
  W10: ['early'],
  W11: urgencies,
  W12: ['early'],
  W13: ['urgent'],
  C1: ['urgent', 'early'],
  C2: ['early'],
  C3: ['urgent'],
};

const prefixed = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix} ${name}`);
const pairs = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([first, seconds]) => prefixed(first, seconds));

const reasons = Object.entries(missingCodes).flatMap(([rule, codes]) =>
  prefixed(rule, ['met', ...(codes.length === 0 ? ['not met'] : codes)]),
);

const groupStates = ['active', 'agreed_not_active', 'asked', 'asked_declined', 'not_asked'];

/** In the order in which a table shows them. */
export const outcomes: readonly string[] = [
  ...reasons,
  ...prefixed('status', statuses),
  ...prefixed('evidence', statuses),
  ...prefixed('decided', ['null', ...statuses]),
  ...prefixed('role', [
    'child',
    'unborn_child',
    'parent',
    'partner',
    'ex_partner',
    'other_adult',
    'unrecorded',
  ]),
  ...['safety candidate', 'decided without knowledge', 'next change'],
  ...prefixed('agreement', ['covered', 'thin', 'uncovered', 'complete', 'incomplete']),
  ...prefixed('monitor', [
    'invited',
    'declined',
    'withdrawn',
    'accepted',
    'active',
    'blind',
    'overdue',
    'silent',
  ]),
  ...prefixed('monitor', ['paused_with_standin', 'paused_uncovered', 'not independent']),
  ...['all monitoring', 'not all monitoring'],
  ...['school', 'early_years', 'gp', 'network'].flatMap((kind) => prefixed(`group ${kind}`, groupStates)),
  ...prefixed('trigger', [
    'IncidentRecorded',
    'ViolencePatternRecorded',
    'RelapseSignalObserved',
    'BellRung',
    'AgreementBroken',
  ]),
  ...prefixed('trigger', [
    'MonitorCheckedIn',
    'ContactHeld',
    'FamilyVoiceRecorded',
    'FactorReassessed',
    'FamilyReported',
  ]),
  ...prefixed('trigger', ['StressorRecorded']),
  ...prefixed('candidate', [...urgencies, 'open', 'help_started', 'declined', 'closed']),
  ...prefixed('breach', ['W5', 'W6', 'W7', 'W8', 'W9']),
  ...prefixed('guaranteed', ['yes', 'no']),
  ...prefixed('plan', ['active', 'inactive']),
  ...prefixed('step', ['set', 'waiting', 'started', 'completed', 'stalled']),
  ...['order violation', 'deadlock'],
  ...prefixed('professional', ['present', 'none']),
  ...prefixed('deputy', ['present', 'none']),
  ...prefixed('alarm', pairs(alarms)),
  ...prefixed('alarm', ['acknowledged', 'to somebody', 'to nobody']),
  ...prefixed('queue', ['acute', 'urgent', 'in time', 'overdue']),
];
