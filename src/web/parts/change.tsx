import type { FamilyStatus } from '../../read/views.ts';
import { changeWords } from '../words/decide.ts';
import { overviewWords } from '../words/overview.ts';
import { statusNames } from '../words/states.ts';
import { Alert } from './alert.tsx';
import { Fact } from './cited.tsx';
import type { Facts } from './cited.tsx';
import type { Screen } from './screen.ts';

interface Props {
  readonly event: string;
  /** The status as it would be now without that record; null if nothing was known. */
  readonly before: FamilyStatus | null;
  readonly after: FamilyStatus;
  readonly facts: Facts;
  readonly screen: Screen;
}

/** Tells somebody who recorded a fact what it did to each person's status. */
export function Changed({ event, before, after, facts, screen }: Props) {
  const { say } = screen;
  return (
    <Alert kind="ok" announce title={say(overviewWords.recorded)}>
      <p>
        <Fact id={event} facts={facts} screen={screen} />
      </p>
      <Differences before={before} after={after} screen={screen} />
    </Alert>
  );
}

function Differences({ before, after, screen }: Pick<Props, 'before' | 'after' | 'screen'>) {
  const { say, name } = screen;
  const word = (status: keyof typeof statusNames) => say(statusNames[status]).toLowerCase();
  const lines = after.safety.persons.flatMap(({ person, status }) => {
    const old = before?.safety.persons.find((each) => each.person === person)?.status;
    if (old === status) return [];
    return [
      say(
        old === undefined
          ? changeWords.joined(name(person), word(status))
          : changeWords.person(name(person), word(old), word(status)),
      ),
    ];
  });
  if (lines.length === 0) return <p>{say(changeWords.unchanged)}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
