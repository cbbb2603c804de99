import * as words from '../../words/record-choices.ts';
import { choice, choices, each, group, number, numbered, one, rows, several, yesNo } from '../form.ts';
import type { Field, Form } from '../form.ts';

const optional = { optional: true } as const;
const text = (nl: string, en: string) => ({ nl, en });

/** The three long-term questions (Q19), in the words of the source. */
export const threeQuestions: readonly Field[] = [
  choice('stillSafe', text('Is het nog steeds veilig?', 'Is it still safe?'), words.yesNoUnknown),
  choice(
    'basicConditions',
    text(
      'Wordt nog voldaan aan de basisvoorwaarden voor een gezonde ontwikkeling?',
      'Are the basic conditions for a healthy development still met?',
    ),
    words.yesNoUnknown,
  ),
  choice(
    'helpNeeded',
    text('Is er misschien weer (even) hulp nodig?', 'Is help perhaps needed again (for a while)?'),
    words.yesNoUnknown,
  ),
];

/** What people saw, heard and found. */
export const seen: readonly Form[] = [
  {
    type: 'MonitorCheckedIn',
    subject: 'seen',
    lead: text(
      'Wat een monitor zag. Niets kunnen zien is ook een antwoord.',
      'What a monitor saw. Not being able to observe is an answer too.',
    ),
    fields: [
      one('party', text('Wie keek?', 'Who watched?'), 'parties'),
      one('agreement', text('Welke afspraak?', 'Which agreement?'), 'agreements'),
      choice('result', text('Is de afspraak gehouden?', 'Was the agreement kept?'), words.results),
      several('personsSeen', text('Wie is gezien of gesproken?', 'Who was seen or spoken to?'), 'persons', {
        optional: true,
        hint: text(
          'Een ongeboren kind telt mee als de zwangere ouder gezien is.',
          'An unborn child counts when the expecting parent was seen.',
        ),
      }),
      yesNo(
        'childAlone',
        text('Is het kind alleen gezien of gesproken?', 'Was the child seen or spoken to alone?'),
      ),
      yesNo('joint', text('Was de andere partner erbij?', 'Was the other partner there?')),
      numbered('worry', text('Hoeveel zorgen maakt u zich?', 'How worried are you?'), words.worries),
      group('answers', text('De drie vragen', 'The three questions'), threeQuestions, optional),
    ],
    words: text('Wat viel op?', 'What was noticed?'),
  },
  {
    type: 'ContactHeld',
    subject: 'seen',
    fields: [
      one('party', text('Wie voerde het gesprek?', 'Who held the talk?'), 'parties'),
      several('with', text('Met wie?', 'With whom?'), 'persons'),
      yesNo('joint', text('Was de andere partner erbij?', 'Was the other partner there?')),
      group('answers', text('De drie vragen', 'The three questions'), threeQuestions, optional),
    ],
    words: text('Wat is er gezegd?', 'What was said?'),
    known: ({ professional }) => (professional === null ? {} : { party: professional }),
  },
  {
    type: 'FamilyVoiceRecorded',
    subject: 'seen',
    lead: text(
      'Wat iemand uit het gezin zelf zegt. Het cijfer wordt getoond, nooit opgeteld.',
      'What somebody of the family says. The figure is shown, never averaged.',
    ),
    fields: [
      one('person', text('Wie zegt het?', 'Who says it?'), 'persons'),
      yesNo('alone', text('Is deze persoon alleen gesproken?', 'Was this person spoken to alone?')),
      number(
        'feelsSafe',
        text(
          'Hoe veilig voelt deze persoon zich, van 0 tot 10?',
          'How safe does this person feel, from 0 to 10?',
        ),
        0,
        10,
        optional,
      ),
      choice('helpNeeded', text('Is er hulp nodig?', 'Is help needed?'), words.yesNoUnknown, optional),
    ],
    words: text('Wat zei deze persoon?', 'What did this person say?'),
  },
  {
    type: 'SafetyAssessed',
    subject: 'seen',
    lead: text(
      'Het oordeel van een professional over gevaar.',
      'The judgement of a professional about danger.',
    ),
    fields: [
      one('assessor', text('Wie beoordeelde?', 'Who assessed?'), 'parties'),
      choices('basis', text('Waarop berust het?', 'What does it rest on?'), words.assessmentBases),
      choice('acuteDanger', text('Is er acuut gevaar?', 'Is there acute danger?'), words.yesNoUnknown),
      choice(
        'acuteProblems',
        text('Zijn er acute problemen?', 'Are there acute problems?'),
        words.yesNoUnknown,
      ),
      choice(
        'structural',
        text('Duurt de onveiligheid al langer?', 'Has the danger lasted for longer?'),
        words.yesNoUnknown,
        optional,
      ),
      each(
        'perPerson',
        text('Is het gevaar voor iemand anders dan voor de rest?', 'Is the danger different for somebody?'),
        'persons',
        words.yesNoUnknown,
        {
          optional: true,
          hint: text(
            'Laat leeg als het antwoord hierboven voor iedereen geldt.',
            'Leave empty if the answer above holds for everybody.',
          ),
        },
      ),
    ],
  },
  {
    type: 'AnalysisCompleted',
    subject: 'seen',
    lead: text(
      'De grondige analyse van het hele gezin. Vraag het ook aan ouders en kinderen zelf, los van elkaar.',
      'The thorough analysis of the whole family. Ask parents and children themselves too, apart from each other.',
    ),
    fields: [
      numbered('profile', text('Welk gezinsprofiel past?', 'Which family profile fits?'), words.profiles),
      choice(
        'coerciveControl',
        text('Is er dwingende controle?', 'Is there coercive control?'),
        words.yesNoUnknown,
        {
          hint: text(
            'Onbekend telt als ja: slachtoffers zwijgen er vaak over.',
            'Unknown counts as yes: victims often keep silent about it.',
          ),
        },
      ),
      choices(
        'violenceKinds',
        text('Welk geweld is er?', 'Which violence is there?'),
        words.violenceKinds,
        optional,
      ),
      rows(
        'factors',
        text('Wat houdt het geweld in stand?', 'What keeps the violence going?'),
        [
          choice('factor', text('Factor', 'Factor'), words.factorNames),
          one('person', text('Bij wie', 'In whom'), 'persons', optional),
        ],
        8,
        false,
      ),
      several(
        'spokenSeparately',
        text('Wie is los van de ander gesproken?', 'Who was spoken to apart from the other?'),
        'persons',
        optional,
      ),
      several(
        'childrenAsked',
        text('Aan welke kinderen is het zelf gevraagd?', 'Which children were asked themselves?'),
        'children',
        optional,
      ),
    ],
  },
  {
    type: 'ProfileRevised',
    subject: 'seen',
    fields: [
      numbered(
        'profile',
        text('Welk gezinsprofiel past nu?', 'Which family profile fits now?'),
        words.profiles,
      ),
      choice(
        'coerciveControl',
        text('Is er dwingende controle?', 'Is there coercive control?'),
        words.yesNoUnknown,
      ),
    ],
  },
  {
    type: 'BasicConditionsAssessed',
    subject: 'seen',
    lead: text(
      'De twaalf voorwaarden voor een gezonde ontwikkeling van Bartels en Heiner. Vul in wat u beoordeeld hebt; de rest laat u leeg.',
      'The twelve conditions for a healthy development of Bartels and Heiner. Fill in what you assessed; leave the rest empty.',
    ),
    fields: [
      one('child', text('Welk kind?', 'Which child?'), 'children'),
      choices('basis', text('Waarop berust het?', 'What does it rest on?'), words.conditionBases),
      each('levels', text('De voorwaarden', 'The conditions'), 'twelve', words.levelsOfConditions),
    ],
  },
  {
    type: 'RecoveryNeedAssessed',
    subject: 'seen',
    fields: [
      one('person', text('Wie?', 'Who?'), 'persons'),
      yesNo('personAsked', text('Is het aan deze persoon zelf gevraagd?', 'Was this person asked?')),
      choice('need', text('Wat is er nodig om te herstellen?', 'What is needed to recover?'), words.needs),
      choice(
        'irreparable',
        text('Is er schade die blijft?', 'Is there damage that stays?'),
        words.yesNoUnknown,
      ),
      choice('diagnosis', text('Is er een diagnose?', 'Is there a diagnosis?'), words.yesNoUnknown, {
        hint: text(
          'Geen regel kijkt hiernaar. Schrijf de diagnose zelf niet op.',
          'No rule looks at this. Do not write down the diagnosis itself.',
        ),
      }),
      {
        name: 'nextLook',
        label: text('Wanneer kijkt u opnieuw?', 'When will you look again?'),
        kind: { is: 'day' },
        optional: true,
      },
    ],
  },
  {
    type: 'ParentTraumaScreened',
    subject: 'seen',
    fields: [
      one('person', text('Welke ouder?', 'Which parent?'), 'adults'),
      choice(
        'present',
        text('Heeft deze ouder een eigen trauma?', 'Does this parent have an own trauma?'),
        words.yesNoUnknown,
      ),
    ],
  },
  {
    type: 'FactorReassessed',
    subject: 'seen',
    fields: [
      choice('factor', text('Welke factor?', 'Which factor?'), words.factorNames),
      one('person', text('Bij wie?', 'In whom?'), 'persons', optional),
      choice('state', text('Hoe is het nu?', 'How is it now?'), words.factorStates),
    ],
  },
  {
    type: 'SupporterLoadAssessed',
    subject: 'people',
    fields: [
      one('supporter', text('Welke steunfiguur of monitor?', 'Which supporter or monitor?'), 'parties'),
      choice(
        'overloaded',
        text('Draagt deze persoon te veel?', 'Does this person carry too much?'),
        words.yesNoUnknown,
      ),
    ],
  },
];
