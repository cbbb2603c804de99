import type { Text } from './lang.ts';
import { roleNames } from './states.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What can be chosen in forms, in plain words; the keys are those of the event contract. */

export const yesNoUnknown = {
  yes: text('ja', 'yes'),
  no: text('nee', 'no'),
  unknown: text('onbekend', 'unknown'),
};

export const violenceKinds = {
  physical: text('lichamelijk (slaan, schoppen, duwen)', 'physical (hitting, kicking, pushing)'),
  verbal: text('met woorden (schelden, schreeuwen)', 'verbal (abuse, shouting)'),
  psychological: text('psychisch (kleineren, bang maken)', 'psychological (belittling, frightening)'),
  coercive_control: text('dwingende controle', 'coercive control'),
  sexual: text('seksueel', 'sexual'),
  neglect: text('verwaarlozing', 'neglect'),
  threat: text('dreigen', 'threat'),
  stalking: text('stalken', 'stalking'),
  financial: text('financieel', 'financial'),
  honour_related: text('eergerelateerd', 'honour related'),
  witnessing: text('kind was erbij of hoorde het', 'a child was there or heard it'),
};
export const severities = {
  '1': text('1 - licht', '1 - slight'),
  '2': text('2 - matig', '2 - moderate'),
  '3': text('3 - ernstig', '3 - serious'),
  '4': text('4 - zeer ernstig', '4 - very serious'),
};
export const lethalities = {
  strangulation: text('verwurging of hand op de keel', 'strangulation or a hand on the throat'),
  weapon: text('wapen', 'weapon'),
  death_threat: text('dreigen met de dood', 'threat of death'),
  suicide_threat: text('dreigen met zelfdoding', 'threat of suicide'),
  pregnancy: text('slachtoffer is zwanger', 'the victim is pregnant'),
};
export const trends = {
  up: text('het wordt erger', 'it gets worse'),
  same: text('het blijft gelijk', 'it stays the same'),
  down: text('het wordt minder', 'it gets less'),
  unknown: text('onbekend', 'unknown'),
};
export const assessmentBases = {
  seen_alone: text('alleen gesproken', 'spoken to alone'),
  joint: text('samen met anderen gesproken', 'spoken to with others there'),
  phone: text('aan de telefoon', 'on the telephone'),
  file: text('uit het dossier', 'from the file'),
};
export const profiles = {
  '1': text('1 - stress: te veel problemen tegelijk', '1 - stress: too many problems at once'),
  '2': text('2 - dwingende controle (intieme terreur)', '2 - coercive control (intimate terrorism)'),
  '3': text('3 - problemen van het kind zelf', '3 - problems of the child itself'),
  '4': text('4 - langdurige zorg nodig', '4 - long-term care needed'),
  '5': text('5 - conflict na een scheiding', '5 - conflict after separation'),
  unknown: text('nog onbekend', 'not known yet'),
};
export const factorNames = {
  debt: text('schulden', 'debts'),
  housing: text('wonen', 'housing'),
  work: text('werk', 'work'),
  addiction: text('verslaving', 'addiction'),
  psychiatric: text('psychische problemen', 'psychiatric problems'),
  intellectual_disability: text('licht verstandelijke beperking', 'intellectual disability'),
  own_childhood: text('eigen jeugd met geweld', 'own childhood with violence'),
  isolation: text('weinig mensen om op terug te vallen', 'few people to fall back on'),
  separation_conflict: text('strijd na een scheiding', 'conflict after separation'),
  chronic_illness: text('langdurige ziekte', 'long illness'),
  other: text('iets anders', 'something else'),
};
export const factorStates = {
  active: text('speelt nog', 'still active'),
  reduced: text('is minder', 'is less'),
  controlled: text('is onder controle', 'is under control'),
  gone: text('is weg', 'is gone'),
};
export const measures = {
  home_ban: text('huisverbod', 'home ban'),
  shelter: text('opvang', 'shelter'),
  placement: text('uithuisplaatsing', 'placement out of home'),
  supervision_order: text('ondertoezichtstelling', 'supervision order'),
  arrest: text('aanhouding', 'arrest'),
};
export const reportRelations = {
  first: text('eerste melding', 'first report'),
  repeat_several: text('herhaalde melding, er waren er meer', 'repeated report, there were several'),
  repeat_one: text('herhaalde melding, er was er één', 'repeated report, there was one'),
  follow_up_assessment: text('tijdens de beoordeling', 'during the assessment'),
  follow_up_after: text('na afsluiting', 'after closing'),
  follow_up_monitoring: text('tijdens het monitoren', 'during monitoring'),
};
export const handlings = {
  existing_plan: text('binnen het plan dat er is', 'within the plan that is there'),
  new_case: text('als een nieuwe zaak', 'as a new case'),
};
export const roles = {
  child: roleNames.child,
  unborn_child: roleNames.unborn_child,
  parent: roleNames.parent,
  partner: roleNames.partner,
  ex_partner: roleNames.ex_partner,
  other_adult: roleNames.other_adult,
};
export const partyEndings = {
  finished: text('het is klaar', 'it is done'),
  no_capacity: text('geen tijd of plek', 'no time or place'),
  refused: text('wil niet meer', 'wants no more'),
  moved: text('verhuisd', 'moved'),
  other: text('iets anders', 'something else'),
};
export const horizons = {
  direct: text('nu: directe veiligheid', 'now: direct safety'),
  durable: text('blijvend: duurzame veiligheid', 'lasting: durable safety'),
};
export const conditionEndings = {
  achieved: text('bereikt', 'achieved'),
  replaced: text('vervangen door een andere', 'replaced by another'),
  withdrawn: text('ingetrokken', 'withdrawn'),
};
export const agreementEndings = {
  achieved: text('bereikt', 'achieved'),
  replaced: text('vervangen door een andere', 'replaced by another'),
  unworkable: text('werkt niet', 'does not work'),
  withdrawn: text('ingetrokken', 'withdrawn'),
};
export const actions = {
  leaves_when_tension_rises: text('gaat weg als de spanning stijgt', 'leaves when tension rises'),
  calls_in_time: text(
    'belt op tijd als het dreigt mis te gaan',
    'calls in time when it threatens to go wrong',
  ),
  keeps_contact_with_network: text('houdt contact met het netwerk', 'keeps contact with the network'),
  asks_for_help: text('vraagt om hulp voordat het te veel wordt', 'asks for help before it gets too much'),
  sleeps_elsewhere: text('slaapt ergens anders na ruzie', 'sleeps elsewhere after a quarrel'),
  stays_away_at_night: text('komt ’s nachts niet in huis', 'stays away at night'),
  hands_in_the_key: text('levert de sleutel in', 'hands in the key'),
  reads_no_messages: text('leest geen berichten van de ander', 'reads no messages of the other'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const timings = {
  always: text('altijd', 'always'),
  daily: text('elke dag', 'every day'),
  weekly: text('elke week', 'every week'),
  monthly: text('elke maand', 'every month'),
  on_trigger: text('als de spanning stijgt of er iets gebeurt', 'when tension rises or something happens'),
};
export const consents = {
  alone: text('ja, alleen gevraagd', 'yes, asked alone'),
  joint: text('ja, samen gevraagd', 'yes, asked together'),
  written: text('ja, op schrift', 'yes, in writing'),
};
export const hours = {
  '24x7': text('dag en nacht', 'day and night'),
  office: text('tijdens kantooruren', 'during office hours'),
};
export const planEndings = {
  goals_met: text('doelen bereikt', 'goals met'),
  withdrawn: text('ingetrokken', 'withdrawn'),
  moved: text('verhuisd', 'moved'),
  other: text('iets anders', 'something else'),
};
export const outcomes = {
  goal: text('doel bereikt', 'goal reached'),
  partly: text('gedeeltelijk', 'partly'),
  none: text('niets bereikt', 'nothing reached'),
};
export const stalls = {
  capacity: text('geen plek of geen tijd', 'no place or no time'),
  no_show: text('niet gekomen', 'did not come'),
  wrong_help: text('hulp past niet', 'the help does not fit'),
  other: text('iets anders', 'something else'),
};
export const overrideReasons = {
  waiting_is_worse: text('wachten is schadelijker', 'waiting is worse'),
  family_asked: text('het gezin vroeg erom', 'the family asked for it'),
  safe_enough: text('het kan veilig genoeg', 'it can be done safely enough'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const levelsOfConditions = {
  insufficient: text('onvoldoende', 'insufficient'),
  fragile: text('kwetsbaar', 'fragile'),
  sufficient: text('voldoende', 'sufficient'),
};
/** The twelve conditions of Bartels & Heiner [S79], each as a question. */
export const twelveConditions: Readonly<Record<string, Text>> = {
  '1': text(
    '1. Verzorging: eten, slapen, kleding, naar de dokter',
    '1. Care: food, sleep, clothes, to the doctor',
  ),
  '2': text('2. Een veilige plek om te wonen en te spelen', '2. A safe place to live and play'),
  '3': text(
    '3. Rust en regelmaat: dezelfde mensen, dezelfde plek',
    '3. Continuity: the same people, the same place',
  ),
  '4': text('4. Belangstelling: iemand vraagt hoe het gaat', '4. Interest: somebody asks how it goes'),
  '5': text('5. Respect: het kind wordt serieus genomen', '5. Respect: the child is taken seriously'),
  '6': text(
    '6. Geborgenheid: steun en begrip van een volwassene',
    '6. Warmth: support and understanding of an adult',
  ),
  '7': text('7. Duidelijke regels die meegroeien met het kind', '7. Clear rules that grow with the child'),
  '8': text('8. Zich veilig voelen: geen angst', '8. Feeling safe: no fear'),
  '9': text('9. Goede voorbeelden', '9. Good examples'),
  '10': text('10. Onderwijs: naar school en kunnen leren', '10. Education: to school and able to learn'),
  '11': text('11. Vrienden: omgaan met leeftijdgenoten', '11. Friends: being with peers'),
  '12': text(
    '12. Het eigen verleden kennen en ermee in contact staan',
    '12. Knowing the own past and being in touch with it',
  ),
};
export const conditionBases = {
  seen: text('zelf gezien', 'seen'),
  told: text('alleen gehoord', 'only told'),
  school: text('van school', 'from school'),
  jgz: text('van de jeugdgezondheidszorg', 'from youth health care'),
};
export const needs = {
  none_found: text('onderzocht, niets nodig gevonden', 'looked at, nothing found to be needed'),
  needed: text('er is hulp nodig om te herstellen', 'help is needed to recover'),
  not_yet_clear: text('nog niet duidelijk', 'not clear yet'),
};
export const pauseReasons = {
  school_holiday: text('schoolvakantie', 'school holiday'),
  leave: text('verlof', 'leave'),
  illness: text('ziekte', 'illness'),
  inability: text('het lukt even niet', 'it cannot be done for now'),
};
export const results = {
  kept: text('afspraak gehouden', 'agreement kept'),
  partly: text('gedeeltelijk gehouden', 'partly kept'),
  broken: text('niet gehouden', 'broken'),
  could_not_observe: text('kon het niet zien', 'could not observe'),
};
export const worries = {
  '0': text('0 - geen zorgen', '0 - no worry'),
  '1': text('1 - een beetje', '1 - a little'),
  '2': text('2 - zorgen', '2 - worried'),
  '3': text('3 - grote zorgen', '3 - very worried'),
};
export const urgencies = {
  acute: text('acuut: nu', 'acute: now'),
  urgent: text('dringend: vandaag of morgen', 'urgent: today or tomorrow'),
  early: text('vroeg: deze week', 'early: this week'),
};
export const bellActions = {
  went_there: text('ernaartoe gegaan', 'went there'),
  called_back: text('teruggebeld', 'called back'),
  made_appointment: text('afspraak gemaakt', 'made an appointment'),
  called_112: text('112 gebeld', 'called 112'),
  called_veilig_thuis: text('Veilig Thuis gebeld', 'called Veilig Thuis'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const alarmReasons = {
  spoken_by_phone: text('gesproken aan de telefoon', 'spoken by telephone'),
  handled: text('opgepakt met het gezin', 'handled with the family'),
  mistaken: text('klopte niet', 'was mistaken'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const rings = {
  '1': text('1 - het dichtst bij', '1 - closest'),
  '2': text('2 - dichtbij', '2 - close'),
  '3': text('3 - verder weg', '3 - further away'),
  '4': text('4 - buitenste kring', '4 - outer ring'),
};
export const supports = {
  emotional: text('luisteren en troosten', 'listening and comforting'),
  practical: text('praktische hulp', 'practical help'),
  informational: text('advies en uitleg', 'advice and explanation'),
  normative: text('zeggen wat wel en niet kan', 'saying what is right and wrong'),
};
export const supportLevels = {
  everyday: text('gewoon, uit het dagelijks leven', 'everyday, from daily life'),
  everyday_with_role: text('gewoon, met een afgesproken rol (JIM)', 'everyday, with an agreed role (JIM)'),
  organised_informal: text(
    'georganiseerd, zoals een maatje of steungezin',
    'organised, such as a buddy or support family',
  ),
  professional: text('beroepskracht', 'professional'),
};
export const signalLevels = {
  green: text('groen: het gaat goed', 'green: going well'),
  orange: text('oranje: let op', 'orange: take care'),
  red: text('rood: het gaat mis', 'red: going wrong'),
};
export const patterns = {
  violence: text('geweld', 'violence'),
  control: text('dwingende controle', 'control'),
  addiction: text('verslaving', 'addiction'),
  psychiatric: text('psychisch', 'psychiatric'),
  debt_housing: text('schulden of wonen', 'debts or housing'),
  school_absence: text('kind komt niet op school', 'child absent from school'),
  child_residual: text('kind heeft last van wat er gebeurd is', 'child suffers from what happened'),
  stress: text('spanning', 'stress'),
  other: text('iets anders', 'something else'),
};
export const stressors = {
  job_loss: text('werk kwijt', 'loss of work'),
  move: text('verhuizing', 'a move'),
  birth: text('geboorte', 'a birth'),
  death: text('overlijden', 'a death'),
  separation: text('scheiding', 'a separation'),
  court: text('rechtszaak', 'a court case'),
  illness: text('ziekte', 'an illness'),
  release: text('vrijlating', 'a release'),
  new_partner: text('nieuwe partner', 'a new partner'),
  debt: text('schulden', 'debts'),
};
export const helpKinds = {
  crisis_care: text('crisishulp', 'crisis care'),
  outreach: text('hulp aan huis', 'outreach at home'),
  outpatient_help: text('ambulante hulp', 'outpatient help'),
  debt_desk: text('hulp bij schulden', 'help with debts'),
  child_help: text('eigen hulp voor het kind', 'help for the child itself'),
  addiction_help: text('hulp bij verslaving', 'help with addiction'),
  shelter: text('opvang', 'shelter'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const declineReasons = {
  not_now: text('nu niet', 'not now'),
  wrong_help: text('deze hulp past niet', 'this help does not fit'),
  afraid: text('durft niet', 'is afraid to'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const helpForms = {
  in_person: text('bij elkaar', 'in person'),
  video: text('met beeld', 'by video'),
  phone: text('aan de telefoon', 'by telephone'),
  intake_only: text('alleen een intake', 'an intake only'),
  letter: text('een brief', 'a letter'),
};
export const followUps = {
  none: text('niets meer nodig', 'nothing more needed'),
  replan: text('het plan aanpassen', 'change the plan'),
  extend: text('verlengen', 'extend'),
};
export const waitNames = {
  waitlist: text('wachtlijst', 'waiting list'),
  planned_date: text('een datum later', 'a date later on'),
  capacity_queue: text('wachten op een plek', 'waiting for a place'),
  intake_queue: text('wachten op een intake', 'waiting for an intake'),
};
export const rejections = {
  capacity: text('geen plek', 'no place'),
  exclusion: text('valt buiten de doelgroep', 'outside the target group'),
  jurisdiction: text('andere gemeente is verantwoordelijk', 'another municipality is responsible'),
  funding: text('geen betaling geregeld', 'no payment arranged'),
  no_diagnosis: text('geen diagnose', 'no diagnosis'),
  other: text('iets anders', 'something else'),
};
export const barriers = {
  residence_principle: text('woonplaatsbeginsel', 'residence principle'),
  funding_silo: text('verkokering van geld', 'funding silos'),
  waiting_list: text('wachtlijst', 'waiting list'),
  own_contribution: text('eigen bijdrage', 'own contribution'),
  no_offer: text('geen aanbod', 'no offer'),
  exclusion_criterion: text('uitsluiting', 'exclusion criterion'),
  privacy: text('privacy', 'privacy'),
  other: text('iets anders', 'something else'),
};
export const guaranteeEndings = {
  family_wants_no_more: text('het gezin wil niet meer', 'the family wants no more'),
  moved_abroad: text('verhuisd naar het buitenland', 'moved abroad'),
  other: text('iets anders, zie de eigen woorden', 'something else, see the own words'),
};
export const moments = {
  T0: text('T0 - bij het begin', 'T0 - at the start'),
  T12: text('T12 - na een jaar', 'T12 - after a year'),
  T18: text('T18 - na anderhalf jaar', 'T18 - after a year and a half'),
  later: text('later', 'later'),
};
export const violenceAmounts = {
  none: text('geen geweld', 'no violence'),
  some: text('wel geweld', 'some violence'),
  unknown: text('onbekend', 'unknown'),
};
export const retractReasons = {
  wrong_person: text('over de verkeerde persoon', 'about the wrong person'),
  wrong_family: text('over het verkeerde gezin', 'about the wrong family'),
  duplicate: text('dubbel vastgelegd', 'recorded twice'),
  never_happened: text('is nooit gebeurd', 'never happened'),
};
