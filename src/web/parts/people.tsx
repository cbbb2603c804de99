import type { KnownAccount } from '../../access/people.ts';
import type { Sessions } from '../../access/sessions.ts';
import { textIn } from '../form.ts';
import type { Form } from '../form.ts';
import { roleNames } from '../words/access.ts';
import type { Text } from '../words/lang.ts';
import { peopleWords } from '../words/office.ts';
import { Button } from './button.tsx';
import { Radios } from './choices.tsx';
import { EmptyState } from './empty-state.tsx';
import { TextField } from './field.tsx';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

interface AccountsProps {
  readonly screen: Screen;
  readonly known: readonly KnownAccount[];
  readonly live: ReturnType<Sessions['live']>;
}

export function Accounts({ screen, known, live }: AccountsProps) {
  const { say, link } = screen;
  const { account: who, roles: as, team: of, lastSignIn: last, sessions } = peopleWords;
  if (known.length === 0) return <EmptyState text={say(peopleWords.none)} />;
  return (
    <Table caption={say(peopleWords.caption)} heads={[who, as, of, last, sessions]} screen={screen} cards>
      {known.map(({ account: { id, name, roles, team }, lastSignIn }) => {
        const now = live.get(id);
        const at = lastSignIn ?? now?.lastBegan;
        return (
          <tr>
            <th scope="row">
              {name} ({id})
            </th>
            <td data-label={say(as)}>
              {roles.length === 0
                ? say(peopleWords.noRole)
                : roles.map((role) => say(roleNames[role])).join(', ')}
            </td>
            <td data-label={say(of)}>{team ?? '-'}</td>
            <td data-label={say(last)}>
              {at === undefined ? say(peopleWords.unknown) : <When at={at} screen={screen} />}
            </td>
            <td data-label={say(sessions)}>
              {now === undefined ? (
                '-'
              ) : (
                <form action={link('people')} method="post">
                  {say(peopleWords.count(now.count))}{' '}
                  <Button look="subtle" name="out" value={id}>
                    {say(peopleWords.end)} {name}
                  </Button>
                </form>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

interface FormProps {
  readonly screen: Screen;
  readonly form: Form;
  readonly faults: readonly { readonly id: string; readonly text: Text }[];
}

/** Says nothing of the family: the same form and answer whether it exists or not. */
export function RelationForm({ screen, form, faults }: FormProps) {
  const { say, link } = screen;
  const fault = (id: string) => faults.find((each) => each.id === id)?.text;
  const field = (name: 'holder' | 'family') => (
    <TextField
      screen={screen}
      name={name}
      label={peopleWords[name]}
      value={textIn(form[name])}
      error={fault(name)}
      maxLength={64}
    />
  );
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{say(peopleWords.relations)}</h2>
      <p>{say(peopleWords.relationsLead)}</p>
      <form action={link('people')} method="post">
        <Radios
          screen={screen}
          name="ground"
          label={peopleWords.ground}
          options={[
            { value: 'own', label: say(peopleWords.own) },
            { value: 'team', label: say(peopleWords.ofTeam) },
          ]}
          value={textIn(form['ground'])}
          error={fault('ground')}
        />
        {field('holder')}
        {field('family')}
        <TextField
          screen={screen}
          name="party"
          label={peopleWords.party}
          hint={peopleWords.partyHint}
          value={textIn(form['party']) || 'party:team'}
          error={fault('party')}
          maxLength={64}
        />
        <p id="do">
          <Button name="do" value="give">
            {say(peopleWords.give)}
          </Button>{' '}
          <Button look="secondary" name="do" value="end">
            {say(peopleWords.stop)}
          </Button>
        </p>
      </form>
    </section>
  );
}
