import * as words from '../../words/record-choices.ts';
import { stepKinds } from '../../words/states.ts';
import { threeQuestions } from './seen.ts';
import {
  choice,
  code,
  day,
  group,
  made,
  one,
  oneOrNew,
  month,
  numbered,
  number,
  several,
  yesNo,
  choices,
} from '../form.ts';
import type { Form } from '../form.ts';
import { partyKinds } from '../../words/states.ts';

const optional = { optional: true } as const;
const text = (nl: string, en: string) => ({ nl, en });
const step = one('step', text('Welke stap?', 'Which step?'), 'steps');
const plan = one('plan', text('Welk plan?', 'Which plan?'), 'plans');

/** The plan and its steps. */
export const plans: readonly Form[] = [
  {
    type: 'PlanActivated',
    subject: 'plan',
    lead: text(
      'Vanaf nu hoeft dit gezin nooit meer te wachten op hulp.',
      'From now on this family never has to wait for help.',
    ),
    fields: [
      made('plan', 'plan'),
      several('agreedBy', text('Wie stemden ermee in?', 'Who agreed to it?'), 'people'),
    ],
  },
  {
    type: 'PlanReviewed',
    subject: 'plan',
    fields: [plan, group('answers', text('De drie vragen', 'The three questions'), threeQuestions)],
    words: text('Wat is er besproken?', 'What was discussed?'),
  },
  {
    type: 'PlanClosed',
    subject: 'plan',
    needsLatest: true,
    lead: text('De garantie blijft gelden.', 'The guarantee stays in force.'),
    fields: [plan, choice('reason', text('Waarom?', 'Why?'), words.planEndings)],
  },
  {
    type: 'PlanStepSet',
    subject: 'plan',
    fields: [
      made('step', 'step'),
      one('person', text('Voor wie?', 'For whom?'), 'persons'),
      choice('kind', text('Welke stap?', 'Which step?'), stepKinds),
      one('owner', text('Wie zorgt ervoor?', 'Who takes care of it?'), 'parties'),
      several('dependsOn', text('Wat moet eerst?', 'What must come first?'), 'steps', {
        optional: true,
        hint: text(
          'Hulp voor een kind wacht nooit op een andere stap.',
          'Help for a child never waits for another step.',
        ),
      }),
      day('neededBy', text('Nodig voor', 'Needed by'), optional),
    ],
  },
  {
    type: 'PlanStepStarted',
    subject: 'plan',
    lead: text(
      'Alleen als het echt begonnen is; een verwijzing is geen begin.',
      'Only if it really started; a referral is no start.',
    ),
    fields: [step, one('provider', text('Bij wie?', 'With whom?'), 'parties', optional)],
  },
  {
    type: 'PlanStepCompleted',
    subject: 'plan',
    fields: [step, choice('outcome', text('Wat leverde het op?', 'What came of it?'), words.outcomes)],
  },
  {
    type: 'PlanStepStalled',
    subject: 'plan',
    fields: [step, choice('reason', text('Waardoor?', 'Because of what?'), words.stalls)],
  },
  {
    type: 'OrderOverridden',
    subject: 'plan',
    needsLatest: true,
    fields: [
      step,
      choice('reason', text('Waarom?', 'Why?'), words.overrideReasons),
      several('approvedBy', text('Wie besloten dit?', 'Who decided this?'), 'parties'),
    ],
    words: text('Waarom?', 'Why?'),
  },
  {
    type: 'ContactArrangementSet',
    subject: 'plan',
    fields: [
      one('child', text('Welk kind?', 'Which child?'), 'children'),
      one('adult', text('Welke volwassene?', 'Which adult?'), 'adults'),
      yesNo('supervised', text('Is er iemand bij?', 'Is somebody there?')),
      one('supervisor', text('Wie is erbij?', 'Who is there?'), 'parties', optional),
      several(
        'agreements',
        text('Welke afspraken horen erbij?', 'Which agreements belong to it?'),
        'agreements',
        optional,
      ),
      choice(
        'contraIndication',
        text('Is er een reden om het niet te doen?', 'Is there a reason not to do it?'),
        words.yesNoUnknown,
      ),
    ],
  },
];

