import type { HeldRelation } from '../../access/relations.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words for who works with a family, and for a family that is new. */
export const colleagueWords = {
  lead: text(
    'Alleen wie met dit gezin werkt, kan het openen. Hier haalt u een collega erbij, draagt u over, of stopt u zelf.',
    'Only who works with this family can open it. Here you ask a colleague in, hand over, or stop yourself.',
  ),
  caption: text('Wie nu met dit gezin werkt', 'Who works with this family now'),
  who: text('Wie', 'Who'),
  as: text('Namens', 'On behalf of'),
  ground: text('Werkrelatie', 'Working relation'),
  since: text('Sinds', 'Since'),
  action: text('Wat u kunt doen', 'What you can do'),
  end: text('Beëindig', 'End'),
  you: text('u', 'you'),
  team: (name: string) => text(`team ${name}`, `team ${name}`),
  grounds: {
    own: text('eigen gezin', 'own family'),
    team: text('gezin van het team', 'family of the team'),
    emergency: text('noodopening', 'emergency opening'),
  } satisfies Readonly<Record<HeldRelation['ground'], Text>>,
  add: text('Haal een collega erbij', 'Ask a colleague in'),
  account: text('Inlognaam van de collega', 'Account of the colleague'),
  accountHint: text('De naam waarmee de collega inlogt.', 'The name with which the colleague signs in.'),
  party: text('Namens welke partij werkt de collega?', 'On behalf of which party does the colleague work?'),
  give: text('Geef toegang', 'Give access'),
  unknownAccount: text(
    'Deze inlognaam is niet bekend als professional. Vraag de collega om de juiste naam.',
    'This account is not known as a professional. Ask the colleague for the right name.',
  ),
  pickParty: text('Kies een partij.', 'Choose a party.'),
  last: text(
    'U bent de enige die met dit gezin werkt. Geef eerst een collega toegang; een gezin blijft nooit alleen.',
    'You are the only one who works with this family. First give a colleague access; a family is never left alone.',
  ),
  notInEmergency: text(
    'In een noodopening kunt u niemand toegang geven.',
    'In an emergency opening you cannot give anybody access.',
  ),
  given: text('De collega heeft nu toegang.', 'The colleague has access now.'),
  ended: text('De werkrelatie is beëindigd.', 'The working relation has ended.'),
};

export const newFamilyWords = {
  title: text('Een nieuw gezin', 'A new family'),
  lead: text(
    'Waakvlam geeft het gezin een nummer dat niets verraadt. Namen vult u daarna in; zij worden versleuteld bewaard.',
    'Waakvlam gives the family a number that reveals nothing. You enter names afterwards; they are kept encrypted.',
  ),
  kind: text('Wat voor partij bent u?', 'What kind of party are you?'),
  organisation: text('Naam van uw organisatie of team', 'Name of your organisation or team'),
  organisationHint: text(
    'Zoals collega’s het kennen, bijvoorbeeld Wijkteam Noord.',
    'As colleagues know it, for example Wijkteam Noord.',
  ),
  begin: text('Begin met dit gezin', 'Begin with this family'),
  pickKind: text('Kies wat voor partij u bent.', 'Choose what kind of party you are.'),
  fillName: text(
    'Vul de naam in: 2 tot 60 tekens, met minstens één letter.',
    'Enter the name: 2 to 60 characters, with at least one letter.',
  ),
  link: text('Een nieuw gezin beginnen', 'Begin a new family'),
};
