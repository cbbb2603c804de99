import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { Button } from '../parts/button.tsx';
import { Checkboxes, Fieldset, Radios } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Page, inLanguages } from '../pages/layout.tsx';
import type { PathName } from '../paths.ts';
import type { Text } from '../words/lang.ts';
import { recordWords } from '../words/record.ts';
import { sourceNames } from '../words/states.ts';
import { besideWords } from '../words/record-beside.ts';
import { besideOf } from './beside.tsx';
import { DateField } from './date-field.tsx';
import { backTo } from './desk.ts';
import type { Desk } from './desk.ts';
import { longestText } from './entry.ts';
import { Fields } from './fields.tsx';
import type { Sheet } from './fields.tsx';
import type { Form } from './form.ts';
import type { FormError } from './read.ts';
import { timeFields } from './times.ts';
import { first, listed } from './values.ts';
import type { Values } from './values.ts';
import type { ComponentChildren } from 'preact';

interface Props {
  readonly desk: Desk;
  readonly form: Form;
  readonly values: Values;
  readonly errors?: readonly FormError[];
  /** What happened to the entry, above the form. */
  readonly notice?: ComponentChildren;
  /** The notice answers what was just sent: who reads by keyboard or ear begins there. */
  readonly isAnswer?: boolean;
  readonly title: Text;
  readonly lead?: Text | undefined;
  readonly path: PathName;
  readonly address: Readonly<Record<string, string>>;
  readonly isCorrection?: boolean;
  readonly send?: Text;
}

/** A form for one kind of fact: what, when, how it is known, and who may not see it. */
export function FormPage(props: Props) {
  const { desk, form, values, errors = [], notice, title, lead, path, address } = props;
  const { isAnswer = false, isCorrection = false } = props;
  const { screen, family } = desk;
  const { say, link } = screen;
  const sheet: Sheet = { screen, values, errors, choices: desk.choices };
  const { back } = desk;
  return (
    <Page
      screen={screen}
      title={`${errors.length > 0 ? `${say(recordWords.errorTitle)}: ` : ''}${say(title)}`}
      here={inLanguages(path, { ...address, back: back === 'family' ? undefined : back })}
      part="families"
    >
      <Breadcrumb
        screen={screen}
        trail={[
          { href: link('family', { family }), name: say(recordWords.family(family)) },
          { href: link('recordIndex', { family }), name: say(recordWords.index) },
        ]}
        here={say(title)}
      />
      <h1>{say(title)}</h1>
      {errors.length > 0 && (
        <div id="errors" tabIndex={-1} autofocus>
          <ErrorSummary screen={screen} errors={errors} />
        </div>
      )}
      {isAnswer && errors.length === 0 ? (
        <div id="answer" tabIndex={-1} autofocus>
          {notice}
        </div>
      ) : (
        notice
      )}
      {lead && <p class="lead">{say(lead)}</p>}
      <Sheets desk={desk} beside={isCorrection ? undefined : besideOf(form.type, { desk, values })}>
        <form
          class="record"
          method="post"
          action={link(path, { ...address, back: back === 'family' ? undefined : back })}
        >
          {['key', 'seen', 'opened', 'pass'].map((name) => (
            <input type="hidden" name={name} value={first(values, name)} />
          ))}
          {listed(values, 'offered').map((person) => (
            <input type="hidden" name="offered" value={person} />
          ))}
          <Fields fields={form.fields} sheet={sheet} />
          {form.names !== undefined && (
            <TextField
              screen={screen}
              name="called"
              label={recordWords.called}
              hint={recordWords.calledHint}
              error={errorOf(errors, 'called')}
              value={first(values, 'called')}
              maxLength={100}
              optional
            />
          )}
          {!isCorrection && form.also && <Fields fields={form.also.fields} sheet={sheet} />}
          <TextArea
            screen={screen}
            name="text"
            label={form.words ?? recordWords.words}
            hint={recordWords.wordsHint}
            error={errorOf(errors, 'text')}
            value={first(values, 'text')}
            maxLength={longestText}
            optional
          />
          {form.isAct !== true && (
            <>
              <Times sheet={sheet} />
              <Source sheet={sheet} />
            </>
          )}
          <div class="form-end">
            <Button>{say(props.send ?? recordWords.send)}</Button>{' '}
            <a href={backTo(desk)}>{say(recordWords.cancel)}</a>
          </div>
        </form>
      </Sheets>
    </Page>
  );
}

interface SheetsProps {
  readonly desk: Desk;
  readonly beside: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The form, and on wide screens beside it what is good to know. */
function Sheets({ desk, beside, children }: SheetsProps) {
  if (beside === undefined) return <>{children}</>;
  return (
    <div class="form-and-beside">
      <aside aria-label={desk.screen.say(besideWords.label)}>{beside}</aside>
      {children}
    </div>
  );
}

const errorOf = (errors: readonly FormError[], id: string) => errors.find((error) => error.id === id)?.text;

function Times({ sheet: { screen, values, errors } }: { readonly sheet: Sheet }) {
  const { say } = screen;
  const common = { screen, values, errors };
  return (
    <>
      <h2>{say(recordWords.timesTitle)}</h2>
      <DateField
        {...common}
        name={timeFields.from}
        label={recordWords.occurred}
        hint={recordWords.occurredHint}
        parts="when"
      />
      <DateField
        {...common}
        name={timeFields.until}
        label={recordWords.until}
        hint={recordWords.untilHint}
        parts="when"
        optional
      />
      <DateField
        {...common}
        name={timeFields.reported}
        label={recordWords.reported}
        hint={recordWords.reportedHint}
        parts="instant"
      />
      <p class="hint">{say(recordWords.recordedNote)}</p>
    </>
  );
}

function Source({ sheet: { screen, values, errors, choices } }: { readonly sheet: Sheet }) {
  const { say } = screen;
  const persons = choices('everyone');
  return (
    <>
      <h2>{say(recordWords.sourceTitle)}</h2>
      <Radios
        screen={screen}
        name="source"
        label={recordWords.source}
        error={errorOf(errors, 'source')}
        options={Object.entries(sourceNames).map(([value, text]) => ({ value, label: say(text) }))}
        value={first(values, 'source')}
      />
      {persons.length > 0 ? (
        <Checkboxes
          screen={screen}
          name="hiddenFrom"
          label={recordWords.hidden}
          hint={recordWords.hiddenHint}
          error={errorOf(errors, 'hiddenFrom')}
          options={persons}
          values={listed(values, 'hiddenFrom')}
          optional
        />
      ) : (
        <Fieldset screen={screen} legend={recordWords.hidden} hint={recordWords.hiddenHint}>
          <p>{say(recordWords.nobodyKnown)}</p>
        </Fieldset>
      )}
    </>
  );
}
