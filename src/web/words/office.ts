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
      'Uitkomsten over groepen gezinnen bekijken, afdrukken en bewaren: als grafiek met de tabel ernaast.',
      'See, print and keep results about groups of families: as a plot with the table beside it.',
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
      'Zien wat een ander beleid zou hebben veranderd: de uitkomsten hierboven, als grafiek met de tabel ernaast.',
      'See what another policy would have changed: the results above, as a plot with the table beside it.',
    ),
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

export const settingsWords = {
  title: text('Instellingen', 'Settings'),
  lead: text(
    'Zo is deze server ingesteld. Wijzigen kan alleen op de server zelf (het bestand .env), met een herstart.',
    'This is how this server is set. It can be changed on the server only (the file .env), with a restart.',
  ),
  caption: text('Instellingen van de server', 'Settings of the server'),
  name: text('Naam', 'Name'),
  value: text('Waarde', 'Value'),
  secret: text('ingesteld (geheim)', 'set (secret)'),
  none: text('niet ingesteld', 'not set'),
};

export const peopleWords = {
  title: text('Mensen', 'People'),
  lead: text(
    'Wie Waakvlam kan gebruiken, en met welke rol. Rollen geeft uw organisatie, of de beheerder van de server.',
    'Who can use Waakvlam, and in which role. Roles are given by your organisation, or by the administrator of the server.',
  ),
  caption: text('Bekende accounts', 'Known accounts'),
  none: text('Nog niemand heeft een account.', 'Nobody has an account yet.'),
  account: text('Account', 'Account'),
  roles: text('Rollen', 'Roles'),
  noRole: text('geen rol', 'no role'),
  team: text('Team', 'Team'),
  lastSignIn: text('Laatst ingelogd', 'Last sign-in'),
  unknown: text('onbekend', 'unknown'),
  sessions: text('Nu ingelogd', 'Signed in now'),
  count: (count: number) =>
    text(count === 1 ? '1 keer' : `${count} keer`, count === 1 ? 'once' : `${count} times`),
  end: text('Log overal uit:', 'Sign out everywhere:'),
  relations: text('Werkrelaties', 'Working relations'),
  relationsLead: text(
    'Geef iemand of een team een werkrelatie met een gezin, of beëindig die. Over het gezin ziet u hier niets, ook niet of het bestaat. Elke wijziging komt in het logboek van inzage.',
    'Give a person or a team a working relation with a family, or end it. You see nothing of the family here, nor whether it exists. Every change is in the access log.',
  ),
  ground: text('Voor wie?', 'For whom?'),
  own: text('een account', 'an account'),
  ofTeam: text('een team', 'a team'),
  holder: text('Account of team', 'Account or team'),
  family: text('Nummer van het gezin', 'Number of the family'),
  party: text('Namens welke partij?', 'On behalf of which party?'),
  partyHint: text(
    'Zoals party:team. Alleen nodig als u een werkrelatie geeft.',
    'Such as party:team. Needed only when you give a working relation.',
  ),
  give: text('Geef werkrelatie', 'Give working relation'),
  stop: text('Beëindig werkrelatie', 'End working relation'),
  done: {
    give: text('De werkrelatie geldt nu.', 'The working relation holds now.'),
    end: text('Er is nu geen werkrelatie meer.', 'There is no working relation any more.'),
    out: text('Dit account is overal uitgelogd.', 'This account is signed out everywhere.'),
  },
  errors: {
    ground: text('Kies voor wie het is.', 'Choose for whom it is.'),
    holder: text(
      'Dit account of team is niet bekend als professional. Kijk in de lijst.',
      'This account or team is not known as a professional. Look in the list.',
    ),
    family: text(
      'Dit is geen nummer van een gezin. Het heeft 1 tot 64 letters, cijfers of _ - : .',
      'This is no number of a family. It has 1 to 64 letters, digits or _ - : .',
    ),
    party: text(
      'Dit is geen partij. Schrijf het als party:team.',
      'This is no party. Write it like party:team.',
    ),
    do: text('Kies wat u wilt doen.', 'Choose what you want to do.'),
  },
};

