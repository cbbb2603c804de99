import type { FamilyDetail } from '../../read/views.ts';
import { decisionWords } from '../words/overview.ts';
import { spokenDay, spokenList } from '../words/speech.ts';
import { statusNames } from '../words/states.ts';
import { Fact } from './cited.tsx';
import type { Facts } from './cited.tsx';
import { DataList } from './data-list.tsx';
import { EmptyState } from './empty-state.tsx';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

type Decision = FamilyDetail['decisions'][number];

interface Props {
  readonly decisions: readonly Decision[];
  readonly facts: Facts;
  readonly screen: Screen;
  /** The reasons of a decision, opened; undefined if there are none or they may not be read. */
  readonly reasonsOf: (event: string) => string | undefined;
}

/** The latest decision with what became of it; the earlier ones folded. */
export function Decisions({ decisions, facts, screen, reasonsOf }: Props) {
  const { say, link } = screen;
  const [latest, ...earlier] = decisions;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{say(decisionWords.title)}</h2>
      {latest ? (
        <OneDecision decision={latest} {...{ facts, screen, reasonsOf }} />
      ) : (
        <EmptyState text={say(decisionWords.none)} />
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{say(decisionWords.earlier(earlier.length))}</summary>
          {earlier.map((decision) => (
            <OneDecision decision={decision} {...{ facts, screen, reasonsOf }} />
          ))}
        </details>
      )}
      <p>
        <a href={link('decide', { family: facts.family })}>{say(decisionWords.decide)}</a>
      </p>
    </section>
  );
}

type One = Omit<Props, 'decisions'> & { readonly decision: Decision };

function OneDecision({ decision, facts, screen, reasonsOf }: One) {
  const { say, name, lang } = screen;
  const reasons = reasonsOf(decision.event);
  return (
    <article class="decision" id={`decision-${decision.event}`}>
      <DataList
        items={[
          {
            term: say(decisionWords.about),
            value: decision.person === 'family' ? say(decisionWords.family) : name(decision.person),
          },
          { term: say(decisionWords.decided), value: <strong>{say(statusNames[decision.status])}</strong> },
          { term: say(decisionWords.on), value: <When at={decision.at} screen={screen} /> },
          { term: say(decisionWords.judges), value: spokenList(decision.judges.map(name), lang) },
          {
            term: say(decisionWords.dissent),
            value:
              decision.dissent.length === 0
                ? say(decisionWords.noDissent)
                : spokenList(decision.dissent.map(name), lang),
          },
          {
            term: say(decisionWords.basis),
            value:
              decision.basis.length === 0 ? (
                say(decisionWords.noBasis)
              ) : (
                <FactList ids={decision.basis} facts={facts} screen={screen} />
              ),
          },
          ...(reasons === undefined ? [] : [{ term: say(decisionWords.reasons), value: reasons }]),
        ]}
      />
      <Standing decision={decision} facts={facts} screen={screen} />
    </article>
  );
}

function Standing({ decision, facts, screen }: Pick<One, 'decision' | 'facts' | 'screen'>) {
  const { say, lang } = screen;
  return (
    <>
      <p>
        <strong>{say(decision.isVoid ? decisionWords.void : decisionWords.standing)}</strong>
        {decision.countsAsDirect && ` ${say(decisionWords.countsAsDirect)}`}
      </p>
      {decision.unweighed.length > 0 && (
        <>
          <p>{say(decisionWords.unweighed)}</p>
          <FactList ids={decision.unweighed} facts={facts} screen={screen} />
        </>
      )}
      {decision.quietFrom !== null && (
        <>
          <p>{say(decisionWords.tooRecent(spokenDay(decision.quietFrom, lang)))}</p>
          <FactList ids={decision.tooRecent} facts={facts} screen={screen} />
        </>
      )}
      {decision.isWithoutKnowledge && <p class="note">{say(decisionWords.withoutKnowledge)}</p>}
    </>
  );
}

export function FactList({
  ids,
  facts,
  screen,
}: {
  readonly ids: readonly string[];
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  return (
    <ul>
      {ids.map((id) => (
        <li>
          <Fact id={id} facts={facts} screen={screen} />
        </li>
      ))}
    </ul>
  );
}
