import type { EmergencyOpening } from '../../access/emergency.ts';
import type { Relation } from '../../access/visitor.ts';
import { accessWords, emergencyReasonNames, emergencyWords } from '../words/access.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

/** On every page of a family as long as somebody looks at it without working with it. */
export function EmergencyBand({
  relation,
  screen,
}: {
  readonly relation: Relation | undefined;
  readonly screen: Screen;
}) {
  if (relation?.ground !== 'emergency' || relation.until === undefined) return null;
  const { say } = screen;
  return (
    <p class="band danger">
      <span class="wide">
        <strong>{say(emergencyWords.band)}</strong> {say(emergencyWords.bandMore)}{' '}
        <When at={relation.until} screen={screen} />.
      </span>
    </p>
  );
}

/** Who opened it, until when, and why; the note is left out where the reader has no business with it. */
export function EmergencyLine({
  opening,
  note,
  screen,
}: {
  readonly opening: EmergencyOpening;
  readonly note?: string | undefined;
  readonly screen: Screen;
}) {
  const { say } = screen;
  return (
    <>
      <strong>{opening.name}</strong> ({opening.account}), <When at={opening.since} screen={screen} />{' '}
      {say(accessWords.until)} <When at={opening.until} screen={screen} />.{' '}
      {say(emergencyReasonNames[opening.reason])}: {note ?? say(accessWords.noteGone)}
    </>
  );
}
