import { textIn } from '../form.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { whyNotClosable } from '../words/overview.ts';
import { readerOf } from './reader.ts';

const types = { acknowledge: 'AlarmAcknowledged', close: 'AlarmClosed' } as const;

const isAct = (text: string): text is keyof typeof types => Object.hasOwn(types, text);

/** Records that an alarm was seen, or dealt with. */
export const answerAlarm =
  ({
    views,
    handle,
    now,
    invented,
    newKey,
  }: Pick<Web, 'views' | 'handle' | 'now' | 'invented' | 'newKey'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const reader = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(reader)) return reader;
    const { family, relation } = visit;
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const [act, rule, subject] = [textIn(form['act']), textIn(form['rule']), textIn(form['subject'])];
    if (!isAct(act)) return problem('bad-parameter', { path: 'act' });
    if (act === 'close' && whyNotClosable(rule) !== undefined)
      return problem('alarm-stays', { path: 'rule', next: whyNotClosable(rule) ?? { nl: '', en: '' } });
    const at = now();
    const status = views.status(family, { at, knownAt: at });
    // Whoever sends it twice, or is late, finds what holds now.
    if (!status?.alarms.some((alarm) => alarm.rule === rule && alarm.subject === subject))
      return { kind: 'redirect', to: reader.link('family', { family }, 'alarms') };
    const event = {
      id: `alarm-${newKey()}`,
      type: types[act],
      version: 1,
      family,
      by: relation.party,
      source: 'observed',
      data: { rule, subject, by: relation.party },
    };
    const outcome = await handle({ family, events: [event], expected: 'any' });
    switch (outcome.kind) {
      case 'recorded':
        return {
          kind: 'redirect',
          to: reader.link('family', { family, after: outcome.receipt.position, done: event.id }, 'alarms'),
        };
      case 'nothing-new':
        return { kind: 'redirect', to: reader.link('family', { family }, 'alarms') };
      case 'conflict':
        return problem('busy', { headers: { 'Retry-After': '1' } });
      case 'id-taken':
      case 'malformed':
      case 'refused':
        return problem('bad-parameter', { path: 'rule' });
    }
  };
