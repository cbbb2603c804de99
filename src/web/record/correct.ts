import type { Recorded } from '../../domain/event.ts';
import type { Answer } from '../answer.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { eventNames } from '../words/events.ts';
import { recordWords } from '../words/record.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { fillFields } from './fill.ts';
import { elsewhere, formOf } from './forms/all.ts';
import type { Data, Form } from './form.ts';
import { sendForm, showKept } from './send.tsx';
import type { Sending } from './send.tsx';
import { fillTimes } from './times.ts';
import type { Values } from './values.ts';
import type { Request } from 'express';

/** The form of a fact with what was recorded, to be recorded anew in its place. */
export const showCorrection =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const found = opened(web, request, visit);
    if (isProblem(found)) return found;
    const { form, desk, record } = found;
    return showKept(sendingOf(found, web), visit, () => oldValues(form, desk, record));
  };

export const recordCorrection =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit): Answer | Promise<Answer> => {
    const found = opened(web, request, visit);
    return isProblem(found) ? found : sendForm(request, sendingOf(found, web), visit);
  };

interface Opened {
  readonly form: Form;
  readonly desk: Desk;
  readonly record: Recorded;
}

function opened(web: Web, request: Request, visit: FamilyVisit): Opened | Problem {
  const desk = openDesk(web, request, visit);
  if (isProblem(desk)) return desk;
  const record = web.views
    .records(visit.family)
    .find((each) => each.record.id === request.params['id'])?.record;
  if (!record) return problem('not-found');
  const form = formOf(record.type);
  if (!form || record.type in elsewhere) return problem('not-correctable');
  return { form, desk: withOld(desk, record), record };
}

/** What the fact named may be kept, even if it is not of today's choices any more. */
function withOld(desk: Desk, { data }: Recorded): Desk {
  const named = new Set(textsIn(data));
  return {
    ...desk,
    choices(of) {
      const now = desk.choices(of);
      const missing = [...named].filter(
        (value) => isOf(of, value) && !now.some((choice) => choice.value === value),
      );
      return [
        ...now,
        ...missing.map((value) => ({ value, label: desk.screen.name(value), isOffered: false })),
      ];
    },
  };
}

const persons = ['persons', 'everyone', 'children', 'adults'];
const parties = ['parties', 'supporters'];

function isOf(of: string, value: string): boolean {
  if (persons.includes(of)) return value.startsWith('person:');
  if (parties.includes(of)) return value.startsWith('party:');
  return of === 'people' ? /^(person|party):/.test(value) : !/^(person|party):/.test(value);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

function oldValues(form: Form, desk: Desk, record: Recorded): Values {
  const { event } = record;
  const sealed = desk.text(record) ?? '';
  const data = event.data as Data;
  const opened = form.sealing ? form.sealing.unseal(data, sealed) : data;
  const text = form.sealing ? sealed.split('\n\n').slice(1).join('\n\n') : sealed;
  const named = form.names === undefined ? undefined : data[form.names];
  return {
    ...fillFields(form.fields, opened),
    ...fillTimes(event, event.recordedAt),
    source: [event.source],
    hiddenFrom: [...(event.hiddenFrom ?? [])],
    // Who may see it was decided when it was recorded; only new reasons are asked about.
    offered: [...desk.register.violent],
    text: [text],
    ...(typeof named === 'string' && { called: [desk.screen.name(named)] }),
  };
}

function sendingOf({ form, desk, record }: Opened, web: Web): Omit<Sending, 'values'> {
  return {
    form,
    desk,
    web,
    title: recordWords.correctTitle(eventNames[record.type]),
    lead: recordWords.correctLead,
    path: 'correct',
    address: { family: desk.family, id: record.id },
    supersedes: record.id,
    send: recordWords.sendCorrection,
  };
}
