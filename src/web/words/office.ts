import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words on the pages of those who open no families. */
export const officeMenu = {
  research: text('Onderzoek', 'Research'),
  policy: text('Beleid', 'Policy'),
  audit: text('Inzage', 'Access log'),
  people: text('Mensen', 'People'),
  settings: text('Instellingen', 'Settings'),
};

export const landing = {
  may: text('Dit kunt u hier', 'What you can do here'),
  never: text('Dit ziet u nooit', 'What you will never see'),
  questions: text(
    'Klopt uw rol niet? Vraag het de beheerder van Waakvlam in uw organisatie.',
    'Is your role wrong? Ask the administrator of Waakvlam in your organisation.',
  ),
};

export const researchWords = {
  title: text('Onderzoek', 'Research'),
  lead: text(
    'Onderzoekers leren van veel gezinnen tegelijk. Zij zien nooit één gezin.',
    'Researchers learn from many families together. They never see a single family.',
  ),
  may: [
    text(
      'Lezen hoe Waakvlam tot een status komt: de uitleg bij Hulp en uitleg.',
      'Read how Waakvlam comes to a status: the explanation under Help.',
    ),
    text(
      'Cijfers over groepen gezinnen staan nog niet in deze versie. Zodra ze er zijn, vindt u ze hier.',
      'Figures about groups of families are not in this version yet. As soon as they are, you find them here.',
    ),
  ],
  never: [
    text(
      'Een gezin, een kind of een ouder: geen naam, geen nummer en geen tijdlijn.',
      'A family, a child or a parent: no name, no number and no timeline.',
    ),
    text(
      'Wat mensen hebben opgeschreven: vrije tekst gaat nooit naar onderzoek.',
      'What people wrote down: free text never goes to research.',
    ),
    text('Of een bepaald gezin in Waakvlam staat.', 'Whether a certain family is in Waakvlam.'),
  ],
};

export const policyWords = {
  title: text('Beleid', 'Policy'),
  lead: text(
    'Hier staan de grenzen waarmee Waakvlam rekent, en waar elke grens op rust.',
    'Here are the limits that Waakvlam reckons with, and what each limit rests on.',
  ),
  may: [
    text(
      'Lezen welke grens geldt, wat de standaard is en waar die vandaan komt.',
      'Read which limit is in force, what the default is and where it comes from.',
    ),
    text(
      'Met onderzoekers en professionals bespreken of een grens klopt. Wijzigen doet de beheerder van de server, in het bestand van WAAKVLAM_POLICY.',
      'Discuss with researchers and professionals whether a limit is right. The administrator of the server changes it, in the file of WAAKVLAM_POLICY.',
    ),
  ],
  never: [
    text(
      'Een gezin, een kind of een ouder: geen naam, geen nummer en geen tijdlijn.',
      'A family, a child or a parent: no name, no number and no timeline.',
    ),
    text(
      'Aantallen die zo klein zijn dat iemand er een gezin in herkent.',
      'Numbers so small that somebody recognises a family in them.',
    ),
  ],
};
