import { continuityStories } from './continuity.ts';
import { dangerStories } from './danger.ts';
import { directStories } from './direct.ts';
import { durableStories } from './durable.ts';
import { guaranteeStories } from './guarantee.ts';
import { recoveryStories } from './recovery.ts';
import { relapseStories } from './relapse.ts';
import { sightStories } from './sight.ts';
import { watchingStories } from './watching.ts';
import type { Story } from './story.ts';

/** Every story, each lived by one family of the first few hundred. */
export const stories: readonly Story[] = [
  ...directStories,
  ...dangerStories,
  ...sightStories,
  ...recoveryStories,
  ...durableStories,
  ...watchingStories,
  ...continuityStories,
  ...relapseStories,
  ...guaranteeStories,
];

/** Every fourth family lives a story until all are told; a larger region has no more of them. */
export function storyOf(number: number): Story | undefined {
  return number % 4 === 1 ? stories[(number - 1) / 4] : undefined;
}
