import type { DemoId } from '../../access/demo-people.ts';
import type { Account } from '../../access/visitor.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import { paths } from '../paths.ts';
import type { Lang, Text } from '../words/lang.ts';
import { sessionWords } from '../words/session.ts';
import { professions, signInWords } from '../words/sign-in.ts';
import { Page, inLanguages } from './layout.tsx';

export interface Ways {
  readonly hasOrganisation: boolean;
  readonly hasPasswords: boolean;
  /** Nobody could sign in: the first account has yet to be made. */
  readonly isForNobody: boolean;
  readonly demo: readonly Account[];
  readonly demoPassword: string;
}

interface Props {
  readonly screen: Screen;
  readonly next: string;
  readonly ways: Ways;
  readonly refused: { readonly error: Text; readonly account: string } | undefined;
  /** Comes from a page whose session has ended. */
  readonly isOver: boolean;
}

export function Login({ screen, next, ways, refused, isOver }: Props) {
  const { say } = screen;
  const words = isOver
    ? { title: sessionWords.overTitle, lead: sessionWords.over }
    : { title: signInWords.title, lead: signInWords.lead };
  const title = say(refused ? signInWords.wrongTitle : words.title);
  const back = next === paths.start ? undefined : next;
  const here = (lang: Lang) => inLanguages('login', { next: back })(lang);
  const action = here(screen.lang);
  return (
    <Page screen={screen} title={title} here={here}>
      <h1>{title}</h1>
      {refused ? (
        <ErrorSummary screen={screen} errors={[{ id: 'account', text: refused.error }]} />
      ) : (
        <p class="lead">{say(words.lead)}</p>
      )}
      {ways.hasOrganisation && <Organisation screen={screen} next={back} />}
      {ways.demo.length > 0 && <Demo screen={screen} ways={ways} action={action} />}
      {ways.hasPasswords && <Passwords screen={screen} action={action} account={refused?.account} />}
      {ways.isForNobody && <NobodyYet screen={screen} />}
    </Page>
  );
}

interface PartProps {
  readonly screen: Screen;
  readonly action: string;
}

/** A link and no form: a form may lead to no other site, and this one does. */
function Organisation({ screen: { say, link }, next }: OrganisationProps) {
  return (
    <section aria-labelledby="organisation">
      <h2 id="organisation">{say(signInWords.organisation)}</h2>
      <p>
        <LinkButton look="primary" href={link('toOrganisation', { next })}>
          {say(signInWords.organisationGo)}
        </LinkButton>
      </p>
    </section>
  );
}

interface OrganisationProps {
  readonly screen: Screen;
  readonly next: string | undefined;
}

function Demo({ screen: { say }, ways, action }: PartProps & { readonly ways: Ways }) {
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{say(signInWords.demo)}</h2>
      <p>{say(signInWords.demoLead)}</p>
      <form class="demo-people" action={action} method="post">
        {ways.demo.map(({ id, name }) => (
          <p>
            <Button look="secondary" name="demo" value={id}>
              {say(signInWords.demoGo(name, professions[id as DemoId]))}
            </Button>
          </p>
        ))}
      </form>
      <p>{say(signInWords.demoPassword(ways.demoPassword))}</p>
    </section>
  );
}

function Passwords({ screen, action, account }: PartProps & { readonly account: string | undefined }) {
  const { say } = screen;
  return (
    <section aria-labelledby="password-way">
      <h2 id="password-way">{say(signInWords.password)}</h2>
      <form action={action} method="post" noValidate>
        <TextField
          screen={screen}
          name="account"
          label={signInWords.account}
          value={account}
          maxLength={80}
          autocomplete="username"
        />
        <TextField
          screen={screen}
          name="password"
          label={signInWords.secret}
          kind="password"
          maxLength={200}
          autocomplete="current-password"
        />
        <Button>{say(signInWords.go)}</Button>
      </form>
    </section>
  );
}

function NobodyYet({ screen: { say } }: { readonly screen: Screen }) {
  return (
    <section aria-labelledby="nobody-yet">
      <h2 id="nobody-yet">{say(signInWords.nobodyYet)}</h2>
      <p>{say(signInWords.nobodyYetNext)}</p>
      <p>
        <code>npm run -s waakvlam -- people add ACCOUNT --name NAAM --role monitor</code>
      </p>
    </section>
  );
}
