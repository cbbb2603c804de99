import type { FamilyStatus } from '../../read/views.ts';
import { Button } from '../parts/button.tsx';
import { Checkboxes, Radios } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextArea } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import { reviewWords } from '../words/meetings.ts';
import { statusNames } from '../words/states.ts';
import { listIn, textIn } from '../form.ts';
import { mostNotes } from './deciding.ts';
import type { Fault } from './deciding.ts';

interface Props {
  readonly screen: Screen;
  readonly status: FamilyStatus;
  readonly parties: readonly string[];
  /** The party as which the visitor acts: it sits at the table. */
  readonly own: string;
  readonly version: number;
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** The same form sent twice records once. */
  readonly formKey: string;
}

const statuses = ['unsafe', 'unknown', 'direct', 'durable'] as const;

/** Who sits there, what they decide, and why. Nothing is chosen beforehand but who signs in. */
export function ReviewForm({ screen, status, parties, own, version, action, form, faults, formKey }: Props) {
  const { say, name } = screen;
  const errorOf = (field: string) => faults.find(({ id }) => id === field)?.text;
  const sent = form['key'] !== undefined;
  const chosen = sent ? listIn(form['participants']) : [own];
  const named = [...new Set([own, ...parties])].map((party) => ({ value: party, label: name(party) }));
  const about = [
    { value: 'family', label: say(reviewWords.whole) },
    ...status.safety.persons.map(({ person }) => ({ value: person, label: name(person) })),
  ];
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{say(reviewWords.form)}</h2>
      <form action={action} method="post">
        <ErrorSummary errors={faults} screen={screen} />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={version} />
        <Radios
          screen={screen}
          name="status"
          label={reviewWords.decide}
          hint={reviewWords.raises}
          options={[
            { value: 'none', label: say(reviewWords.noDecision) },
            ...statuses.map((each) => ({ value: each, label: say(statusNames[each]) })),
          ]}
          value={textIn(form['status'])}
          error={errorOf('status')}
        />
        <Radios
          screen={screen}
          name="about"
          label={reviewWords.about}
          options={about}
          value={textIn(form['about']) || 'family'}
          error={errorOf('about')}
        />
        <TextArea
          screen={screen}
          name="notes"
          label={reviewWords.notes}
          hint={reviewWords.notesHint}
          value={textIn(form['notes'])}
          maxLength={mostNotes}
          error={errorOf('notes')}
          optional
        />
        <details open={errorOf('participants') !== undefined || errorOf('dissent') !== undefined}>
          <summary>{say(reviewWords.atTable(chosen.map(name).join(', ')))}</summary>
          <Checkboxes
            screen={screen}
            name="participants"
            label={reviewWords.who}
            hint={reviewWords.whoHint}
            options={named}
            values={chosen}
            error={errorOf('participants')}
          />
          <Checkboxes
            screen={screen}
            name="dissent"
            label={reviewWords.dissent}
            options={named}
            values={listIn(form['dissent'])}
            error={errorOf('dissent')}
            optional
          />
        </details>
        <Button>{say(reviewWords.pin)}</Button>
      </form>
    </section>
  );
}
