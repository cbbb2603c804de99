/**
 * Into what a code is merged when fewer than k families have it. The parent is always a code that the event contract
 * knows and that rules do not tell from it: a merged code may cost detail, never an answer. What has no parent stays.
 */
export const hierarchies = {
  /** No rule asks about an ex-partner what it does not ask about another adult. */
  role: { ex_partner: 'other_adult' },
  /** By the kind of sight a party has; care and authorities in the end are `other`. */
  partyKind: {
    addiction_care: 'mental_health',
    mental_health: 'other',
    shelter: 'other',
    police: 'other',
    municipality: 'other',
    child_protection: 'veilig_thuis',
    volunteer: 'friend',
    support_family: 'friend',
    neighbour: 'friend',
    friend: 'other',
  },
  /** Forms of psychological violence; no rule tells them apart. */
  violence: {
    honour_related: 'psychological',
    stalking: 'psychological',
    financial: 'psychological',
    threat: 'psychological',
    verbal: 'psychological',
  },
  /** Only what rules do not tell apart: a merged pattern must not make a sign less urgent. */
  pattern: { control: 'violence', school_absence: 'other', stress: 'other' },
  /** Only barriers that breach nothing. */
  barrier: {
    own_contribution: 'other',
    no_offer: 'other',
    exclusion_criterion: 'other',
    privacy: 'other',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type Hierarchy = keyof typeof hierarchies;

export const hierarchyNames = Object.keys(hierarchies) as Hierarchy[];

export const parentOf = (hierarchy: Hierarchy, code: string): string | undefined => {
  const parents: Readonly<Record<string, string>> = hierarchies[hierarchy];
  return Object.hasOwn(parents, code) ? parents[code] : undefined;
};
