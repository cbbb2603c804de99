// Default parameters (domain.md 5) and the check of a policy (status.md 1).

export const DEFAULTS = {
  directQuietDays: 14,
  sightDays: 14,
  longSightDays: 92,
  assessMaxAgeDays: 91,
  longAssessMaxAgeDays: 183,
  directMinParties: 2,
  controlMinParties: 3,
  minMonitors: 2,
  childSeenDays: 14,
  childSeenDaysIntimidation: 7,
  childAloneAge: 4,
  durableMinDays: 365,
  controlDurableMinDays: 548,
  durableConfirmDays: 548,
  basicMaxAgeDays: 183,
  maxFragile: 2,
  recoveryMaxAgeDays: 183,
  factorMaxAgeDays: 183,
  rehearseMaxAgeDays: 183,
  traumaProgressDays: 90,
  orderDeadlockDays: 28,
  durableInformal: 1,
  gracePercent: 25,
  silentMisses: 2,
  silentPercent: 50,
  pauseWarnDays: 14,
  maxAgreementsInformal: 3,
  bellAckMinutes: 30,
  crisisEndWarnHours: 72,
  acuteContactHours: 1,
  acuteHelpHours: 8,
  urgentContactHours: 24,
  urgentHelpHours: 72,
  earlyContactHours: 72,
  earlyHelpHours: 168,
  clusterDays: 30,
  clusterCount: 3,
  reofferDays: 7,
  shortReviewDays: 14,
  ltpContactDays: 61,
  coldContactDays: 14,
  maxDeputyDays: 28,
};

export type Parameters = typeof DEFAULTS;
export interface Policy {
  name: string;
  parameters: Parameters;
}

/** A wrong use of the oracle: exit code 2. */
export class UsageError extends Error {}

const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** The effective policy; no input gives the defaults. */
export function makePolicy(input?: unknown): Policy {
  if (input === undefined) return { name: 'default', parameters: { ...DEFAULTS } };
  if (!isObject(input)) throw new UsageError('a policy is an object');
  for (const key of Object.keys(input)) {
    if (key !== 'name' && key !== 'parameters') throw new UsageError(`unknown key in policy: ${key}`);
  }
  const name = Object.hasOwn(input, 'name') ? input['name'] : 'custom';
  if (typeof name !== 'string') throw new UsageError('the name of a policy is a string');
  const given = input['parameters'];
  if (!isObject(given)) throw new UsageError('the parameters of a policy are an object');
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULTS, key)) throw new UsageError(`unknown parameter: ${key}`);
    if (!Number.isInteger(value) || (value as number) < 0)
      throw new UsageError(`not an integer >= 0: ${key}`);
  }
  return { name, parameters: { ...DEFAULTS, ...(given as Partial<Parameters>) } };
}