export const auditWords = {
  title: text('Toezicht op inzage', 'Audit of access'),
  lead: text(
    'Elke keer dat iemand iets opende, of werd geweigerd. Ook dat u hier kijkt, komt in dit logboek.',
    'Every time somebody opened something, or was refused. That you look here is in this log as well.',
  ),
  emergencies: text('Noodopeningen', 'Emergency openings'),
  latest: (count: number) => text(`De laatste ${count} staan hier.`, `The latest ${count} are here.`),
  noEmergencies: text(
    'Nog niemand heeft een gezin in een noodgeval geopend.',
    'Nobody has opened a family in an emergency yet.',
  ),
  note: text('Lees de toelichting', 'Read the explanation'),
  noteLogged: text(
    'De toelichting kan mensen noemen. Dat u haar leest, wordt bij het gezin vastgelegd.',
    'The explanation may name people. That you read it is logged with the family.',
  ),
  chain: text('Is het logboek heel?', 'Is the log whole?'),
  whole: (rows: number) =>
    text(
      `Ja. Er staan ${rows} regels in en elke regel sluit aan op de vorige.`,
      `Yes. It has ${rows} rows and each follows from the one before.`,
    ),
  broken: (at: number) =>
    text(
      `Nee. Regel ${at} sluit niet aan op wat ervoor staat. Meld dit direct aan de beheerder en de functionaris gegevensbescherming.`,
      `No. Row ${at} does not fit what stands before it. Report this at once to the administrator and the data protection officer.`,
    ),
  othersWhole: (nodes: number) =>
    text(
      nodes === 1
        ? 'De regels van de andere server zijn ook heel.'
        : `De regels van de ${nodes} andere servers zijn ook heel.`,
      nodes === 1
        ? 'The rows of the other server are whole too.'
        : `The rows of the ${nodes} other servers are whole too.`,
    ),
  otherBroken: (node: string, at: number) =>
    text(
      `Nee. Regel ${at} van server ${node} past niet bij de regel ervoor. Vertel het meteen aan de beheerder.`,
      `No. Row ${at} of server ${node} does not fit the row before it. Tell the administrator at once.`,
    ),
  last: text('Kenmerk van de laatste regel:', 'Hash of the last row:'),
  keep: text(
    'Bewaar het aantal en het kenmerk buiten Waakvlam. Alleen zo ziet u later of er regels aan het einde ontbreken.',
    'Keep the number and the hash outside Waakvlam. Only so you can see later whether rows at the end are missing.',
  ),
  openings: text('Alle openingen', 'All openings'),
  caption: (count: number) =>
    text(
      count === 1 ? '1 regel gevonden' : `${count} regels gevonden`,
      count === 1 ? '1 row found' : `${count} rows found`,
    ),
  none: text('Er is niets gevonden. Kies minder filters.', 'Nothing was found. Choose fewer filters.'),
  filter: text('Zoek in het logboek', 'Search the log'),
  person: text('Account', 'Account'),
  family: text('Nummer van het gezin', 'Number of the family'),
  from: text('Vanaf (zoals 3-2-2026)', 'From (such as 3-2-2026)'),
  until: text('Tot en met (zoals 3-2-2026)', 'Up to and including (such as 3-2-2026)'),
  outcome: text('Uitkomst', 'Outcome'),
  any: text('alles', 'all'),
  emergencyOnly: text('Alleen noodopeningen', 'Emergency openings only'),
  go: text('Zoek', 'Search'),
  clear: text('Wis de filters', 'Clear the filters'),
  file: text('Download als CSV-bestand', 'Download as a CSV file'),
  tooMany: (most: number) =>
    text(
      `Een CSV-bestand heeft hoogstens ${most} regels. Kies een kortere periode.`,
      `A CSV file has at most ${most} rows. Choose a shorter period.`,
    ),
};
