import { refusals } from '../../domain/refusal.ts';
import type { RefusalReason } from '../../domain/refusal.ts';
import type { Text } from './lang.ts';

const dutch: Readonly<Record<RefusalReason, string>> = {
  'unknown-agreement':
    'Deze afspraak is voor dit gezin niet gemaakt. Controleer de afspraak, of leg die eerst vast.',
  'unknown-condition':
    'Deze veiligheidsvoorwaarde is voor dit gezin niet gesteld. Controleer de voorwaarde, of stel die eerst.',
  'unknown-plan': 'Dit plan is voor dit gezin niet vastgelegd. Controleer het plan, of leg het eerst vast.',
  'unknown-step': 'Deze stap staat niet in het plan van dit gezin. Controleer de stap, of zet die eerst.',
  'unknown-request':
    'Deze hulpvraag is voor dit gezin niet gedaan. Controleer de hulpvraag, of doe die eerst.',
  'unknown-bell': 'Deze bel is voor dit gezin niet vastgelegd. Controleer de bel.',
  'unknown-event': 'Dit feit is over dit gezin niet vastgelegd. Controleer het feit.',
  'unknown-person':
    'Deze persoon heeft nooit bij dit gezin gehoord. Controleer de persoon, of leg eerst vast dat die erbij hoort.',
  'unknown-party':
    'Deze partij is nooit gevraagd om op deze afspraak te letten. Controleer de partij en de afspraak.',
  'unknown-supporter': 'Deze partij is nooit genoemd als steunfiguur van deze persoon. Controleer beide.',
  'never-accepted':
    'Deze partij heeft nooit ja gezegd tegen het letten op deze afspraak. Leg dat eerst vast, of leg een ander soort contact vast.',
  'no-professional': 'Dit gezin had nog nooit een vaste professional. Wijs er eerst een aan.',
  'no-guarantee': 'Dit gezin had nog nooit een plan, dus er is geen garantie die kan eindigen.',
  'in-the-future':
    'Dit ligt in de toekomst. Leg vast wat al gebeurd is; wat gepland is hoort in een veld van het formulier.',
  'retraction-of-retraction':
    'Een intrekking kan niet worden ingetrokken of verbeterd. Leg het feit opnieuw vast.',
  'other-type': 'Een verbetering moet over dezelfde soort feit gaan. Trek het feit in en leg het goede vast.',
  'own-id': 'Een feit kan niet naar zichzelf verwijzen. Kies het feit dat u bedoelt.',
  'other-family': 'Dit feit hoort bij een ander gezin. Open dat gezin en leg het daar vast.',
  'id-twice': 'Dit staat er twee keer in. Open een nieuw formulier.',
};

/** Why something cannot be recorded, and what to do then. */
export const refusalText = (reason: RefusalReason): Text => ({ nl: dutch[reason], en: refusals[reason] });
