import type { FamilyStatus } from '../../read/views.ts';
import { alarmText } from '../words/alarms.ts';
import { alarmWords, familyWords, safetyWords } from '../words/family.ts';
import { rules } from '../words/rules.ts';
import type { RuleId } from '../words/rules.ts';
import { alarmActs, whyNotClosable } from '../words/overview.ts';
import { statusNames } from '../words/states.ts';
import { Button } from './button.tsx';
import { Fact } from './cited.tsx';
import type { Facts } from './cited.tsx';
import { EmptyWhileBehind } from './freshness.tsx';
import { EmptyState } from './empty-state.tsx';
import { EvidenceAndDecision } from './persons.tsx';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, UrgencyBadge, When } from './small.tsx';

interface Props {
  readonly status: FamilyStatus;
  readonly facts: Facts;
  readonly screen: Screen;
}

/** The family as a whole, and what time alone will change. */
export function Safety({ status: { safety, alarms }, facts, screen }: Props) {
  const { say } = screen;
  return (
    <section aria-labelledby="safety">
      <h2 id="safety">{say(safetyWords.title)}</h2>
      <p class="lead">
        <StatusInWords status={safety.status} screen={screen} />
        {safety.since !== null && (
          <>
            {', '}
            {say(familyWords.since)} <When at={safety.since} screen={screen} />
          </>
        )}
        .
      </p>
      {alarms.length > 0 && (
        <p>
          <a href="#alarms">
            {say(
              safetyWords.alarms(alarms.length, alarms.filter(({ urgency }) => urgency === 'acute').length),
            )}
          </a>
        </p>
      )}
      <EvidenceAndDecision evidence={safety.evidence} decided={safety.decided} screen={screen} />
      <p>{say(safetyWords.lowest)}</p>
      {safety.candidate && <p class="note">{say(safetyWords.candidate)}</p>}
      {safety.decidedWithoutKnowledge.length > 0 && (
        <div class="note">
          <p>{say(safetyWords.withoutKnowledge)}</p>
          <ul>
            {safety.decidedWithoutKnowledge.map((id) => (
              <li>
                <Fact id={id} facts={facts} screen={screen} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{say(safetyWords.change)}</h3>
      <NextChange change={safety.nextChange} screen={screen} />
    </section>
  );
}

function NextChange({
  change,
  screen,
}: {
  readonly change: FamilyStatus['safety']['nextChange'];
  readonly screen: Screen;
}) {
  const { say, lang } = screen;
  if (change === null) return <p>{say(safetyWords.noChange)}</p>;
  const sentence = safetyWords.changeTo(
    shownInstant(change.at, lang),
    say(statusNames[change.to]).toLowerCase(),
  );
  const rule = Object.hasOwn(rules, change.rule)
    ? rules[change.rule as RuleId].name
    : safetyWords.decisionOrPersons;
  return (
    <p>
      {say(sentence)} {say(safetyWords.changeRule)} <span class="rule">{change.rule}</span>:{' '}
      {say(rule).toLowerCase()}.
    </p>
  );
}

/** The alarms in force; each says who should act, and can be answered where people look at now. */
export function Alarms({ status, facts, screen, isLive }: Props & { readonly isLive: boolean }) {
  const { say } = screen;
  const { alarms, family } = status;
  const heads = [
    alarmWords.urgency,
    alarmWords.alarm,
    alarmWords.about,
    alarmWords.since,
    alarmWords.to,
    ...(isLive ? [alarmActs.act] : []),
  ];
  return (
    <section aria-labelledby="alarms">
      <h2 id="alarms">{say(alarmWords.title)}</h2>
      {alarms.length === 0 ? (
        <EmptyState text={say(alarmWords.none)}>
          <EmptyWhileBehind screen={screen} />
        </EmptyState>
      ) : (
        <Table caption={say(alarmWords.caption)} heads={heads} screen={screen} cards>
          {alarms.map((alarm) => (
            <tr>
              <td data-label={say(alarmWords.urgency)}>
                <UrgencyBadge urgency={alarm.urgency} screen={screen} />
              </td>
              <th scope="row">
                {say(alarmText(alarm.rule))} <span class="rule">{alarm.rule}</span>
                {alarm.acknowledged && ` (${say(alarmWords.acknowledged)})`}
              </th>
              <td data-label={say(alarmWords.about)}>
                <Subject subject={alarm.subject} facts={facts} screen={screen} />
              </td>
              <td data-label={say(alarmWords.since)}>
                <When at={alarm.since} screen={screen} />
              </td>
              <td data-label={say(alarmWords.to)}>
                {alarm.to === null ? say(alarmWords.nobody) : screen.name(alarm.to)}
              </td>
              {isLive && (
                <td data-label={say(alarmActs.act)}>
                  <AnswerAlarm alarm={alarm} family={family} screen={screen} />
                </td>
              )}
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

interface AnswerProps {
  readonly alarm: FamilyStatus['alarms'][number];
  readonly family: string;
  readonly screen: Screen;
}

function AnswerAlarm({ alarm: { rule, subject, acknowledged }, family, screen }: AnswerProps) {
  const { say, link } = screen;
  const why = whyNotClosable(rule);
  const about = <span class="visually-hidden"> ({say(alarmActs.about(say(alarmText(rule))))})</span>;
  return (
    <form action={link('alarm', { family })} method="post">
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="subject" value={subject} />
      {!acknowledged && (
        <Button look="secondary" name="act" value="acknowledge">
          {say(alarmActs.acknowledge)}
          {about}
        </Button>
      )}
      {why === undefined ? (
        <Button look="subtle" name="act" value="close">
          {say(alarmActs.close)}
          {about}
        </Button>
      ) : (
        <p class="hint">{say(why)}</p>
      )}
    </form>
  );
}

function Subject({
  subject,
  facts,
  screen,
}: {
  readonly subject: string;
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  if (subject === 'family') return <>{screen.say(alarmWords.wholeFamily)}</>;
  if (facts.entries.some(({ id }) => id === subject))
    return <Fact id={subject} facts={facts} screen={screen} />;
  return <>{subject.split('/').map(screen.name).join(' / ')}</>;
}
