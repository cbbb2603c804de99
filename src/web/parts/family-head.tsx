import type { FamilyStatus } from '../../read/views.ts';
import { alarmText } from '../words/alarms.ts';
import { familyFrame } from '../words/family-frame.ts';
import { familyWords } from '../words/family.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, UrgencyBadge, When } from './small.tsx';

interface Props {
  readonly status: FamilyStatus;
  readonly screen: Screen;
}

/** What somebody must know within ten seconds. */
export function FamilyHead({ status, screen }: Props) {
  const { say } = screen;
  const { safety } = status;
  return (
    <dl class="head">
      <dt>{say(familyFrame.status)}</dt>
      <dd>
        <StatusInWords status={safety.status} screen={screen} />
        {safety.since !== null && (
          <>
            {', '}
            {say(familyWords.since)} <When at={safety.since} screen={screen} />
          </>
        )}
      </dd>
      <dt>{say(familyFrame.alarm)}</dt>
      <dd>
        <Sharpest status={status} screen={screen} />
      </dd>
      <dt>{say(familyFrame.professional)}</dt>
      <dd>
        <Professional status={status} screen={screen} />
      </dd>
      <dt>{say(familyFrame.contact)}</dt>
      <dd>
        <NextContact status={status} screen={screen} />
      </dd>
    </dl>
  );
}

/** Alarms come sharpest first. */
function Sharpest({ status: { family, alarms }, screen }: Props) {
  const { say, link } = screen;
  const [first] = alarms;
  if (!first) return <>{say(familyFrame.noAlarm)}</>;
  return (
    <>
      <UrgencyBadge urgency={first.urgency} screen={screen} />{' '}
      <a href={link('family', { family }, 'alarms')}>{say(alarmText(first.rule))}</a>
      {alarms.length > 1 && ` (${say(familyFrame.more(alarms.length - 1))})`}
    </>
  );
}

function Professional({ status: { continuity }, screen }: Props) {
  const { say, name } = screen;
  const { professional, deputy } = continuity;
  return (
    <>
      {professional === null ? <strong>{say(familyFrame.nobody)}</strong> : name(professional)}
      {` (${say(familyFrame.deputy(deputy === null ? say(familyFrame.nobody) : name(deputy)))})`}
    </>
  );
}

function NextContact({ status: { continuity, alarms }, screen }: Props) {
  const { say } = screen;
  if (continuity.contactDue === null) return <>{say(familyFrame.noContact)}</>;
  return (
    <>
      <When at={continuity.contactDue} screen={screen} />
      {alarms.some(({ rule }) => rule === 'C2') && <strong class="late">{say(familyFrame.late)}</strong>}
    </>
  );
}
