import * as words from '../../words/record-choices.ts';
import {
  choice,
  day,
  each,
  line,
  made,
  number,
  one,
  oneOrNew,
  rows,
  several,
  severalOrAll,
  when,
  yesNo,
} from '../form.ts';
import type { Data, Fact, Field, Form } from '../form.ts';

const optional = { optional: true } as const;
const text = (nl: string, en: string) => ({ nl, en });

const conditionFields: readonly Field[] = [
  several('protects', text('Wie wordt beschermd?', 'Who is protected?'), 'persons'),
  choice('horizon', text('Waarvoor?', 'For what?'), words.horizons),
  yesNo('bottomLine', text('Is het een bodemeis?', 'Is it a bottom line?'), {
    hint: text(
      'Bij een bodemeis telt elke breuk als onveilig.',
      'With a bottom line any break counts as unsafe.',
    ),
  }),
];

const rungs: Field = rows(
  'rungs',
  text('Wie belt wie als het mis dreigt te gaan?', 'Who rings whom if it threatens to go wrong?'),
  [
    one('to', text('Bel', 'Ring'), 'parties'),
    number('ackMinutes', text('Antwoord binnen (minuten)', 'Answers within (minutes)'), 1, 10_080),
    choice('hours', text('Bereikbaar', 'Available'), words.hours),
    yesNo('accepted', text('Zei deze partij ja?', 'Did this party say yes?')),
  ],
  4,
  true,
);

const cadence = number(
  'cadenceDays',
  text('Elke hoeveel dagen een bericht?', 'A check-in every how many days?'),
  1,
  366,
  {
    hint: text(
      'Gebruikelijk: school 7, familie of buur 14, huisarts 28 dagen.',
      'Usual: school 7, family or neighbour 14, GP 28 days.',
    ),
  },
);

const askedFor: readonly Field[] = [
  one('party', text('Welke partij?', 'Which party?'), 'parties'),
  several('agreements', text('Welke afspraken?', 'Which agreements?'), 'agreements'),
];

