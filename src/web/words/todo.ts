import type { Finding } from './findings.ts';
import type { Lang, Text } from './lang.ts';
import { spokenDay } from './speech.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What can be done about a rule that is not met: what, who can do it, and where it is recorded. */
export interface Todo {
  readonly act: Text;
  readonly who: Text;
  /** The form, by the kind of record, with what is known already. */
  readonly record?: { readonly kind: string; readonly values?: Readonly<Record<string, string | undefined>> };
  /** Or the page where it is looked at. */
  readonly page?: 'coverage' | 'familyPlan' | 'decide';
}

export const todoWords = {
  title: text('Wat ontbreekt voor de volgende stap', 'What is missing for the next step'),
  toDirect: (name: string) => text(`Voor ${name}: naar direct veilig`, `For ${name}: towards directly safe`),
  toDurable: (name: string) =>
    text(`Voor ${name}: naar duurzaam veilig`, `For ${name}: towards durably safe`),
  keep: (name: string) =>
    text(`Voor ${name}: alles is er. Houd het zo.`, `For ${name}: everything is there. Keep it so.`),
  who: text('Wie kan dit doen:', 'Who can do this:'),
  go: text('Leg dit vast', 'Record this'),
  look: text('Bekijk dit', 'Look at this'),
  decideNow: text(
    'De feiten laten het toe. Neem samen een besluit.',
    'The facts allow it. Take a decision together.',
  ),
  decideWhen: text(
    'Neem daarna samen een besluit: alleen mensen verhogen een status.',
    'Then take a decision together: only people raise a status.',
  ),
  decideWho: text(
    'het team, met minstens één partij die tekent',
    'the team, with at least one party that signs',
  ),
  decideWhoDurable: text(
    'partijen van minstens twee organisaties, die samen tekenen',
    'parties of at least two organisations that sign together',
  ),
};

const who = {
  assessor: text(
    'een professional die iemand alleen kan spreken (Veilig Thuis, wijkteam)',
    'a professional who can see someone alone (Veilig Thuis, local team)',
  ),
  team: text('het team, samen met het gezin', 'the team, together with the family'),
  monitors: text('een onafhankelijke monitor die al ja zei', 'an independent monitor that accepted already'),
  professional: text('de vaste professional', 'the long-term professional'),
  treatment: text('de behandelaar of het wijkteam', 'the practitioner or the local team'),
  nobody: text('niemand: dit vraagt tijd', 'nobody: this takes time'),
};

