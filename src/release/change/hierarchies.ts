/**
 * Into what a code is merged when fewer than k families have it. The parent is always a code that the event contract
 * knows, so that every tool still reads the events; what has no parent is left as it is, or its event is left out.
 */
export const hierarchies = {
  /** A partner who left, or lives elsewhere, is an adult of the family all the same. */
  role: { ex_partner: 'other_adult', partner: 'other_adult' },
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
  /** The forms of psychological violence; the others say different things and stay. */
  violence: {
    honour_related: 'psychological',
    stalking: 'psychological',
    financial: 'psychological',
    threat: 'psychological',
    verbal: 'psychological',
  },
  factor: {
    intellectual_disability: 'other',
    chronic_illness: 'other',
    own_childhood: 'other',
    isolation: 'other',
    separation_conflict: 'other',
    psychiatric: 'other',
    addiction: 'other',
    housing: 'other',
    work: 'other',
    debt: 'other',
  },
  pattern: {
    control: 'violence',
    addiction: 'other',
    psychiatric: 'other',
    debt_housing: 'other',
    school_absence: 'other',
    child_residual: 'other',
    stress: 'other',
  },
  barrier: {
    residence_principle: 'other',
    funding_silo: 'other',
    waiting_list: 'other',
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
