/**
 * Every number of the invented region in one place. [002] and [S..] are the sources of the domain contract; "invented"
 * is a choice of this simulator without any authority. None of these numbers is read by a rule.
 */

/** Violent occurrences a year before help, twenty equally likely families; heavy tail, mean 71 [002]. The spread is invented. */
export const yearlyRates = [
  2, 4, 6, 9, 12, 15, 19, 23, 28, 33, 39, 46, 54, 64, 76, 91, 111, 141, 193, 454,
] as const;

/** Of a thousand occurrences those that anybody writes down, by family: 2% to 30%; the range and its spread are invented. */
export const recordedPerMille = [20, 30, 40, 50, 70, 90, 120, 160, 220, 300] as const;

/** How the recorded share differs by what happened, in tenths; invented. */
export const recordedTenths: Readonly<Record<string, number | undefined>> = {
  physical: 14,
  verbal: 6,
  threat: 10,
  coercive_control: 4,
  neglect: 7,
  witnessing: 8,
};

/** How often each profile occurs, of 100 families; invented. */
export const profileShares = [
  [1, 34],
  [2, 18],
  [3, 14],
  [4, 16],
  [5, 18],
] as const;

/** The course of the violence after the plan, of 100 families: it stops in about 30% [S38]; the rest is invented. */
export const courseShares = [
  ['recovering', 32],
  ['wavering', 43],
  ['stuck', 25],
] as const;

/** How the team keeps its own terms, of 100 families; invented. */
export const teamShares = [
  ['diligent', 40],
  ['average', 40],
  ['thin', 20],
] as const;

/** How help comes when it is asked for, of 100 families; invented. */
export const serviceShares = [
  ['prompt', 50],
  ['late', 30],
  ['waiting', 20],
] as const;

/** How a monitor keeps its word, of 100 monitors; invented. */
export const reliabilityShares = [
  ['punctual', 52],
  ['late', 20],
  ['forgetful', 14],
  ['fading', 9],
  ['blind', 5],
] as const;

/** Suggested cadences in days by kind of party: while it is still about direct safety, and after the first year (domain.md 5). */
export const cadences: Readonly<Record<string, readonly [number, number] | undefined>> = {
  school: [7, 30],
  childcare: [7, 30],
  local_team: [7, 61],
  family: [10, 30],
  neighbour: [10, 30],
  friend: [10, 30],
  volunteer: [10, 30],
  gp: [28, 91],
  youth_health_care: [28, 183],
};

/** Days between the rounds of the team's own duties; shorter than the terms of the policy, so that a diligent team meets them. */
export const rounds = {
  assessing: 70,
  assessingLong: 150,
  conditions: 150,
  recovery: 150,
  factors: 150,
  rehearsal: 150,
  contact: 48,
  review: 182,
  load: 120,
} as const;

/** How much later than the round a team comes, in per cent of the round: at least, at most; invented. */
export const delays = { diligent: [0, 8], average: [0, 45], thin: [10, 160] } as const;

/** Days on which a family arrives, counted from the first day of the region; invented. */
export const arrivalDays = 60;

/** Days from the report to the plan: at least, at most; invented. */
export const daysToPlan = { diligent: [12, 20], average: [15, 32], thin: [24, 60] } as const;

/** Of a thousand families those in which somebody objects to research; invented. */
export const objectingPerMille = 20;

/** Families of a story come early, so that a long story fits; their looks count from the plan. */
export const storyArrivalDays = 14;
export const storyDaysToPlan = 14;
