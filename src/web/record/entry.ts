import type { EventId } from '../../domain/ids.ts';
import { entryErrors, recordWords } from '../words/record.ts';
import { derived } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Data, Fact, Form } from './form.ts';
import { readFields } from './read.ts';
import type { FormError, Reader } from './read.ts';
import { readTimes } from './times.ts';
import { first, listed } from './values.ts';
import type { Values } from './values.ts';

/** What was filled in, as one command: the events that come from it, or what is wrong. */
export interface Entry {
  readonly events: readonly object[];
  /** The event that the form is about. */
  readonly main: string;
  readonly errors: readonly FormError[];
  /** Persons who are to be hidden from unless somebody says otherwise, and of whom nobody was asked yet. */
  readonly unasked: readonly string[];
}

const sources = ['observed', 'child_said', 'adult_said', 'third_party', 'document', 'inferred'];
export const longestText = 4000;

const noTimes: ReturnType<typeof readTimes> = { told: {}, errors: [] };
const notHidden: ReturnType<typeof readHiding> = {
  source: 'observed',
  hiddenFrom: [],
  errors: [],
  unasked: [],
};

/** `supersedes` makes it a correction: then only the fact itself is recorded. */
export function readEntry(form: Form, desk: Desk, values: Values, supersedes?: EventId): Entry {
  const { family, own, now } = desk;
  const key = first(values, 'key');
  const newId = (prefix: string, name: string) =>
    `${prefix}-${derived(family, key, `${prefix} ${name}`).slice(0, 10)}`;
  const allowed = (of: Parameters<Desk['choices']>[0]) => desk.choices(of).map(({ value }) => value);
  const reader: Reader = { values, choices: allowed, newId };
  const { data: filled, errors: dataErrors } = readFields(form.fields, reader);
  const also = supersedes === undefined ? form.also : undefined;
  const { data: more, errors: alsoErrors } = readFields(also?.fields ?? [], reader);
  const { told, errors: timeErrors } = form.isAct === true ? noTimes : readTimes(values, now);
  const sealing = readText(form, values, filled);
  const hiding = form.isAct === true ? notHidden : readHiding(form, desk, values, filled);
  const errors = [...dataErrors, ...alsoErrors, ...sealing.errors, ...timeErrors, ...hiding.errors];
  const event = ({ type, data, text }: Fact, what: string, sealed?: Data) => ({
    id: `form-${derived(family, key, what)}`,
    type,
    version: 1,
    family,
    ...told,
    by: own,
    source: hiding.source,
    ...(hiding.hiddenFrom.length > 0 && { hiddenFrom: hiding.hiddenFrom }),
    ...(sealed && Object.keys(sealed).length > 0 ? { sealed } : text !== undefined && { sealed: { text } }),
    data,
  });
  const main = {
    ...event({ type: form.type, data: sealing.data }, 'main', sealing.sealed),
    ...(supersedes !== undefined && { supersedes }),
  };
  const others =
    errors.length === 0 && also
      ? also.events(sealing.data, more, (name) => first(values, name))
      : { before: [], after: [] };
  return {
    events: [
      ...others.before.map((fact, index) => event(fact, `before ${index}`)),
      main,
      ...others.after.map((fact, index) => event(fact, `after ${index}`)),
    ],
    main: main.id,
    errors,
    unasked: hiding.unasked,
  };
}

/** Names and own words leave the data and are sealed. */
function readText(form: Form, values: Values, filled: Data) {
  const errors: FormError[] = [];
  const written = first(values, 'text').replaceAll('\r\n', '\n');
  if (written.length > longestText)
    errors.push({ id: 'text', text: entryErrors.long(form.words ?? recordWords.words, longestText) });
  const sealing = form.sealing?.seal(filled);
  const data = sealing?.data ?? filled;
  const text = [sealing?.text, written].filter(Boolean).join('\n\n');
  const named = form.names === undefined ? undefined : filled[form.names];
  const called = first(values, 'called');
  if (form.names !== undefined && called === '' && first(values, form.names) === 'new')
    errors.push({ id: 'called', text: entryErrors.missing(recordWords.called) });
  const sealed = {
    ...(text !== '' && { text }),
    ...(typeof named === 'string' && called !== '' && { [named]: called }),
  };
  return { data, sealed, errors };
}

function readHiding(form: Form, desk: Desk, values: Values, data: Data) {
  const errors: FormError[] = [];
  const source = first(values, 'source');
  if (!sources.includes(source)) errors.push({ id: 'source', text: entryErrors.choose(recordWords.source) });
  const hiddenFrom = listed(values, 'hiddenFrom');
  const persons = desk.choices('everyone').map(({ value }) => value);
  if (hiddenFrom.some((person) => !persons.includes(person)))
    errors.push({ id: 'hiddenFrom', text: entryErrors.unknownChoice(recordWords.hidden) });
  const offered = listed(values, 'offered');
  const unasked = toHideFrom(form, desk, source, data).filter(
    (person) => !offered.includes(person) && !hiddenFrom.includes(person),
  );
  return { source, hiddenFrom, errors, unasked };
}

/** What a child told, and what is about violence, is not for the eyes of those who used violence. */
export function toHideFrom(
  form: Form,
  { register, choices }: Desk,
  source: string,
  data: Data,
): readonly string[] {
  if (source !== 'child_said' && form.isDanger !== true) return [];
  const by = form.isDanger === true ? [data['by']].flat() : [];
  const persons = choices('persons').map(({ value }) => value);
  return [...new Set([...register.violent, ...by])].filter(
    (person): person is (typeof register.violent)[number] =>
      typeof person === 'string' && persons.includes(person),
  );
}
