import type { PartyKind, Role } from '../../domain/family.ts';
import type { StepKind } from '../../domain/plan.ts';
import type { Status, Urgency } from '../../domain/vocabulary.ts';
import type { Entry, FamilyStatus } from '../../read/views.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

type Words<Value extends string> = Readonly<Record<Value, Text>>;
type Agreement = FamilyStatus['coverage']['agreements'][number];

export const statusNames: Words<Status> = {
  unsafe: text('Onveilig', 'Unsafe'),
  unknown: text('Onbekend', 'Unknown'),
  direct: text('Direct veilig', 'Directly safe'),
  durable: text('Duurzaam veilig', 'Durably safe'),
};

export const statusMeanings: Words<Status> = {
  unsafe: text('er is geweld of gevaar dat nog openstaat', 'there is violence or danger that is still open'),
  unknown: text(
    'niet vast te stellen; stilte is geen veiligheid',
    'it cannot be established; silence is not safety',
  ),
  direct: text(
    'hier en nu geen acuut gevaar, met afspraken en vers zicht',
    'no acute danger here and now, with agreements and fresh sight',
  ),
  durable: text(
    'geen geweld, herstel en een netwerk dat het draagt',
    'no violence, recovery, and a network that carries it',
  ),
};

export const urgencyNames: Words<Urgency> = {
  acute: text('Acuut', 'Acute'),
  urgent: text('Dringend', 'Urgent'),
  early: text('Vroeg', 'Early'),
};

export const roleNames: Words<Role | 'unrecorded'> = {
  child: text('kind', 'child'),
  unborn_child: text('ongeboren kind', 'unborn child'),
  parent: text('ouder', 'parent'),
  partner: text('partner', 'partner'),
  ex_partner: text('ex-partner', 'ex-partner'),
  other_adult: text('andere volwassene', 'other adult'),
  unrecorded: text('nog niet als gezinslid vastgelegd', 'not recorded as a member yet'),
};

export const partyKinds: Words<PartyKind> = {
  school: text('school', 'school'),
  childcare: text('kinderopvang', 'childcare'),
  gp: text('huisarts', 'GP'),
  youth_health_care: text('jeugdgezondheidszorg', 'youth health care'),
  local_team: text('wijkteam', 'local team'),
  family: text('familie', 'family'),
  neighbour: text('buur', 'neighbour'),
  friend: text('vriend', 'friend'),
  veilig_thuis: text('Veilig Thuis', 'Veilig Thuis'),
  child_protection: text('jeugdbescherming', 'child protection'),
  mental_health: text('ggz', 'mental health care'),
  addiction_care: text('verslavingszorg', 'addiction care'),
  shelter: text('opvang', 'shelter'),
  police: text('politie', 'police'),
  volunteer: text('vrijwilliger', 'volunteer'),
  support_family: text('steungezin', 'support family'),
  municipality: text('gemeente', 'municipality'),
  other: text('anders', 'other'),
};

export const monitorStates: Words<Agreement['monitors'][number]['state']> = {
  invited: text('gevraagd, nog geen antwoord', 'asked, no answer yet'),
  declined: text('zei nee', 'declined'),
  withdrawn: text('gestopt', 'stopped'),
  accepted: text('zei ja, nog niets gehoord', 'accepted, nothing heard yet'),
  active: text('kijkt echt mee', 'really watching'),
  blind: text('meldt zich, maar ziet niets', 'reports, but sees nothing'),
  overdue: text('te laat met een bericht', 'overdue'),
  silent: text('stil', 'silent'),
  paused_with_standin: text('afwezig, met vervanger', 'away, with a stand-in'),
  paused_uncovered: text('afwezig, zonder vervanger', 'away, without a stand-in'),
};

export const coverStates: Words<Agreement['state']> = {
  covered: text('gedekt', 'covered'),
  thin: text('net gedekt: een bericht is over tijd', 'thin: a check-in is past its date'),
  uncovered: text('niet gedekt', 'not covered'),
};

export const groupNames: Words<FamilyStatus['coverage']['parties'][number]['kind']> = {
  school: text('School', 'School'),
  early_years: text('Opvang of jeugdgezondheidszorg', 'Childcare or youth health care'),
  gp: text('Huisarts', 'GP'),
  network: text('Eigen netwerk', 'Own network'),
};

export const groupStates: Words<FamilyStatus['coverage']['parties'][number]['state']> = {
  active: text('kijkt echt mee', 'really watching'),
  agreed_not_active: text('zei ja, maar kijkt niet mee', 'agreed, but not watching'),
  asked: text('gevraagd', 'asked'),
  asked_declined: text('gevraagd, doet niet mee', 'asked, not taking part'),
  not_asked: text('niet gevraagd', 'not asked'),
};

export const candidateStates: Words<FamilyStatus['relapse']['candidates'][number]['state']> = {
  open: text('open: hulp is niet begonnen', 'open: help has not started'),
  help_started: text('hulp is begonnen', 'help has started'),
  declined: text('hulp is afgewezen', 'help was declined'),
  closed: text('gesloten', 'closed'),
};

export const stepKinds: Words<StepKind> = {
  safety: text('veiligheid', 'safety'),
  parent_trauma: text('traumabehandeling ouder', 'trauma treatment of a parent'),
  addiction: text('verslaving', 'addiction'),
  psychiatric: text('psychische hulp', 'psychiatric help'),
  person_using_violence: text('hulp bij stoppen met geweld', 'help to stop using violence'),
  child_recovery: text('eigen hulp voor het kind', 'the child’s own help'),
  parenting: text('opvoeding', 'parenting'),
  relationship: text('relatie', 'relationship'),
  debt_housing: text('schulden en wonen', 'debt and housing'),
  network: text('netwerk', 'network'),
};

export const stepStates: Words<FamilyStatus['plan']['steps'][number]['state']> = {
  set: text('gepland', 'planned'),
  waiting: text('wacht op een plek', 'waiting for a place'),
  started: text('begonnen', 'started'),
  completed: text('afgerond', 'completed'),
  stalled: text('staat stil', 'stalled'),
};

export const entryStates: Words<Entry['state']> = {
  in_effect: text('geldt', 'in effect'),
  superseded: text('vervangen', 'superseded'),
  retracted: text('ingetrokken', 'retracted'),
};

/** How somebody came to know a fact. */
export const sourceNames: Readonly<Record<string, Text>> = {
  observed: text('zelf gezien', 'observed'),
  child_said: text('kind vertelde', 'a child said'),
  adult_said: text('volwassene vertelde', 'an adult said'),
  third_party: text('van een ander', 'third party'),
  document: text('document', 'document'),
  inferred: text('afgeleid', 'inferred'),
};
