import type { Desk } from './desk.ts';
import { toHideFrom } from './entry.ts';
import { fillFields } from './fill.ts';
import type { Data, Field, Form } from './form.ts';
import { openedAt, today } from './times.ts';
import type { Values } from './values.ts';

/** Parties that are most often who writes. */
const mine = ['by', 'assessor', 'judges', 'endedBy', 'owner', 'approvedBy'];

/** What stands in a new form: what is known, what can only be one thing, and what the address says. Never how safe it is. */
export function newForm(form: Form, desk: Desk): Values {
  const { query, register, own, now } = desk;
  const fields = [...form.fields, ...(form.also?.fields ?? [])];
  const given: Data = Object.fromEntries(
    fields.flatMap((field) => {
      const value = query[field.name];
      return value === undefined
        ? []
        : [[field.name, listKinds.has(field.kind.is) ? value.split(',') : value]];
    }),
  );
  const single: Data = Object.fromEntries(form.fields.flatMap((field) => onlyOne(field, desk) ?? []));
  const self: Data = Object.fromEntries(
    form.fields
      .filter(
        ({ name, kind }) =>
          mine.includes(name) && (kind.is === 'one' || kind.is === 'several') && kind.of === 'parties',
      )
      .map(({ name }) => [name, own]),
  );
  const known = form.known?.(register, { ...single, ...given }) ?? {};
  const hidden = toHideFrom(form, desk, '', {});
  return {
    ...fillFields(fields, { ...single, ...self, ...known, ...given }),
    ...(form.isDanger === true || form.subject === 'seen' ? {} : { source: ['observed'] }),
    ...(form.isDanger === true ? {} : today(now)),
    ...openedAt(now),
    hiddenFrom: hidden,
    offered: hidden,
  };
}

const listKinds: ReadonlySet<string> = new Set(['several', 'choices']);

function onlyOne(field: Field, { choices }: Desk): [readonly [string, string]] | null {
  if (field.kind.is !== 'one' || field.optional === true || field.kind.orNew !== undefined) return null;
  const offered = choices(field.kind.of).filter(({ isOffered }) => isOffered);
  const [only] = offered;
  return only && offered.length === 1 ? [[field.name, only.value]] : null;
}
