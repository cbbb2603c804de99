import type { RecordOf, Recorded } from '../../domain/event.ts';
import type { FamilyId } from '../../domain/ids.ts';
import type { Views } from '../../read/views.ts';
import type { Text } from '../words/lang.ts';
import { actions } from '../words/record-choices.ts';
import type { Screen } from './screen.ts';

/** An agreement as people call it: who does it, and what, in their own words if they stand there. */

interface Speaking {
  readonly screen: Screen;
  readonly text: (record: Recorded) => string | undefined;
}

export function agreementLabel(
  record: RecordOf<'SafetyAgreementMade'>,
  { screen: { name, say }, text }: Speaking,
): string {
  const { action, actor } = record.data;
  return `${name(actor)}: ${text(record) ?? actionLabel(action, say)}`;
}

/** What somebody agreed to do, for who wrote no words of their own. */
export function actionLabel(action: string, say: Screen['say']): string {
  const known: Text | undefined = (actions as Readonly<Record<string, Text>>)[action];
  return known ? say(known) : action.replaceAll('_', ' ');
}

/** By the id of the agreement, as it was recorded last; the id itself if nobody recorded it. */
export function agreementCalled(
  id: string,
  family: FamilyId,
  { views, screen }: { readonly views: Pick<Views, 'records' | 'text'>; readonly screen: Screen },
): string {
  const made = views
    .records(family)
    .flatMap(({ record }) =>
      record.type === 'SafetyAgreementMade' && record.data.agreement === id ? [record] : [],
    )
    .at(-1);
  return made ? agreementLabel(made, { screen, text: (record) => views.text(record) }) : id;
}
