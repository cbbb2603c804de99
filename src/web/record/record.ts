import { eventNames } from '../words/events.ts';
import { problem, isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { namesOf, openDesk } from './desk.ts';
import { formAt, kindOf } from './forms/all.ts';
import { newForm } from './prefill.ts';
import { sendForm, showKept } from './send.tsx';
import type { Sending } from './send.tsx';

/** Shows an empty form, with what is known already. */
export const showForm =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const form = formAt(String(request.params['kind']));
    if (!form) return problem('not-found');
    const desk = openDesk(web, request, visit, namesOf(form));
    if (isProblem(desk)) return desk;
    return showKept(sendingOf(form, desk, web), visit, () => newForm(form, desk));
  };

/** Records what was filled in, or shows it again with what is wrong. */
export const recordForm =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const form = formAt(String(request.params['kind']));
    if (!form) return problem('not-found');
    const desk = openDesk(web, request, visit);
    if (isProblem(desk)) return desk;
    return sendForm(request, sendingOf(form, desk, web), visit);
  };

function sendingOf(form: Sending['form'], desk: Sending['desk'], web: Web): Omit<Sending, 'values'> {
  return {
    form,
    desk,
    web,
    title: eventNames[form.type],
    lead: form.lead,
    path: 'record',
    address: { family: desk.family, kind: kindOf(form.type) },
  };
}
