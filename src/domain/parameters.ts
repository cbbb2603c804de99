/**
 * Every threshold of the rules, with its basis (domain.md 5). All are whole numbers of at least zero; names that end
 * in Days, Hours, Minutes, Percent carry their unit. [D] = design default without authority, to be reviewed by practice.
 */
const table = {
  directQuietDays: [14, '[D]; 7-day review of safety plans in Queensland [S46]'],
  sightDays: [14, '[D]; 7-day review of safety plans in Queensland [S46]'],
  longSightDays: [92, '[D]'],
  assessMaxAgeDays: [91, '[D]'],
  longAssessMaxAgeDays: [183, '[D]'],
  directMinParties: [2, '[D]'],
  controlMinParties: [3, '[D]; higher demands under control and coercion (Q28)'],
  minMonitors: [2, '[D]'],
  childSeenDays: [14, '[D]; 7 days [S46]'],
  childSeenDaysIntimidation: [7, '[D]; 7 days [S46]'],
  childAloneAge: [4, '[D]; years'],
  durableMinDays: [365, '12 months of the cohort [S37]; as threshold [D]'],
  controlDurableMinDays: [548, '18 months of the cohort [S37]; as threshold [D]'],
  durableConfirmDays: [548, 'Veilig Thuis monitors 1.5 years [S15]; as threshold [D]'],
  basicMaxAgeDays: [183, 'half-year evaluation (Q42)'],
  maxFragile: [2, '[D]'],
  recoveryMaxAgeDays: [183, '[D]'],
  factorMaxAgeDays: [183, '[D]'],
  rehearseMaxAgeDays: [183, '[D]'],
  traumaProgressDays: [90, '[D]'],
  orderDeadlockDays: [28, '[D]'],
  durableInformal: [1, 'Q10, Q38; [D]'],
  gracePercent: [25, '[D]'],
  silentMisses: [2, '[D]'],
  silentPercent: [50, '[D]'],
  pauseWarnDays: [14, '[D]'],
  maxAgreementsInformal: [3, '[D]; Q39'],
  bellAckMinutes: [30, '[D]'],
  crisisEndWarnHours: [72, '[D]; a home ban lasts 10 to 28 days [S21]'],
  acuteContactHours: [1, '[D]'],
  acuteHelpHours: [8, '8 hours [S20], there on working days only'],
  urgentContactHours: [24, '[D]'],
  urgentHelpHours: [72, '[D]'],
  earlyContactHours: [72, '[D]'],
  earlyHelpHours: [168, '[D]'],
  clusterDays: [30, '[D]'],
  clusterCount: [3, '[D]'],
  reofferDays: [7, '[D]'],
  shortReviewDays: [14, '[D]; two-week outflow plan [S20]'],
  ltpContactDays: [61, '[D]'],
  coldContactDays: [14, '[D]'],
  maxDeputyDays: [28, '[D]'],
} as const satisfies Record<string, readonly [number, string]>;

export type ParameterName = keyof typeof table;
export type Parameters = Readonly<Record<ParameterName, number>>;

export interface Policy {
  readonly name: string;
  readonly parameters: Parameters;
}

export const parameterNames = Object.keys(table) as ParameterName[];

/** Where a parameter's default comes from. */
export const basisOf = (name: ParameterName): string => table[name][1];

export const defaultPolicy: Policy = {
  name: 'default',
  parameters: Object.fromEntries(parameterNames.map((name) => [name, table[name][0]])) as Parameters,
};

export type PolicyReading = { readonly policy: Policy } | { readonly problem: string };

/** A policy file (status.md 1): unknown keys and parameters, and values that are no whole number >= 0, are refused. */
export function readPolicy(value: unknown): PolicyReading {
  if (!isPlainObject(value)) return { problem: 'a policy is an object {"name"?, "parameters"}' };
  const stranger = Object.keys(value).find((key) => key !== 'name' && key !== 'parameters');
  if (stranger !== undefined) return { problem: `unknown key "${stranger}"; use "name" and "parameters"` };
  const { name = 'custom', parameters } = value;
  if (typeof name !== 'string') return { problem: '"name" must be text' };
  if (!isPlainObject(parameters)) return { problem: '"parameters" must be an object of numbers' };
  for (const [key, setting] of Object.entries(parameters)) {
    if (!Object.hasOwn(table, key)) return { problem: `unknown parameter "${key}"` };
    if (!Number.isSafeInteger(setting) || Number(setting) < 0)
      return { problem: `parameter "${key}" must be a whole number of at least 0` };
  }
  return {
    policy: { name, parameters: { ...defaultPolicy.parameters, ...(parameters as Partial<Parameters>) } },
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
