import type { Recorded } from '../../domain/event.ts';
import type { Register } from '../../read/views.ts';
import { agreementLabel } from '../parts/agreement-name.ts';
import { shownInstant } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { eventNames } from '../words/events.ts';
import { helpKinds } from '../words/record-choices.ts';
import { partyKinds, roleNames, stepKinds, stepStates } from '../words/states.ts';
import type { Known } from './form.ts';

/** A thing of the family that can be chosen. What is no longer in force is accepted, but not offered. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isOffered: boolean;
}

export interface Catalogue {
  readonly register: Register;
  readonly screen: Screen;
  readonly own: string;
  readonly text: (record: Recorded) => string | undefined;
}

const plain = (value: string, label: string, isOffered = true): Choice => ({ value, label, isOffered });

/** Everything of a sort, as people call it. */
export function choicesOf(of: Known, catalogue: Catalogue): readonly Choice[] {
  const { register, screen, text } = catalogue;
  const { name, say, lang } = screen;
  const persons = (roles?: readonly string[]) =>
    register.persons
      .filter(({ role }) => roles === undefined || roles.includes(role))
      .map(({ person, role }) => plain(person, `${name(person)} (${say(roleNames[role])})`));
  const about = (record: Recorded, more = ''): string =>
    `${say(eventNames[record.type])}, ${shownInstant(record.from, lang)}${more && ` (${more})`}`;
  switch (of) {
    case 'persons':
      return persons();
    case 'everyone':
      return [...persons(), ...register.formerPersons.map((person) => plain(person, name(person)))];
    case 'children':
      return persons(['child', 'unborn_child']);
    case 'adults':
      return persons(['parent', 'partner', 'ex_partner', 'other_adult']);
    case 'parties':
      return partiesIn(catalogue);
    case 'people':
      return [...persons(), ...partiesIn(catalogue)];
    case 'households':
      return register.households.map((household) => plain(household, householdName(household, catalogue)));
    case 'organisations':
      return [...new Set(register.parties.flatMap(({ data }) => data.organisation ?? []))].map((id) =>
        plain(id, id),
      );
    case 'plans':
      return register.plans.map((plan, index) => plain(plan, plan, index === 0));
    case 'conditions':
      return register.conditions.map(({ id, record, isActive }) =>
        plain(id, text(record) ?? `${id} (${record.data.protects.map(name).join(', ')})`, isActive),
      );
    case 'agreements':
      return register.agreements.map(({ id, record, isActive }) =>
        plain(id, agreementLabel(record, catalogue), isActive),
      );
    case 'steps':
      return register.steps.map(({ id, set, state }) =>
        plain(id, `${say(stepKinds[set.data.kind])}: ${name(set.data.person)} (${say(stepStates[state])})`),
      );
    case 'requests':
      return requestsIn(catalogue);
    case 'references':
      return [...requestsIn(catalogue), ...choicesOf('steps', catalogue)];
    case 'waits': {
      const waiting = new Set(register.waiting);
      return choicesOf('references', catalogue).map((each) => ({
        ...each,
        isOffered: waiting.has(each.value),
      }));
    }
    case 'bells':
      return register.bells.map(({ record, answers }) =>
        plain(record.data.bell, about(record, name(record.data.to)), answers.length === 0),
      );
    case 'candidates':
      return register.candidates.map(({ event, state }) => plain(event.id, about(event), state === 'open'));
    case 'signals':
      return register.relapsePlans.flatMap((record) => {
        const words = signalWords(text(record));
        return record.data.signals.map(({ signal }) =>
          plain(signal, `${name(record.data.person)}: ${words.get(signal) ?? signal}`),
        );
      });
    case 'supporters':
      return [...new Set(register.supporters.map(({ data }) => data.supporter as string))].map((party) =>
        plain(party, name(party)),
      );
  }
}

/** The own party writes, also where nobody recorded it as involved yet. */
function partiesIn({ register, screen: { name, say }, own }: Catalogue): readonly Choice[] {
  const known = register.parties.map(({ party, data, isInvolved }) =>
    plain(party, `${name(party)} (${say(partyKinds[data.kind])})`, isInvolved),
  );
  return known.some(({ value }) => value === own) ? known : [...known, plain(own, name(own))];
}

function requestsIn({ register, screen: { name, say } }: Catalogue): readonly Choice[] {
  return register.requests.map(({ data }) => {
    const kind = (helpKinds as Readonly<Record<string, (typeof helpKinds)['other']>>)[data.help];
    return plain(data.request, `${kind ? say(kind) : data.help}: ${data.persons.map(name).join(', ')}`);
  });
}

function householdName(household: string, { register, screen: { name } }: Catalogue): string {
  const living = register.persons.filter((member) => member.household === household);
  return living.length === 0 ? household : living.map(({ person }) => name(person)).join(', ');
}

/** The words of the signals of a relapse plan stand in its text, each line behind the id of its signal. */
export function signalWords(text: string | undefined): ReadonlyMap<string, string> {
  const lines = (text ?? '').split('\n').map((line) => /^([\w\-.]+): (.*)$/.exec(line));
  return new Map(lines.flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? '']] : [])));
}
