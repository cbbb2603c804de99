import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { listIn, textIn } from '../form.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../parts/choices.tsx';
import { eventName } from '../parts/cited.tsx';
import type { Facts } from '../parts/cited.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextArea } from '../parts/field.tsx';
import { shownInstant } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { decideWords } from '../words/decide.ts';
import type { Text } from '../words/lang.ts';
import { spokenList } from '../words/speech.ts';
import { statusNames } from '../words/states.ts';
import { isAbove, mostText } from './entry.ts';
import type { Fault, Form } from './entry.ts';

interface Props {
  readonly screen: Screen;
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly facts: Facts;
  /** The party as which the visitor acts. */
  readonly own: string;
  readonly version: number;
  readonly form: Form;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Text[];
  /** The same form sent twice records once. */
  readonly formKey: string;
}

const statuses = ['unsafe', 'unknown', 'direct', 'durable'] as const;

/** Whom, what, who signs, who does not agree, on which facts, and why. */
export function DecideForm(props: Props) {
  const { screen, status, facts, version, form, faults, warnings, formKey } = props;
  const { say, link } = screen;
  const errorOf = (field: string) => faults.find(({ id }) => id === field)?.text;
  return (
    <form action={link('decide', { family: status.family })} method="post">
      <ErrorSummary errors={faults} screen={screen} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="version" value={version} />
      <Radios
        screen={screen}
        name="person"
        label={decideWords.about}
        options={[
          { value: 'family', label: say(decideWords.whole) },
          ...status.safety.persons.map(({ person }) => ({ value: person, label: screen.name(person) })),
        ]}
        value={textIn(form['person'])}
        error={errorOf('person')}
      />
      <Statuses {...props} error={errorOf('status')} />
      <Signers {...props} errorOf={errorOf} />
      <Basis screen={screen} status={status} facts={facts} form={form} />
      <TextArea
        screen={screen}
        name="reasons"
        label={decideWords.reasons}
        hint={decideWords.sealedHint}
        value={textIn(form['reasons'])}
        error={errorOf('reasons')}
        maxLength={mostText}
        optional
      />
      {warnings.length > 0 && (
        <>
          <Alert kind="warning" title={say(decideWords.warnings)}>
            <ul>
              {warnings.map((warning) => (
                <li>{say(warning)}</li>
              ))}
            </ul>
          </Alert>
          <Checkbox screen={screen} name="sure" label={decideWords.sure} error={errorOf('sure')} />
        </>
      )}
      <Button>{say(decideWords.record)}</Button>
    </form>
  );
}

/** Beside each status: whether the facts allow it. */
function Statuses({ screen, status, form, error }: Props & { readonly error: Text | undefined }) {
  const { say, name, lang } = screen;
  const hint = (each: (typeof statuses)[number]) => {
    if (each === 'unsafe' || each === 'unknown') return undefined;
    const beyond = status.safety.persons.filter(({ evidence }) => isAbove(each, evidence));
    if (beyond.length === 0) return say(decideWords.allowed);
    return say(
      decideWords.notAllowed(
        spokenList(
          beyond.map(({ person }) => name(person)),
          lang,
        ),
      ),
    );
  };
  const option = (each: (typeof statuses)[number]) => {
    const more = hint(each);
    return { value: each, label: say(statusNames[each]), ...(more !== undefined && { hint: more }) };
  };
  return (
    <Radios
      screen={screen}
      name="status"
      label={decideWords.status}
      options={statuses.map(option)}
      value={textIn(form['status'])}
      error={error}
    />
  );
}

function Signers({
  screen,
  detail,
  own,
  form,
  errorOf,
}: Props & { readonly errorOf: (field: string) => Text | undefined }) {
  const parties = [...new Set([own, ...detail.parties])].map((party) => ({
    value: party,
    label: screen.name(party),
  }));
  return (
    <>
      <Checkboxes
        screen={screen}
        name="judges"
        label={decideWords.judges}
        hint={decideWords.judgesHint}
        options={parties}
        values={form['key'] === undefined ? [own] : listIn(form['judges'])}
        error={errorOf('judges')}
      />
      <Checkboxes
        screen={screen}
        name="dissent"
        label={decideWords.dissent}
        options={parties}
        values={listIn(form['dissent'])}
        error={errorOf('dissent')}
        optional
      />
      <TextArea
        screen={screen}
        name="dissentWhy"
        label={decideWords.dissentWhy}
        hint={decideWords.sealedHint}
        value={textIn(form['dissentWhy'])}
        error={errorOf('dissentWhy')}
        rows={2}
        maxLength={mostText}
        optional
      />
    </>
  );
}

function Basis({ screen, status, facts, form }: Pick<Props, 'screen' | 'status' | 'facts' | 'form'>) {
  const { say, lang } = screen;
  const cited = new Set<string>(
    status.safety.persons.flatMap(({ reasons }) => reasons.flatMap(({ events }) => events)),
  );
  const entries = facts.entries.filter(({ id }) => cited.has(id));
  if (entries.length === 0) return <p>{say(decideWords.noFacts)}</p>;
  return (
    <Checkboxes
      screen={screen}
      name="basis"
      label={decideWords.basis}
      hint={decideWords.basisHint}
      options={entries.map((entry) => ({
        value: entry.id,
        label: `${eventName(entry.type, screen)}, ${shownInstant(entry.from, lang)}`,
      }))}
      values={form['key'] === undefined ? entries.map(({ id }) => id) : listIn(form['basis'])}
      optional
    />
  );
}