/** Who belongs to the family, who is around it, and who stays. */
export const people: readonly Form[] = [
  {
    type: 'PersonJoined',
    subject: 'people',
    names: 'person',
    lead: text(
      'Iemand hoort bij het gezin: komt erbij, wordt geboren, komt terug of verhuist.',
      'Somebody belongs to the family: joins, is born, returns or moves.',
    ),
    fields: [
      oneOrNew('person', text('Wie?', 'Who?'), 'everyone', 'person:p'),
      choice('role', text('Rol', 'Role'), words.roles),
      oneOrNew('household', text('Woont bij', 'Lives with'), 'households', 'hh'),
      month('birthMonth', text('Geboren in', 'Born in'), optional),
    ],
  },
  {
    type: 'PersonLeft',
    subject: 'people',
    fields: [one('person', text('Wie hoort er niet meer bij?', 'Who no longer belongs to it?'), 'persons')],
  },
  {
    type: 'PartyInvolved',
    subject: 'people',
    names: 'party',
    fields: [
      oneOrNew('party', text('Wie?', 'Who?'), 'parties', 'party:p'),
      choice('kind', text('Wat voor partij?', 'What kind of party?'), partyKinds),
      yesNo('informal', text('Is het iemand uit het eigen netwerk?', 'Is it somebody of the own network?')),
      {
        name: 'organisation',
        label: text('Van welke organisatie?', 'Of which organisation?'),
        hint: text(
          'Partijen van één organisatie tellen als één paar ogen.',
          'Parties of one organisation count as one pair of eyes.',
        ),
        kind: { is: 'one', of: 'organisations', orNew: 'org' },
        optional: true,
      },
      several('livesWith', text('Woont in huis met', 'Lives in with'), 'persons', optional),
      several('linkedTo', text('Is familie of vriend van', 'Is family or friend of'), 'persons', optional),
    ],
  },
  {
    type: 'PartyClosedInvolvement',
    subject: 'people',
    needsLatest: true,
    fields: [
      one('party', text('Welke partij?', 'Which party?'), 'parties'),
      choice('reason', text('Waarom?', 'Why?'), words.partyEndings),
    ],
  },
  {
    type: 'FamilyMoved',
    subject: 'people',
    lead: text(
      'De garantie verhuist mee. Schrijf geen adres op.',
      'The guarantee moves along. Write no address.',
    ),
    fields: [
      one('household', text('Welk huishouden?', 'Which household?'), 'households'),
      code('fromMunicipality', text('Van gemeente', 'From municipality')),
      code('toMunicipality', text('Naar gemeente', 'To municipality')),
    ],
  },
  {
    type: 'SupportPersonNamed',
    subject: 'people',
    lead: text(
      'Iemand die steunt. Het kind of de ouder kiest zelf; ouders stemmen in met een JIM.',
      'Somebody who supports. The child or parent chooses; parents agree to a JIM.',
    ),
    fields: [
      one('person', text('Wie krijgt steun?', 'Who is supported?'), 'persons'),
      one('supporter', text('Wie steunt?', 'Who supports?'), 'parties'),
      numbered('ring', text('In welke kring?', 'In which ring?'), words.rings),
      choices('support', text('Waarmee?', 'With what?'), words.supports, optional),
      choice('level', text('Wat voor steun is het?', 'What kind of support is it?'), words.supportLevels),
      number(
        'reviewDays',
        text('Na hoeveel dagen kijkt u hoe het gaat?', 'After how many days do you see how it goes?'),
        1,
        3660,
        optional,
      ),
      day('until', text('Tot en met', 'Until'), optional),
    ],
  },
  {
    type: 'SupportPersonLeft',
    subject: 'people',
    fields: [
      one('person', text('Wie kreeg steun?', 'Who was supported?'), 'persons'),
      one('supporter', text('Wie steunt niet meer?', 'Who no longer supports?'), 'supporters'),
    ],
  },
  {
    type: 'LongTermProfessionalAssigned',
    subject: 'people',
    fields: [
      one('professional', text('Wie blijft jaren beschikbaar?', 'Who stays available for years?'), 'parties'),
      one('deputy', text('Wie vervangt?', 'Who is the deputy?'), 'parties', optional),
      number(
        'contactDays',
        text('Elke hoeveel dagen contact?', 'Contact every how many days?'),
        1,
        366,
        optional,
      ),
    ],
  },
  {
    type: 'ProfessionalLeaveAnnounced',
    subject: 'people',
    fields: [
      one('professional', text('Wie vertrekt?', 'Who leaves?'), 'parties'),
      day('lastDay', text('Laatste dag', 'Last day')),
      one('successor', text('Wie volgt op?', 'Who succeeds?'), 'parties', optional),
    ],
    known: ({ professional }) => (professional === null ? {} : { professional }),
  },
  {
    type: 'HandoverCompleted',
    subject: 'people',
    fields: [
      one(
        'professional',
        text('Wie is de nieuwe vaste professional?', 'Who is the new long-term professional?'),
        'parties',
      ),
      yesNo(
        'warm',
        text('Waren de oude en de nieuwe er samen bij?', 'Were the old and the new one there together?'),
      ),
      yesNo('familyPresent', text('Was het gezin erbij?', 'Was the family there?')),
    ],
  },
];

/** What people decide about alarms and the guarantee. */
export const decisions: readonly Form[] = [
  {
    type: 'AlarmAcknowledged',
    subject: 'decisions',
    lead: text('U hebt het alarm gezien. Het blijft staan.', 'You have seen the alarm. It stays.'),
    fields: [
      code('rule', text('Regel', 'Rule')),
      { name: 'subject', label: text('Waarover', 'About what'), kind: { is: 'line' } },
      one('by', text('Door wie?', 'By whom?'), 'parties'),
    ],
  },
  {
    type: 'AlarmClosed',
    subject: 'decisions',
    needsLatest: true,
    fields: [
      code('rule', text('Regel', 'Rule')),
      { name: 'subject', label: text('Waarover', 'About what'), kind: { is: 'line' } },
      one('by', text('Door wie?', 'By whom?'), 'parties'),
      choice('reason', text('Wat is er gedaan?', 'What was done?'), words.alarmReasons, optional),
    ],
  },
  {
    type: 'GuaranteeEnded',
    subject: 'decisions',
    needsLatest: true,
    lead: text(
      'De wachtlijstvrije garantie eindigt alleen als het gezin dat weet.',
      'The no-waitlist guarantee ends only with the family informed.',
    ),
    fields: [
      choice('reason', text('Waarom?', 'Why?'), words.guaranteeEndings),
      several('endedBy', text('Wie besloten dit?', 'Who decided this?'), 'parties'),
      yesNo('familyInformed', text('Weet het gezin dit?', 'Does the family know?')),
    ],
  },
];
