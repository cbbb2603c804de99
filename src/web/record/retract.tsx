import type { Request } from 'express';
import type { Recorded } from '../../domain/event.ts';
import type { Answer } from '../answer.ts';
import { Alert } from '../parts/alert.tsx';
import { WhatChangedList } from '../parts/confirmation.tsx';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { eventNames } from '../words/events.ts';
import { retractReasons } from '../words/record-choices.ts';
import { recordWords } from '../words/record.ts';
import { rightsWords } from '../words/rights.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { made, choice, one } from './form.ts';
import type { Form } from './form.ts';
import { newForm } from './prefill.ts';
import { sendForm, showKept } from './send.tsx';
import type { Sending } from './send.tsx';

/** Takes back what should never have been recorded; what that changes is shown before. */
export const showRetraction =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const found = opened(web, request, visit);
    if (isProblem(found)) return found;
    const { desk, record } = found;
    const values = () => ({ ...newForm(form, desk), target: [record.id] });
    const notice = <Consequence {...found} web={web} />;
    return showKept(sendingOf(found, web), visit, values, notice);
  };

export const recordRetraction =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit): Answer | Promise<Answer> => {
    const found = opened(web, request, visit);
    if (isProblem(found)) return found;
    const body = request.body as Record<string, unknown> | undefined;
    // What is retracted stands in the address alone.
    if (body) body['target'] = found.record.id;
    return sendForm(request, sendingOf(found, web), visit);
  };

const form: Form = {
  type: 'EventRetracted',
  subject: 'decisions',
  needsLatest: true,
  // Who may not know of the fact does not get to know of its retraction either.
  isAct: true,
  fields: [
    made('target', 'x'),
    choice('reason', recordWords.retractReason, retractReasons),
    one('approvedBy', recordWords.retractApproved, 'parties', { hint: recordWords.retractApprovedHint }),
  ],
};

/** An objection is taken back in the words of the person, though the contract has no reason of its own for it. */
const takingBack: Form = {
  ...form,
  fields: form.fields.map((field) =>
    field.name === 'reason'
      ? choice('reason', field.label, { ...retractReasons, never_happened: rightsWords.takenBack })
      : field,
  ),
};

interface Opened {
  readonly desk: Desk;
  readonly record: Recorded;
}

function opened({ views, ...web }: Web, request: Request, visit: FamilyVisit): Opened | Problem {
  const desk = openDesk({ views, ...web }, request, visit);
  if (isProblem(desk)) return desk;
  const record = views.records(visit.family).find((each) => each.record.id === request.params['id'])?.record;
  if (!record) return problem('not-found');
  // What the software noted for the law is no one's to take back here.
  return record.type === 'EventRetracted' || record.type === 'ResearchDisclosureRecorded'
    ? problem('not-correctable')
    : { desk, record };
}

function sendingOf({ desk, record }: Opened, web: Web): Omit<Sending, 'values'> {
  const isObjection = record.type === 'ResearchObjectionRecorded';
  return {
    form: isObjection ? takingBack : form,
    desk,
    web,
    title: recordWords.retractTitle(eventNames[record.type]),
    lead: isObjection ? rightsWords.takeBackLead : recordWords.retractLead,
    path: 'retract',
    address: { family: desk.family, id: record.id },
    send: recordWords.retractSend,
  };
}

function Consequence({ desk: { screen, family }, record, web }: Opened & { readonly web: Web }) {
  const { say, link } = screen;
  const change = web.views.changedWithout(family, record.id);
  return (
    <Alert kind="warning" title={say(recordWords.retractConsequence)}>
      {change && <WhatChangedList change={change} views={web.views} screen={screen} />}
      <p>
        <a href={link('correct', { family, id: record.id })}>{say(recordWords.correctInstead)}</a>
      </p>
    </Alert>
  );
}
