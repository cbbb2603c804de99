import * as words from '../../words/record-choices.ts';
import { choice, instant, made, number, one, several, yesNo } from '../form.ts';
import type { Form } from '../form.ts';

const optional = { optional: true } as const;
const text = (nl: string, en: string) => ({ nl, en });

const request = one('request', text('Bij welke hulpvraag?', 'For which request for help?'), 'requests');
const reference = one(
  'ref',
  text('Bij welke hulpvraag of stap?', 'For which request or step?'),
  'references',
);
const provider = one('provider', text('Welke aanbieder?', 'Which provider?'), 'parties');

/** Relapse, help without a waiting list, the bell, and what stands in the way. */
export const help: readonly Form[] = [
  {
    type: 'BellRung',
    subject: 'help',
    isDanger: true,
    lead: text(
      'Er dreigt iets mis te gaan. Is er nu gevaar: bel eerst 112. Overleg met Veilig Thuis kan dag en nacht: 0800-2000.',
      'Something threatens to go wrong. Is there danger now: call 112 first. Veilig Thuis can be called day and night: 0800-2000.',
    ),
    fields: [
      made('bell', 'bell'),
      one('agreement', text('Bij welke afspraak?', 'About which agreement?'), 'agreements', optional),
      one('person', text('Om wie gaat het?', 'Whom is it about?'), 'persons', optional),
      one('to', text('Wie wordt gebeld?', 'Who is rung?'), 'parties'),
      choice('urgency', text('Hoe snel?', 'How soon?'), words.urgencies),
      yesNo(
        'selfReport',
        text('Trekt iemand over zichzelf aan de bel?', 'Does somebody ring about themselves?'),
      ),
    ],
    words: text('Wat is er aan de hand?', 'What is going on?'),
  },
  {
    type: 'BellAnswered',
    subject: 'help',
    fields: [
      one('bell', text('Welke bel?', 'Which bell?'), 'bells'),
      one('party', text('Wie antwoordde?', 'Who answered?'), 'parties'),
      choice('action', text('Wat is er gedaan?', 'What was done?'), words.bellActions),
    ],
    words: text('Wat is er gedaan?', 'What was done?'),
  },
  {
    type: 'RelapseJudged',
    subject: 'help',
    needsLatest: true,
    isDanger: true,
    lead: text(
      'Is dit een terugval? Bij dwingende controle telt een oordeel alleen als iemand alleen gesproken is.',
      'Is this a relapse? With coercive control a judgement counts only if somebody was spoken to alone.',
    ),
    fields: [
      one('candidate', text('Welke gebeurtenis?', 'Which event?'), 'candidates'),
      choice('relapse', text('Is het een terugval?', 'Is it a relapse?'), words.yesNoUnknown),
      choice(
        'urgency',
        text('Hoe snel is hulp nodig?', 'How soon is help needed?'),
        words.urgencies,
        optional,
      ),
      several('judges', text('Wie oordeelden?', 'Who judged?'), 'parties'),
      several(
        'spokenAlone',
        text('Wie is alleen gesproken?', 'Who was spoken to alone?'),
        'persons',
        optional,
      ),
    ],
    words: text('Waarom?', 'Why?'),
  },
  {
    type: 'ImmediateHelpRequested',
    subject: 'help',
    lead: text(
      'Vraag directe hulp, ook voor elk kind apart.',
      'Ask for immediate help, for each child as well.',
    ),
    fields: [
      made('request', 'help'),
      one('candidate', text('Naar aanleiding waarvan?', 'Because of what?'), 'candidates'),
      several('persons', text('Voor wie?', 'For whom?'), 'persons'),
      choice('help', text('Welke hulp?', 'Which help?'), words.helpKinds),
    ],
    words: text('Wat is er nodig?', 'What is needed?'),
  },
  {
    type: 'HelpOffered',
    subject: 'help',
    fields: [
      request,
      provider,
      instant('startsAt', text('Wanneer kan de hulp beginnen?', 'When can the help start?')),
    ],
  },
  {
    type: 'HelpDeclined',
    subject: 'help',
    lead: text(
      'Weigeren stopt het monitoren niet. Een ouder kan hulp voor een kind niet weigeren.',
      'Declining does not stop the monitoring. A parent cannot decline help for a child.',
    ),
    fields: [
      request,
      one('person', text('Wie wil de hulp niet?', 'Who does not want the help?'), 'persons'),
      yesNo('alone', text('Is deze persoon alleen gesproken?', 'Was this person spoken to alone?')),
      number(
        'alternatives',
        text('Hoeveel andere mogelijkheden zijn aangeboden?', 'How many alternatives were offered?'),
        0,
        99,
      ),
      choice('reason', text('Waarom niet?', 'Why not?'), words.declineReasons, optional),
    ],
  },
  {
    type: 'ImmediateHelpStarted',
    subject: 'help',
    lead: text(
      'Een intake, een brief of overbrugging is nog geen begin van hulp.',
      'An intake, a letter or bridging is no start of help yet.',
    ),
    fields: [
      request,
      provider,
      choice('form', text('Hoe?', 'How?'), words.helpForms),
      yesNo('bridging', text('Is het een overbrugging?', 'Is it bridging?')),
    ],
  },
  {
    type: 'ShortTermHelpEnded',
    subject: 'help',
    fields: [
      request,
      choice('outcome', text('Wat leverde het op?', 'What came of it?'), words.outcomes),
      choice('followUp', text('Wat nu?', 'What now?'), words.followUps),
    ],
  },
  {
    type: 'WaitlistPlacementRecorded',
    subject: 'help',
    lead: text(
      'Iemand moet wachten, hoe het ook heet. Een gezin met een plan hoeft nooit te wachten: dit is een breuk van de garantie.',
      'Somebody has to wait, whatever its name. A family with a plan never has to: this is a breach of the guarantee.',
    ),
    fields: [
      reference,
      provider,
      choice('named', text('Hoe heet het wachten?', 'What is the wait called?'), words.waitNames),
      number(
        'expectedDays',
        text('Hoeveel dagen naar verwachting?', 'How many days are expected?'),
        0,
        3660,
        optional,
      ),
    ],
  },
  {
    type: 'WaitlistLeft',
    subject: 'help',
    fields: [one('ref', text('Wie wacht niet meer?', 'Which wait is over?'), 'waits')],
  },
  {
    type: 'ReferralRejected',
    subject: 'help',
    fields: [
      one('ref', text('Bij welke hulpvraag?', 'For which request for help?'), 'requests'),
      provider,
      choice('reason', text('Waarom niet?', 'Why not?'), words.rejections),
    ],
  },
  {
    type: 'BarrierMet',
    subject: 'help',
    fields: [
      choice('kind', text('Wat staat in de weg?', 'What stands in the way?'), words.barriers),
      { ...reference, optional: true },
    ],
  },
  {
    type: 'RelapsePlanSet',
    subject: 'plan',
    lead: text(
      'Het signaleringsplan: tekenen dat het beter of slechter gaat, wie ze ziet en wie helpt.',
      'The relapse plan: signs that it goes better or worse, who sees them and who helps.',
    ),
    fields: [
      one('person', text('Van wie is het plan?', 'Whose plan is it?'), 'persons'),
      {
        name: 'signals',
        label: text('De tekenen', 'The signs'),
        kind: {
          is: 'rows',
          rows: 9,
          required: true,
          fields: [
            made('signal', 's'),
            {
              name: 'words',
              label: text('Teken, in eigen woorden', 'Sign, in own words'),
              kind: { is: 'line' },
            },
            choice('level', text('Kleur', 'Colour'), words.signalLevels),
            several('observers', text('Wie let erop?', 'Who watches for it?'), 'parties', optional),
          ],
        },
      },
      several(
        'helpers',
        text('Wie helpt als het misgaat?', 'Who helps if it goes wrong?'),
        'parties',
        optional,
      ),
      {
        name: 'rehearsedAt',
        label: text('Wanneer is het geoefend?', 'When was it rehearsed?'),
        kind: { is: 'day' },
        optional: true,
      },
    ],
    words: text('Andere afspraken in het plan', 'Other agreements in the plan'),
    sealing: {
      seal: (data) => {
        const signals = (data['signals'] ?? []) as readonly Readonly<Record<string, unknown>>[];
        return {
          data: { ...data, signals: signals.map(({ words: _, ...signal }) => signal) },
          text: signals.map(({ signal, words: told }) => `${String(signal)}: ${String(told)}`).join('\n'),
        };
      },
      unseal: (data, sealed) => {
        const signals = (data['signals'] ?? []) as readonly Readonly<Record<string, unknown>>[];
        const lines = sealed.split('\n');
        const told = (signal: unknown) => {
          const start = `${String(signal)}: `;
          return lines.find((each) => each.startsWith(start))?.slice(start.length);
        };
        return { ...data, signals: signals.map((each) => ({ ...each, words: told(each['signal']) })) };
      },
    },
    known: ({ relapsePlans }, { person }) => ({
      ...relapsePlans.find(({ data }) => data.person === person)?.data,
      rehearsedAt: undefined,
    }),
  },
];
