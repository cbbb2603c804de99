import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FamilyRow } from '../../read/views.ts';
import { howLong, queueWords } from '../words/queue.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

interface Props {
  readonly by: string;
  readonly isLate: boolean;
  readonly asOf: Instant;
  readonly screen: Screen;
}

/** When something is due, and how long that still is, or how long ago it was. */
export function Term({ by, isLate, asOf, screen }: Props) {
  const { say } = screen;
  const due = parseInstant(by) ?? asOf;
  const time = say(howLong(asOf - due));
  return (
    <>
      <When at={by} screen={screen} />{' '}
      {isLate ? (
        <span class="late">{say(queueWords.late(time))}</span>
      ) : (
        asOf < due && <span class="left">{say(queueWords.left(time))}</span>
      )}
    </>
  );
}

/** Who stays with the family, or did. */
export function Professional({ row, screen }: { readonly row: FamilyRow; readonly screen: Screen }) {
  const { say, name } = screen;
  const { professional, deputy, formerProfessional } = row;
  const who =
    professional !== null
      ? name(professional)
      : say(
          formerProfessional === null
            ? queueWords.noProfessional
            : queueWords.former(name(formerProfessional)),
        );
  return (
    <>
      {who}
      {deputy !== null && <> ({say(queueWords.deputy(name(deputy)))})</>}
    </>
  );
}
