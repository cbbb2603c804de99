import type { FamilyStatus } from '../../read/views.ts';
import { continuityWords, planWords } from '../words/family.ts';
import { stepKinds, stepStates } from '../words/states.ts';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

/** The steps of the plan, with where their order is wrong or stuck. */
export function Plan({ plan, screen }: { readonly plan: FamilyStatus['plan']; readonly screen: Screen }) {
  const { say } = screen;
  const heads = [planWords.step, planWords.person, planWords.kind, planWords.state, planWords.remark];
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{say(planWords.title)}</h2>
      <p>{say(plan.active ? planWords.active : planWords.inactive)}</p>
      {plan.steps.length === 0 ? (
        <p>{say(planWords.none)}</p>
      ) : (
        <Table caption={say(planWords.caption)} heads={heads} screen={screen}>
          {plan.steps.map((step) => (
            <tr>
              <th scope="row">{step.step}</th>
              <td>{screen.name(step.person)}</td>
              <td>{say(stepKinds[step.kind])}</td>
              <td>{say(stepStates[step.state])}</td>
              <td>
                {[
                  ...(step.orderViolation ? [planWords.order] : []),
                  ...(step.deadlock ? [planWords.deadlock] : []),
                ]
                  .map(say)
                  .join('; ') || '-'}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Who stays with the family for years. */
export function Continuity({
  continuity,
  screen,
}: {
  readonly continuity: FamilyStatus['continuity'];
  readonly screen: Screen;
}) {
  const { say } = screen;
  const { professional, deputy, lastContact, contactDue } = continuity;
  const instant = (text: string | null) =>
    text === null ? say(continuityWords.never) : <When at={text} screen={screen} />;
  return (
    <section aria-labelledby="continuity">
      <h2 id="continuity">{say(continuityWords.title)}</h2>
      <dl>
        <dt>{say(continuityWords.professional)}</dt>
        <dd>{professional === null ? say(continuityWords.nobody) : screen.name(professional)}</dd>
        <dt>{say(continuityWords.deputy)}</dt>
        <dd>{deputy === null ? say(continuityWords.nobody) : screen.name(deputy)}</dd>
        <dt>{say(continuityWords.last)}</dt>
        <dd>{instant(lastContact)}</dd>
        <dt>{say(continuityWords.due)}</dt>
        <dd>{contactDue === null ? '-' : <When at={contactDue} screen={screen} />}</dd>
      </dl>
    </section>
  );
}
