import type { Status } from '../../domain/vocabulary.ts';
import type { FamilyStatus } from '../../read/views.ts';
import type { Answer, KnownFact, PersonDifference, RuleDifference, Side } from '../timeline/differences.ts';
import { compareWords } from '../words/compare.ts';
import { timelineWords } from '../words/family.ts';
import type { Text } from '../words/lang.ts';
import { rules as ruleWords } from '../words/rules.ts';
import type { RuleId } from '../words/rules.ts';
import { entryStates } from '../words/states.ts';
import { factText } from './fact-words.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, When } from './small.tsx';

interface Sides {
  readonly screen: Screen;
  readonly family: string;
  readonly first: { readonly status: FamilyStatus };
  readonly second: { readonly status: FamilyStatus };
}

const sideHeads = [compareWords.first, compareWords.second];

/** The family, then each person, at either moment. */
export function StatusDifferences({
  screen,
  first,
  second,
  persons,
}: Sides & { readonly persons: readonly PersonDifference[] }) {
  const { say } = screen;
  const heads = [compareWords.person, ...sideHeads, compareWords.change];
  const cell = (status: Status | null) =>
    status === null ? say(compareWords.notAtRisk) : <StatusInWords status={status} screen={screen} />;
  const row = (name: string, one: Status | null, other: Status | null) => (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={say(compareWords.first)}>{cell(one)}</td>
      <td data-label={say(compareWords.second)}>{cell(other)}</td>
      <td data-label={say(compareWords.change)}>
        {one === other ? say(compareWords.same) : <strong>{say(compareWords.different)}</strong>}
      </td>
    </tr>
  );
  return (
    <Table caption={say(compareWords.statuses)} heads={heads} screen={screen} cards>
      {row(say(compareWords.family), first.status.safety.status, second.status.safety.status)}
      {persons.map((each) => row(screen.name(each.person), each.first, each.second))}
    </Table>
  );
}

const sideNames: Readonly<Record<Side, Text>> = { first: compareWords.first, second: compareWords.second };

/** Facts that only one of the two moments knew, or that were struck in between. */
export function FactDifferences({ screen, family, facts }: Sides & { readonly facts: readonly KnownFact[] }) {
  const { say, link } = screen;
  if (facts.length === 0) return <p>{say(compareWords.sameKnown)}</p>;
  const heads = [compareWords.fact, timelineWords.recorded, compareWords.only, compareWords.bearing];
  const bearing = ({ bearing: what, fact }: KnownFact): string =>
    what === 'struck' ? say(compareWords.struck(say(entryStates[fact.state]))) : say(compareWords[what]);
  return (
    <Table caption={say(compareWords.known)} heads={heads} screen={screen} cards>
      {facts.map((known) => (
        <tr class={`known-${known.bearing}`}>
          <th scope="row">
            <a href={link('fact', { family, id: known.fact.id })}>{factText(known.fact, screen)}</a>
          </th>
          <td data-label={say(timelineWords.recorded)}>
            <When at={known.fact.record.recordedAt} screen={screen} />
          </td>
          <td data-label={say(compareWords.only)}>{say(sideNames[known.on])}</td>
          <td data-label={say(compareWords.bearing)}>{bearing(known)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The rules whose answers differ. */
export function RuleDifferences({ screen, rules }: Sides & { readonly rules: readonly RuleDifference[] }) {
  const { say } = screen;
  if (rules.length === 0) return <p>{say(compareWords.noRules)}</p>;
  const heads = [compareWords.person, compareWords.rule, ...sideHeads];
  const answer = (rule: RuleId, { met, missing }: Answer): string => {
    if (met === null) return say(compareWords.absent);
    const words = ruleWords[rule];
    const lack = missing === undefined ? undefined : words.missing?.[missing];
    return [say(met ? words.met : words.notMet), ...(lack ? [say(lack)] : [])].join(' ');
  };
  return (
    <Table caption={say(compareWords.rules)} heads={heads} screen={screen} cards>
      {rules.map(({ person, rule, first, second }) => (
        <tr>
          <th scope="row">{screen.name(person)}</th>
          <td data-label={say(compareWords.rule)}>
            {say(ruleWords[rule].name)} <span class="rule">{rule}</span>
          </td>
          <td data-label={say(compareWords.first)}>{answer(rule, first)}</td>
          <td data-label={say(compareWords.second)}>{answer(rule, second)}</td>
        </tr>
      ))}
    </Table>
  );
}
