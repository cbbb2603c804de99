import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { planWords } from '../words/family.ts';
import { stepWords } from '../words/relapse.ts';
import { spokenDay, spokenList } from '../words/speech.ts';
import { stepKinds, stepStates } from '../words/states.ts';
import { EmptyState } from './empty-state.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { Table } from './small.tsx';

type Step = FamilyDetail['steps'][number];

interface Props {
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly screen: Screen;
  readonly isLive: boolean;
}

/** The steps of the plan: what comes first, what waits for what, and where it is stuck. */
export function Plan({ status: { family, plan }, detail, screen, isLive }: Props) {
  const { say } = screen;
  const heads = [
    planWords.step,
    planWords.person,
    planWords.kind,
    planWords.state,
    stepWords.order,
    stepWords.owner,
  ];
  const form = isLive
    ? recordLink(screen, family, plan.active ? 'plan-step-set' : 'plan-activated', { back: 'family' })
    : null;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{say(planWords.title)}</h2>
      <p>{say(plan.active ? planWords.active : planWords.inactive)}</p>
      {detail.steps.length === 0 ? (
        <EmptyState text={say(planWords.none)} />
      ) : (
        <Table caption={say(stepWords.caption)} heads={heads} screen={screen} cards>
          {detail.steps.map((step) => (
            <Row step={step} family={family} screen={screen} isLive={isLive} />
          ))}
        </Table>
      )}
      {form !== null && (
        <p>
          <a href={form}>{say(plan.active ? stepWords.add : stepWords.noPlan)}</a>
        </p>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'screen' | 'isLive'> {
  readonly step: Step;
  readonly family: string;
}

function Row({ step, family, screen, isLive }: RowProps) {
  const { say, name } = screen;
  return (
    <tr class={step.orderViolation || step.deadlock ? 'not-met' : undefined}>
      <th scope="row">{step.step}</th>
      <td data-label={say(planWords.person)}>{name(step.person)}</td>
      <td data-label={say(planWords.kind)}>{say(stepKinds[step.kind])}</td>
      <td data-label={say(planWords.state)}>{say(stepStates[step.state])}</td>
      <td data-label={say(stepWords.order)}>
        <Order step={step} screen={screen} />
        {isLive && <Acts step={step} family={family} screen={screen} />}
      </td>
      <td data-label={say(stepWords.owner)}>{name(step.owner)}</td>
    </tr>
  );
}

function Order({ step, screen }: Pick<RowProps, 'step' | 'screen'>) {
  const { say, lang } = screen;
  const { after, waitsFor, waitsForTrauma, orderViolation, isOverridden, deadlock, deadlockFrom } = step;
  const isOver = step.state === 'completed';
  const waits = !isOver && (waitsFor.length > 0 || waitsForTrauma);
  return (
    <ul class="plain">
      {orderViolation && (
        <li>
          <strong>{say(stepWords.violation)}</strong>
        </li>
      )}
      {isOverridden && <li>{say(stepWords.overridden)}</li>}
      {!isOver && waitsFor.length > 0 && <li>{say(stepWords.waits(spokenList(waitsFor, lang)))}</li>}
      {!isOver && waitsForTrauma && <li>{say(stepWords.waitsForTrauma)}</li>}
      {!waits && (
        <li>{say(after.length === 0 ? stepWords.free : stepWords.after(spokenList(after, lang)))}</li>
      )}
      {deadlockFrom !== null &&
        (deadlock ? (
          <li>
            <strong>{say(stepWords.deadlock(spokenDay(deadlockFrom, lang)))}</strong>
          </li>
        ) : (
          <li>{say(stepWords.startBefore(spokenDay(deadlockFrom, lang)))}</li>
        ))}
      {step.neededBy !== null && (
        <li>
          {say(stepWords.neededBy)} {spokenDay(step.neededBy, lang)}
        </li>
      )}
    </ul>
  );
}

function Acts({ step: { step, state }, family, screen }: Omit<RowProps, 'isLive'>) {
  const { say } = screen;
  if (state === 'completed') return null;
  const acts = [
    [stepWords.start, recordLink(screen, family, 'plan-step-started', { step, back: 'family' })],
    [stepWords.complete, recordLink(screen, family, 'plan-step-completed', { step, back: 'family' })],
    [stepWords.stall, recordLink(screen, family, 'plan-step-stalled', { step, back: 'family' })],
  ] as const;
  return (
    <p>
      {acts.map(([label, href]) => (
        <>
          <a href={href}>
            {say(stepWords.act)}: {say(label)}
            <span class="visually-hidden"> ({say(stepWords.about(step))})</span>
          </a>{' '}
        </>
      ))}
    </p>
  );
}
