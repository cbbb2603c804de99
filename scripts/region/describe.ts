import { momentText, numberOf } from './days.ts';
import { beginning } from './region.ts';
import type { RegionOptions } from './region.ts';
import type { Nature } from './nature.ts';
import { storyOf } from './stories/all.ts';

/** What is true about an invented family but stands in none of its events. */
interface FamilyDescription {
  readonly family: string;
  readonly nature: Nature;
  readonly usersOfViolence: readonly string[];
  /** The scripted family that it is, with the moments at which its outcomes show. */
  readonly story: { readonly name: string; readonly why: string; readonly looks: readonly LookAt[] } | null;
}

interface LookAt {
  readonly at: string;
  readonly shows: readonly string[];
}

/** Describes family k as `region` with the same options tells it; looks outside the period are left out. */
export function describe(
  number: number,
  { seed, from, until }: Omit<RegionOptions, 'families'>,
): FamilyDescription {
  const first = numberOf(from);
  const end = numberOf(until);
  const life = beginning(number, seed, first, end);
  const story = storyOf(number);
  const looks = (story?.looks ?? [])
    .map(({ day, hour = 12, shows }) => ({ day: life.planDay + day, minute: hour * 60, shows }))
    .filter(({ day }) => day >= first && day < end)
    .map(({ shows, ...moment }) => ({ at: momentText(moment), shows }));
  return {
    family: life.family,
    nature: life.nature,
    usersOfViolence: life.cast.users,
    story: story ? { name: story.name, why: story.why, looks } : null,
  };
}
