import type { CodebookInput } from './codebook.ts';

/** Rules of domain.md whose answer from a release can differ from that of the source. */
export interface DifferingRules {
  readonly rules: readonly string[];
  readonly field: string;
  readonly because: string;
}

/**
 * By the field that was changed. Statuses read D and U rules, so a status differs only where one of these does; every
 * rule that is not named gives the same answer at the moved instant.
 */
export function differingRules({ times }: CodebookInput): readonly DifferingRules[] {
  return [
    {
      rules: ['D4', 'U3', 'M12'],
      field: 'PersonJoined.birthMonth',
      because:
        'The age of a child is that of the middle of its age band, or not known, which counts as old enough.',
    },
    {
      rules: ['R2', 'R7', 'W6', 'W9', 'M11', 'L4'],
      field: 'all times',
      because:
        'Days keep the Amsterdam clock when they are moved, hours are elapsed time: a term in hours that crosses a change of the clock in the source or in the release can end one hour earlier or later.',
    },
    ...(times === 'exact'
      ? []
      : [
          {
            rules: ['all rules that compare times'],
            field: 'all times',
            because: `Times are told by ${times.replace('_', ' ')} only, so an answer can change earlier or later by as much, and short stretches can vanish.`,
          },
        ]),
  ];
}
