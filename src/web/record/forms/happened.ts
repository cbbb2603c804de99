import * as words from '../../words/record-choices.ts';
import { choice, choices, number, numbered, one, several, when, yesNo } from '../form.ts';
import type { Form } from '../form.ts';

const optional = { optional: true } as const;
const text = (nl: string, en: string) => ({ nl, en });

/** What happened: violence, signs, and events that raise the load. */
export const happened: readonly Form[] = [
  {
    type: 'IncidentRecorded',
    subject: 'happened',
    isDanger: true,
    lead: text(
      'Eén keer geweld of onveiligheid. Is er nu gevaar: bel 112.',
      'One occurrence of violence or danger. Is there danger now: call 112.',
    ),
    fields: [
      choices('kinds', text('Wat voor geweld?', 'What kind of violence?'), words.violenceKinds),
      several('by', text('Wie deed het?', 'Who did it?'), 'persons', {
        optional: true,
        hint: text('Laat leeg als u het niet weet.', 'Leave empty if you do not know.'),
      }),
      several('against', text('Tegen wie?', 'Against whom?'), 'persons'),
      several(
        'witnessedBy',
        text('Wie was erbij of hoorde het?', 'Who was there or heard it?'),
        'persons',
        optional,
      ),
      numbered('severity', text('Hoe ernstig?', 'How serious?'), words.severities, {
        optional: true,
        hint: text(
          'Geen regel kijkt hiernaar: elk geweld telt.',
          'No rule looks at this: all violence counts.',
        ),
      }),
      choice('injury', text('Is er iemand gewond?', 'Is anybody injured?'), words.yesNoUnknown, optional),
      choices('lethality', text('Is er sprake van', 'Was there any'), words.lethalities, optional),
    ],
    words: text('Wat gebeurde er?', 'What happened?'),
  },
  {
    type: 'ViolencePatternRecorded',
    subject: 'happened',
    isDanger: true,
    lead: text(
      'Een reeks van geweld. Vul bij "Wanneer" het begin en het einde van de periode in.',
      'A series of violence. At "When", fill in the beginning and the end of the period.',
    ),
    fields: [
      choices('kinds', text('Wat voor geweld?', 'What kind of violence?'), words.violenceKinds),
      several('by', text('Wie doet het?', 'Who does it?'), 'persons', optional),
      several('against', text('Tegen wie?', 'Against whom?'), 'persons'),
      number(
        'estimatedPerYear',
        text('Hoe vaak per jaar, ongeveer?', 'About how often a year?'),
        0,
        10_000,
        optional,
      ),
      choice('trend', text('Hoe ontwikkelt het zich?', 'How does it develop?'), words.trends, optional),
    ],
    words: text('Hoe ziet de reeks eruit?', 'What is the series like?'),
  },
  {
    type: 'RelapseSignalObserved',
    subject: 'happened',
    isDanger: true,
    lead: text(
      'Een teken dat een oud patroon terugkomt. Bij rood: bel en vraag direct hulp.',
      'A sign that an old pattern returns. If red: call and ask for help at once.',
    ),
    fields: [
      one('person', text('Bij wie?', 'In whom?'), 'persons'),
      choice('level', text('Welke kleur?', 'Which colour?'), words.signalLevels),
      choice('pattern', text('Welk patroon?', 'Which pattern?'), words.patterns),
      yesNo('selfReport', text('Vertelde deze persoon het zelf?', 'Did this person tell it themselves?')),
      one(
        'signal',
        text('Is het een teken uit het signaleringsplan?', 'Is it a sign of the relapse plan?'),
        'signals',
        optional,
      ),
    ],
    words: text('Wat viel op?', 'What was noticed?'),
  },
  {
    type: 'AgreementBroken',
    subject: 'happened',
    isDanger: true,
    fields: [
      one('agreement', text('Welke afspraak?', 'Which agreement?'), 'agreements'),
      one('by', text('Wie hield zich er niet aan?', 'Who did not keep it?'), 'persons'),
      choice('violence', text('Was er geweld bij?', 'Was there violence?'), words.yesNoUnknown),
      choice(
        'harm',
        text('Is er schade of letsel?', 'Is there damage or injury?'),
        words.yesNoUnknown,
        optional,
      ),
    ],
    words: text('Wat gebeurde er?', 'What happened?'),
  },
  {
    type: 'StressorRecorded',
    subject: 'happened',
    lead: text('Iets ingrijpends waardoor het zwaarder wordt.', 'A life event that makes things harder.'),
    fields: [
      choice('kind', text('Wat gebeurde er?', 'What happened?'), words.stressors),
      one('person', text('Bij wie?', 'To whom?'), 'persons', optional),
    ],
  },
  {
    type: 'FamilyReported',
    subject: 'happened',
    lead: text('Schrijf nooit op wie er meldde.', 'Never write down who reported.'),
    fields: [
      choice('relation', text('Welke melding is het?', 'Which report is it?'), words.reportRelations),
      choice('acute', text('Is er nu gevaar?', 'Is there danger now?'), words.yesNoUnknown),
      choice(
        'structural',
        text('Duurt de onveiligheid al langer?', 'Has the danger lasted for longer?'),
        words.yesNoUnknown,
      ),
      choice('handledAs', text('Hoe wordt het opgepakt?', 'How is it handled?'), words.handlings, {
        optional: true,
        hint: text(
          'Een gezin met een plan wordt nooit een nieuwe zaak.',
          'A family with a plan never becomes a new case.',
        ),
      }),
    ],
  },
  {
    type: 'CrisisMeasureSet',
    subject: 'happened',
    fields: [
      choice('kind', text('Welke maatregel?', 'Which measure?'), words.measures),
      one('subject', text('Voor wie?', 'For whom?'), 'persons'),
      when('from', text('Vanaf', 'From')),
      when('to', text('Tot en met', 'Until'), optional),
    ],
  },
  {
    type: 'OutcomeMeasured',
    subject: 'seen',
    lead: text(
      'Wat iemand zegt over de afgelopen 12 maanden.',
      'What somebody says about the past 12 months.',
    ),
    fields: [
      one('person', text('Wie antwoordde?', 'Who answered?'), 'persons'),
      choice('moment', text('Welk meetmoment?', 'Which moment?'), words.moments),
      choice('violence', text('Was er geweld?', 'Was there violence?'), words.violenceAmounts),
    ],
  },
];
