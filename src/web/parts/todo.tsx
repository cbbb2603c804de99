import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import type { Finding } from '../words/findings.ts';
import { isDirect } from '../words/rules.ts';
import { todoFor, todoWords } from '../words/todo.ts';
import type { Todo as Task } from '../words/todo.ts';
import { alarmWords } from '../words/family.ts';
import type { Facts } from './cited.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { spoken } from './speaking.ts';

type Person = FamilyStatus['safety']['persons'][number];

interface Props {
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly facts: Facts;
  readonly screen: Screen;
  /** Forms are offered only where people look at now. */
  readonly isLive: boolean;
}

/** For each person, in order, what stands between now and a higher status. */
export function Todos({ status, detail, facts, screen, isLive }: Props) {
  const { say } = screen;
  return (
    <section aria-labelledby="todo">
      <h2 id="todo">{say(todoWords.title)}</h2>
      {status.safety.persons.map((person) => (
        <Person
          person={person}
          status={status}
          detail={detail}
          facts={facts}
          screen={screen}
          isLive={isLive}
        />
      ))}
    </section>
  );
}

function Person({ person, ...props }: Props & { readonly person: Person }) {
  const { detail, screen } = props;
  const { say } = screen;
  const findings = detail.persons.find((each) => each.person === person.person)?.findings ?? [];
  const lacking = findings.filter(({ met }) => !met);
  const direct = lacking.filter(({ rule }) => isDirect(rule));
  const towardsDirect = person.status === 'unsafe' || person.status === 'unknown';
  const next = towardsDirect ? direct : lacking;
  const name = screen.name(person.person);
  if (person.status === 'durable') return <h3>{say(todoWords.keep(name))}</h3>;
  return (
    <>
      <h3>{say(towardsDirect ? todoWords.toDirect(name) : todoWords.toDurable(name))}</h3>
      <ol class="todo">
        {next.map((finding) => (
          <li>
            <Item finding={finding} person={person.person} {...props} />
          </li>
        ))}
        <li>
          <Decide isReady={next.length === 0} isDurable={!towardsDirect} {...props} />
        </li>
      </ol>
    </>
  );
}

interface ItemProps extends Props {
  readonly finding: Finding;
  readonly person: string;
}

function Item({ finding, person, status: { family }, detail, facts, screen, isLive }: ItemProps) {
  const { say } = screen;
  const todo = todoFor(finding, person);
  return (
    <>
      {spoken(finding, person, { facts, detail, screen })} <span class="rule">{finding.rule}</span>
      <br />
      <strong>{say(todo.act)}</strong>{' '}
      <span class="hint">
        {say(todoWords.who)} {say(todo.who)}
      </span>
      {isLive && <Way todo={todo} family={family} screen={screen} about={finding.rule} />}
    </>
  );
}

/** The link says about what, so that it reads well by itself. */
function Way({
  todo,
  family,
  screen,
  about,
}: {
  readonly todo: Task;
  readonly family: string;
  readonly screen: Screen;
  readonly about: string;
}) {
  const { say, link } = screen;
  const form = todo.record && recordLink(screen, family, todo.record.kind, todo.record.values);
  const page = todo.page === undefined ? null : link(todo.page, { family });
  const href = form ?? page;
  if (href === null) return null;
  return (
    <a class="no-print" href={href}>
      {say(form ? todoWords.go : todoWords.look)}{' '}
      <span class="visually-hidden">
        ({say(alarmWords.about).toLowerCase()} {about})
      </span>
    </a>
  );
}

function Decide({
  isReady,
  isDurable,
  status: { family },
  screen,
}: Props & { readonly isReady: boolean; readonly isDurable: boolean }) {
  const { say, link } = screen;
  return (
    <>
      <a href={link('decide', { family })}>{say(isReady ? todoWords.decideNow : todoWords.decideWhen)}</a>{' '}
      <span class="hint">
        {say(todoWords.who)} {say(isDurable ? todoWords.decideWhoDurable : todoWords.decideWho)}
      </span>
    </>
  );
}