/** By rule and missing code; the first line of a rule counts where no code is given. */
export function todoFor({ rule, missing, about }: Finding, person: string): Todo {
  const [agreement] = about.agreements;
  const [someone = person] = about.persons;
  switch (rule) {
    case 'L1':
    case 'D3':
    case 'D5':
      return {
        act: text(
          'Spreek iemand alleen, en beoordeel daarna opnieuw of er gevaar is.',
          'See someone alone, and then assess anew whether there is danger.',
        ),
        who: who.assessor,
        record: { kind: 'safety-assessed' },
      };
    case 'D1':
      return agreementTodo(missing, about.items[0], agreement, someone, person);
    case 'D2':
      return waiting(about.turns);
    case 'D4':
      return {
        act: text(
          'Zorg voor nieuw zicht en leg vast wie er is gezien.',
          'Get new sight and record who was seen.',
        ),
        who: who.monitors,
        record: { kind: 'monitor-checked-in' },
      };
    case 'D6':
      return missing === 'critical_agreement'
        ? {
            act: text('Maak een cruciale afspraak.', 'Make a critical agreement.'),
            who: who.team,
            record: { kind: 'safety-agreement-made' },
          }
        : {
            act: text(
              'Zorg dat genoeg partijen echt meekijken.',
              'See to it that enough parties really watch.',
            ),
            who: who.monitors,
            page: 'coverage',
          };
    case 'U1':
      return waiting(about.turns);
    case 'U2':
      return {
        act: text(
          'Bekijk de basisvoorwaarden met eigen ogen.',
          'Look at the basic conditions with your own eyes.',
        ),
        who: who.professional,
        record: { kind: 'basic-conditions-assessed', values: { child: person } },
      };
    case 'U3':
      return {
        act: text(
          'Vraag het kind zelf wat het nodig heeft, en start die hulp.',
          'Ask the child itself what it needs, and start that help.',
        ),
        who: who.professional,
        record: { kind: 'recovery-need-assessed', values: { person } },
      };
    case 'U4':
      return missing === 'not_screened'
        ? {
            act: text('Zoek uit of er trauma speelt.', 'Find out whether there is trauma.'),
            who: who.treatment,
            record: { kind: 'parent-trauma-screened', values: { person: someone } },
          }
        : {
            act: text('Breng de behandeling verder.', 'Take the treatment further.'),
            who: who.treatment,
            page: 'familyPlan',
          };
    case 'U5':
      return missing === 'analysis'
        ? {
            act: text('Maak een grondige analyse.', 'Make a thorough analysis.'),
            who: who.team,
            record: { kind: 'analysis-completed' },
          }
        : {
            act: text('Beoordeel de risicofactor opnieuw.', 'Assess the risk factor anew.'),
            who: who.team,
            record: {
              kind: 'factor-reassessed',
              values: { factor: about.items[0], person: about.persons[0] },
            },
          };
    case 'U6':
    case 'U7':
      return {
        act: text('Herstel de volgorde, of stop deze stap.', 'Put the order right, or stop this step.'),
        who: who.team,
        page: 'familyPlan',
      };
    case 'U8':
      return {
        act: text('Vraag iemand om mee te kijken.', 'Ask somebody to watch.'),
        who: who.professional,
        page: 'coverage',
      };
    case 'U9':
      return missing === 'guarantee'
        ? {
            act: text(
              'Maak samen een plan: dan geldt de garantie.',
              'Make a plan together: then the guarantee is in force.',
            ),
            who: who.team,
            record: { kind: 'plan-activated' },
          }
        : {
            act: text(
              'Maak het signaleringsplan af en oefen het.',
              'Complete the relapse plan and rehearse it.',
            ),
            who: who.professional,
            record: { kind: 'relapse-plan-set', values: { person: someone } },
          };
    case 'U10':
      return missing === 'contact'
        ? {
            act: text('Neem contact op en stel de drie vragen.', 'Make contact and ask the three questions.'),
            who: who.professional,
            record: { kind: 'contact-held' },
          }
        : {
            act: text(
              'Wijs een vaste professional en een vervanger aan.',
              'Assign a long-term professional and a deputy.',
            ),
            who: who.team,
            record: { kind: 'long-term-professional-assigned' },
          };
    case 'U11':
      return {
        act: text(
          'Vraag iedereen apart naar het afgelopen jaar.',
          'Ask everybody separately about the past year.',
        ),
        who: who.professional,
        record: { kind: 'outcome-measured', values: { person: someone } },
      };
  }
}

function agreementTodo(
  missing: string | undefined,
  condition: string | undefined,
  agreement: string | undefined,
  party: string,
  person: string,
): Todo {
  switch (missing ?? '') {
    case 'condition':
      return {
        act: text('Stel samen een veiligheidsvoorwaarde.', 'Set a safety condition together.'),
        who: who.team,
        record: { kind: 'safety-condition-set', values: { protects: person } },
      };
    case 'agreement':
      return {
        act: text('Maak een afspraak bij deze voorwaarde.', 'Make an agreement for this condition.'),
        who: who.team,
        record: { kind: 'safety-agreement-made', values: { condition } },
      };
    case 'path':
      return {
        act: text('Maak de belroute af.', 'Complete the bell path.'),
        who: who.team,
        record: { kind: 'escalation-path-set', values: { agreement } },
      };
    default:
      return {
        act: text('Vraag om instemming, los van de ander.', 'Ask for consent, apart from the other.'),
        who: who.professional,
        record: { kind: 'agreement-consented', values: { agreement, party } },
      };
  }
}

function waiting(turns: string | null): Todo {
  const until = (lang: Lang) => (turns === null ? '' : spokenDay(turns, lang));
  return {
    act:
      turns === null
        ? text('Dit kan pas na een geldig besluit.', 'This can only come after a valid decision.')
        : text(`Wacht tot ${until('nl')} en houd zicht.`, `Wait until ${until('en')} and keep sight.`),
    who: who.nobody,
  };
}
