import { basicConditions, recoveryNeed } from '../recovering.ts';
import { children, team } from '../cast.ts';
import { look, other, partyOf, tell, turn, user, dayIn } from './story.ts';
import type { Story } from './story.ts';
import type { Life } from '../life.ts';

/** Stories about recovery and the order of steps: U2, U3, U6, U7. */
export const recoveryStories: readonly Story[] = [
  {
    name: 'not enough for the children',
    why: 'One condition that is insufficient, three that are fragile, and then nobody looks.',
    turns: [
      turn(185, (life) => {
        conditionsOf(life, { 3: 'insufficient' });
      }),
      turn(205, (life) => {
        conditionsOf(life, { 3: 'fragile', 4: 'fragile', 5: 'fragile' });
      }),
      turn(206, (life) => void life.stopped.add('conditions')),
      turn(395, (life) => {
        for (const child of children(life.cast)) basicConditions(life, child);
      }),
    ],
    looks: [look(190, 'U2 insufficient'), look(210, 'U2 fragile'), look(394, 'U2 not_assessed')],
  },
  {
    name: 'what the child needs',
    why: 'No diagnosis is no answer: the child is asked, help starts, a residual sign opens the question again.',
    turns: [
      turn(33, (life) => void life.stopped.add('recovery')),
      turn(40, (life) => {
        need(life, { personAsked: false });
      }),
      turn(50, (life) => {
        need(life, {});
      }),
      turn(60, (life) => void tell(life, 'PlanStepStalled', { step: 's-child-1', reason: 'wrong_help' })),
      turn(70, (life) => void tell(life, 'PlanStepStarted', { step: 's-child-1' })),
      turn(
        80,
        (life) =>
          void tell(life, 'RelapseSignalObserved', {
            person: 'person:child-1',
            level: 'green',
            pattern: 'child_residual',
            selfReport: false,
          }),
      ),
      turn(90, (life) => {
        need(life, { need: 'not_yet_clear', nextLook: dayIn(life, 10) });
      }),
      turn(110, (life) => {
        need(life, { need: 'none_found' });
      }),
    ],
    looks: [
      look(45, 'U3 not_asked'),
      look(55, 'U3 met'),
      look(65, 'U3 help_not_started', 'step stalled'),
      look(85, 'U3 residual', 'candidate early'),
      look(105, 'U3 next_look'),
      look(300, 'U3 stale'),
    ],
  },
  {
    name: 'first things first',
    why: 'Parenting before trauma, a step before what it depends on, a trauma step that never starts, and a decision to depart from the order.',
    turns: [
      turn(33, (life) => {
        tell(life, 'PlanStepSet', {
          step: 's-early',
          person: other,
          kind: 'parenting',
          owner: team(life.cast),
        });
        tell(life, 'PlanStepStarted', { step: 's-early' }, { minute: 620 });
      }),
      turn(60, (life) => {
        tell(life, 'PlanStepSet', {
          step: 's-debts',
          person: user,
          kind: 'debt_housing',
          owner: team(life.cast),
          dependsOn: ['s-trauma-1'],
        });
        tell(life, 'PlanStepStarted', { step: 's-debts' }, { minute: 620 });
        tell(life, 'ParentTraumaScreened', { person: user, present: 'yes' });
        tell(life, 'PlanStepSet', {
          step: 's-trauma-2',
          person: user,
          kind: 'parent_trauma',
          owner: team(life.cast),
          neededBy: dayIn(life, 20),
        });
      }),
      turn(
        70,
        (life) =>
          void tell(life, 'WaitlistPlacementRecorded', {
            ref: 's-trauma-2',
            provider: partyOf(life, 'mental_health'),
            named: 'waitlist',
            expectedDays: 120,
          }),
      ),
      turn(
        75,
        (life) =>
          void tell(life, 'OrderOverridden', {
            step: 's-debts',
            reason: 'eviction_threatens',
            approvedBy: [team(life.cast)],
          }),
      ),
      turn(100, (life) => void tell(life, 'WaitlistLeft', { ref: 's-trauma-2' })),
    ],
    looks: [
      look(36, 'U6 not met', 'alarm U6 early', 'order violation'),
      look(65, 'U6 not met', 'step set'),
      look(76, 'U6 met'),
      look(90, 'alarm W13 urgent', 'deadlock', 'step waiting'),
    ],
  },
  {
    name: 'together too early',
    why: 'Work on the relationship is not done under intimidation.',
    profile: 5,
    turns: [
      turn(60, (life) => {
        tell(life, 'PlanStepSet', {
          step: 's-together',
          person: other,
          kind: 'relationship',
          owner: team(life.cast),
        });
        tell(life, 'PlanStepStarted', { step: 's-together' }, { minute: 620 });
      }),
      turn(120, (life) => void tell(life, 'PlanStepCompleted', { step: 's-together', outcome: 'none' })),
    ],
    looks: [look(65, 'U7 not met'), look(125, 'U7 met')],
  },
];

type Level = 'insufficient' | 'fragile' | 'sufficient';

function conditionsOf(life: Life, levels: Partial<Record<'3' | '4' | '5', Level>>): void {
  for (const child of children(life.cast))
    tell(life, 'BasicConditionsAssessed', { child: child.person, basis: ['seen', 'told'], levels });
}

function need(life: Life, more: Parameters<typeof recoveryNeed>[2]): void {
  for (const child of children(life.cast)) recoveryNeed(life, child, more);
}
