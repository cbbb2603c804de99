import type { Instant } from '../../domain/instant.ts';
import type { FamilyRow, HelpNeed } from '../../read/views.ts';
import { breachText } from '../words/alarms.ts';
import { causeText, stepText } from '../words/help-needs.ts';
import { queueWords } from '../words/queue.ts';
import { DataList } from './data-list.tsx';
import { HelpActions } from './help-actions.tsx';
import type { Screen } from './screen.ts';
import { StatusBadge, UrgencyBadge, When } from './small.tsx';
import { Professional, Term } from './term.tsx';

interface Props {
  readonly row: FamilyRow;
  readonly need: HelpNeed;
  /** Open signs of the same family that stand nowhere else in the list. */
  readonly others: number;
  readonly asOf: Instant;
  readonly screen: Screen;
  /** On the page of the family itself: whose it is need not be said. */
  readonly isOwnPage?: boolean;
  /** Forms are offered only where people look at now. */
  readonly isLive?: boolean;
}

/** One family that needs help: what set it off, what is due when, who is on it, and what may be done. */
export function HelpNeedCard(props: Props) {
  const { row, need, others, asOf, screen, isOwnPage = false, isLive = true } = props;
  const { say, link } = screen;
  const { family } = row;
  return (
    <article class="case" aria-label={isOwnPage ? say(causeText(need.cause, screen.name)) : family}>
      <h3 class="case-head">
        <UrgencyBadge urgency={need.urgency} screen={screen} />{' '}
        {isOwnPage ? (
          say(causeText(need.cause, screen.name))
        ) : (
          <>
            <a class="id" href={link('family', { family })}>
              {family}
            </a>{' '}
            <StatusBadge status={row.status} screen={screen} />
          </>
        )}
      </h3>
      <p class="case-cause">
        {!isOwnPage && `${say(causeText(need.cause, screen.name))}. `}
        {say(queueWords.since)} <When at={need.since} screen={screen} />.
      </p>
      <DataList items={itemsOf({ row, need, asOf, screen })} />
      {others > 0 && (
        <p>
          <a href={link('familyRelapse', { family })}>{say(queueWords.more(others))}</a>
        </p>
      )}
      {isLive && <HelpActions row={row} need={need} screen={screen} back={isOwnPage ? 'family' : 'queue'} />}
    </article>
  );
}

function itemsOf({ row, need, asOf, screen }: Pick<Props, 'row' | 'need' | 'asOf' | 'screen'>) {
  const { say, name } = screen;
  const isOpen = need.state === 'open';
  const isJudged = need.steps.some(({ kind }) => kind === 'judged');
  const contact = {
    term: say(queueWords.contactDue),
    value: isJudged ? (
      say(queueWords.judged)
    ) : (
      <Term by={need.contactDue} isLate={need.contactLate} asOf={asOf} screen={screen} />
    ),
  };
  const help = {
    term: say(queueWords.helpDue),
    value: <Term by={need.helpDue} isLate={need.helpLate} asOf={asOf} screen={screen} />,
  };
  return [
    ...(isOpen ? [contact, help] : []),
    { term: say(queueWords.onIt), value: <OnIt need={need} screen={screen} /> },
    { term: say(queueWords.guarantee), value: <Breaches row={row} need={need} screen={screen} /> },
    {
      term: say(queueWords.helpers),
      value: need.helpers.length === 0 ? say(queueWords.noHelpers) : need.helpers.map(name).join(', '),
    },
    { term: say(queueWords.professional), value: <Professional row={row} screen={screen} /> },
  ];
}

/** The latest step with its time; "nobody" is said in a word of its own weight. */
function OnIt({ need: { steps }, screen }: Pick<Props, 'need' | 'screen'>) {
  const { say, name } = screen;
  const last = steps.at(-1);
  if (!last) return <strong class="nobody">{say(queueWords.nobody)}</strong>;
  const step = (each: typeof last) => (
    <>
      {say(stepText(each, name))}, <When at={each.at} screen={screen} />
    </>
  );
  return (
    <>
      {step(last)}
      {steps.length > 1 && (
        <details>
          <summary>{say(queueWords.allSteps(steps.length))}</summary>
          <ol>
            {steps.map((each) => (
              <li>{step(each)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Breaches({ row, need: { breaches }, screen }: Pick<Props, 'row' | 'need' | 'screen'>) {
  const { say } = screen;
  if (breaches.length === 0) return say(row.guaranteed ? queueWords.notBroken : queueWords.notGuaranteed);
  return (
    <ul class="breaches">
      {breaches.map(({ rule, at }) => (
        <li>
          <strong>{say(breachText(rule))}</strong>, <When at={at} screen={screen} />
        </li>
      ))}
    </ul>
  );
}