/** Conditions, agreements, and who watches them. */
export const agreements: readonly Form[] = [
  {
    type: 'SafetyAgreementMade',
    subject: 'agreements',
    lead: text(
      'Wie doet wat wanneer. Leg in één keer vast wie ermee instemt en wie gebeld wordt.',
      'Who does what when. Record in one go who agrees to it and who is rung.',
    ),
    fields: [
      made('agreement', 'a'),
      oneOrNew(
        'condition',
        text('Welke veiligheidsvoorwaarde maakt dit waar?', 'Which safety condition does this realise?'),
        'conditions',
        'c',
      ),
      one('actor', text('Wie doet het?', 'Who does it?'), 'people'),
      choice('action', text('Wat doet die?', 'What do they do?'), words.actions),
      choice('timing', text('Wanneer?', 'When?'), words.timings),
      yesNo('critical', text('Is de veiligheid hiervan afhankelijk?', 'Does safety depend on it?'), {
        hint: text('Dan moet iemand er altijd op letten.', 'Then somebody must always watch it.'),
      }),
      number(
        'minMonitors',
        text('Hoeveel monitoren minstens?', 'How many monitors at least?'),
        1,
        20,
        optional,
      ),
      {
        name: 'needsChildSight',
        label: text('Moet het kind zelf gezien worden?', 'Must the child be seen?'),
        kind: { is: 'yes-or-no' },
        optional: true,
      },
      when('validFrom', text('Geldt vanaf', 'Valid from'), optional),
      when('validTo', text('Geldt tot en met', 'Valid until'), optional),
    ],
    words: text('De afspraak in de woorden van het gezin', 'The agreement in the words of the family'),
    also: {
      fields: [
        {
          name: 'condition',
          label: text('Als de voorwaarde nieuw is', 'If the condition is new'),
          kind: {
            is: 'group',
            fields: [
              ...conditionFields,
              line(
                'words',
                text('De voorwaarde in gewone woorden', 'The condition in plain words'),
                optional,
              ),
            ],
          },
          optional: true,
        },
        each(
          'consents',
          text('Wie stemt ermee in, en hoe is dat gevraagd?', 'Who agrees to it, and how was that asked?'),
          'people',
          words.consents,
          optional,
        ),
        {
          ...rungs,
          hint: text('De eerste regel wordt het eerst gebeld.', 'The first line is rung first.'),
          optional: true,
          kind: { ...(rungs.kind as Extract<Field['kind'], { is: 'rows' }>), required: false },
        },
      ],
      events: withConsents,
    },
  },
  {
    type: 'SafetyConditionSet',
    subject: 'agreements',
    lead: text('Wat er minstens waar moet zijn om veilig te zijn.', 'What must at least be true to be safe.'),
    fields: [made('condition', 'c'), ...conditionFields],
    words: text('De voorwaarde in gewone woorden', 'The condition in plain words'),
  },
  {
    type: 'AgreementConsented',
    subject: 'agreements',
    fields: [
      one('agreement', text('Welke afspraak?', 'Which agreement?'), 'agreements'),
      one('party', text('Wie stemt in?', 'Who agrees?'), 'people'),
      choice('obtained', text('Hoe is het gevraagd?', 'How was it asked?'), words.consents),
    ],
  },
  {
    type: 'EscalationPathSet',
    subject: 'agreements',
    fields: [one('agreement', text('Voor welke afspraak?', 'For which agreement?'), 'agreements'), rungs],
  },
  {
    type: 'AgreementEnded',
    subject: 'agreements',
    needsLatest: true,
    fields: [
      one('agreement', text('Welke afspraak?', 'Which agreement?'), 'agreements'),
      choice('reason', text('Waarom?', 'Why?'), words.agreementEndings),
    ],
  },
  {
    type: 'SafetyConditionEnded',
    subject: 'agreements',
    needsLatest: true,
    fields: [
      one('condition', text('Welke voorwaarde?', 'Which condition?'), 'conditions'),
      choice('reason', text('Waarom?', 'Why?'), words.conditionEndings),
    ],
  },
  {
    type: 'MonitorInvited',
    subject: 'agreements',
    lead: text('Vraag iemand om op een afspraak te letten.', 'Ask somebody to watch an agreement.'),
    fields: askedFor,
    also: {
      fields: [
        choice(
          'answer',
          text('Wat zei die meteen?', 'What did they say at once?'),
          {
            yes: text('ja', 'yes'),
            no: text('nee', 'no'),
          },
          optional,
        ),
        { ...cadence, optional: true },
      ],
      events: answered,
    },
  },
  {
    type: 'MonitorAccepted',
    subject: 'agreements',
    fields: [...askedFor, cadence, day('monitorsFrom', text('Kijkt vanaf', 'Watches from'), optional)],
    words: text('Waar let deze monitor op, in eigen woorden?', 'What does this monitor watch, in own words?'),
  },
  { type: 'MonitorDeclined', subject: 'agreements', fields: askedFor },
  {
    type: 'MonitorWithdrew',
    subject: 'agreements',
    lead: text('Stoppen mag, zonder verwijt.', 'Stopping is allowed, without blame.'),
    fields: askedFor,
  },
  {
    type: 'MonitorPaused',
    subject: 'agreements',
    fields: [
      one('party', text('Welke partij?', 'Which party?'), 'parties'),
      when('from', text('Afwezig vanaf', 'Away from')),
      when('to', text('Tot en met', 'Until')),
      severalOrAll('agreements', text('Voor welke afspraken?', 'For which agreements?'), 'agreements', {
        optional: true,
        hint: text('Niets aangevinkt betekent: allemaal.', 'Nothing ticked means: all of them.'),
      }),
      one('standIn', text('Wie vervangt?', 'Who stands in?'), 'parties', optional),
      choice('reason', text('Waarom?', 'Why?'), words.pauseReasons),
    ],
  },
];

function withConsents(
  data: Data,
  also: Data,
  chosen: (name: string) => string,
): { before: readonly Fact[]; after: readonly Fact[] } {
  const { words: told, ...condition } = (also['condition'] ?? {}) as Data;
  const isNew = chosen('condition') === 'new' && also['condition'] !== undefined;
  const consents = Object.entries((also['consents'] ?? {}) as Data);
  const path = (also['rungs'] ?? []) as readonly unknown[];
  const agreement = data['agreement'];
  return {
    before: isNew
      ? [
          {
            type: 'SafetyConditionSet',
            data: { condition: data['condition'], ...condition },
            text: typeof told === 'string' ? told : undefined,
          },
        ]
      : [],
    after: [
      ...consents.map(([party, obtained]): Fact => ({
        type: 'AgreementConsented',
        data: { agreement, party, obtained },
      })),
      ...(path.length > 0 ? [{ type: 'EscalationPathSet', data: { agreement, rungs: path } } as const] : []),
    ],
  };
}

function answered({ party, agreements: asked }: Data, { answer, cadenceDays }: Data) {
  const data = { party, agreements: asked };
  const after: readonly Fact[] =
    answer === 'yes'
      ? [{ type: 'MonitorAccepted', data: { ...data, cadenceDays } }]
      : answer === 'no'
        ? [{ type: 'MonitorDeclined', data }]
        : [];
  return { before: [], after };
}
