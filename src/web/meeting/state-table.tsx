import type { ComponentChildren } from 'preact';
import type { Screen } from '../parts/screen.ts';
import { Table } from '../parts/small.tsx';
import { reviewWords } from '../words/meetings.ts';
import type { StateLine } from './state.ts';

/** What the team sees at one viewpoint. */
export function StateTable({
  lines,
  screen,
}: {
  readonly lines: readonly StateLine[];
  readonly screen: Screen;
}) {
  const { say } = screen;
  return (
    <div class="state">
      <Table
        caption={say(reviewWords.table)}
        heads={[reviewWords.person, reviewWords.subject, reviewWords.state]}
        screen={screen}
        cards
      >
        {lines.map(({ about, aspect, sentences }, index) => (
          <tr class={startsAt(lines, index) ? 'first' : undefined}>
            <th scope="row">
              <span class={startsAt(lines, index) ? undefined : 'unseen'}>{about}</span>
            </th>
            <td data-label={say(reviewWords.subject)}>{aspect}</td>
            <td data-label={say(reviewWords.state)}>
              <Sentences of={sentences} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

interface ThenAndSince {
  readonly then: readonly StateLine[];
  /** The same moment with later knowledge. */
  readonly since: readonly StateLine[];
  readonly screen: Screen;
}

/** Each row says about whom it is; who sees the table reads it once. */
const startsAt = (lines: readonly StateLine[], index: number) =>
  lines[index]?.about !== lines[index - 1]?.about;

/** What the team saw, to the letter, and beside it what it would have seen with the knowledge of now. */
export function ThenAndSinceTable({ then, since, screen }: ThenAndSince) {
  const { say } = screen;
  const key = ({ about, aspect }: StateLine) => `${about} ${aspect}`;
  const later = new Map(since.map((line) => [key(line), line]));
  const added = since.filter((line) => !then.some((each) => key(each) === key(line)));
  return (
    <div class="state">
      <Table
        caption={say(reviewWords.table)}
        heads={[reviewWords.person, reviewWords.subject, reviewWords.then, reviewWords.since]}
        screen={screen}
        cards
      >
        {then.map((line, index) => (
          <Row
            line={line}
            isFirst={startsAt(then, index)}
            screen={screen}
            then={<Sentences of={line.sentences} />}
          >
            <Learned then={line} since={later.get(key(line))} screen={screen} />
          </Row>
        ))}
        {added.map((line, index) => (
          <Row line={line} isFirst={startsAt(added, index)} screen={screen} then={say(reviewWords.notSeen)}>
            <Sentences of={line.sentences} />
          </Row>
        ))}
      </Table>
    </div>
  );
}

interface RowProps {
  readonly line: StateLine;
  readonly isFirst: boolean;
  readonly then: ComponentChildren;
  readonly screen: Screen;
  readonly children: ComponentChildren;
}

function Row({ line: { about, aspect }, isFirst, then, screen, children }: RowProps) {
  const { say } = screen;
  return (
    <tr class={isFirst ? 'first' : undefined}>
      <th scope="row">
        <span class={isFirst ? undefined : 'unseen'}>{about}</span>
      </th>
      <td data-label={say(reviewWords.subject)}>{aspect}</td>
      <td data-label={say(reviewWords.then)}>{then}</td>
      <td data-label={say(reviewWords.since)}>{children}</td>
    </tr>
  );
}

interface LearnedProps {
  readonly then: StateLine;
  readonly since: StateLine | undefined;
  readonly screen: Screen;
}

function Learned({ then, since, screen }: LearnedProps) {
  if (since === undefined) return <>{screen.say(reviewWords.nobodyNow)}</>;
  if (since.sentences.join('\n') === then.sentences.join('\n'))
    return <span class="soft">{screen.say(reviewWords.sameState)}</span>;
  return <Sentences of={since.sentences} />;
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  if (sentences.length === 1) return <>{sentences[0]}</>;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}
