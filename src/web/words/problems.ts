import type { Text } from './lang.ts';
import { linkEnded } from './watcher.ts';

interface Words {
  readonly status: number;
  readonly title: Text;
  readonly next: Text;
}

const words = (status: number, title: Text, next: Text): Words => ({ status, title, next });

const checkAddress = {
  nl: 'Controleer het adres, of ga terug naar het begin.',
  en: 'Check the address, or go back to the start.',
};
const nothingWritten = { nl: 'Er is niets vastgelegd.', en: 'Nothing was recorded.' };

/** Every reason for which a request is not answered, and what to do then. */
export const problems = {
  'not-found': words(
    404,
    { nl: 'Deze bladzijde bestaat niet', en: 'There is nothing at this address' },
    checkAddress,
  ),
  'no-such-family': words(
    404,
    { nl: 'Dit gezin is niet bekend', en: 'This family is not known' },
    {
      nl: 'Controleer de code van het gezin, of zoek het in de lijst.',
      en: 'Check the id of the family, or look it up in the list.',
    },
  ),
  'no-such-result': words(
    404,
    { nl: 'Deze uitkomst is er niet', en: 'This result is not there' },
    {
      nl: 'Kijk in de lijst op de bladzijde Onderzoek of Beleid. Daar staat ook waarom een bestand niet wordt getoond.',
      en: 'Look in the list on the page Research or Policy. It also says why a file is not shown.',
    },
  ),
  'link-ended': words(404, linkEnded.title, linkEnded.next),
  'alarm-stays': words(
    409,
    { nl: 'Dit alarm kan niet worden afgehandeld', en: 'This alarm cannot be closed' },
    nothingWritten,
  ),
  'no-such-fact': words(
    404,
    {
      nl: 'Dit feit is op dit moment niet bekend bij dit gezin',
      en: 'This fact is not known of this family at this instant',
    },
    {
      nl: 'Controleer het adres, of kies bij "met de kennis van" een later moment.',
      en: 'Check the address, or choose a later instant for known-at.',
    },
  ),
  'not-known-then': words(
    404,
    {
      nl: 'Van dit gezin was op dat moment nog niets bekend',
      en: 'Nothing was known of this family by then',
    },
    { nl: 'Kies bij "met de kennis van" een later moment.', en: 'Choose a later instant for known-at.' },
  ),
  'not-signed-in': words(
    401,
    { nl: 'U bent niet ingelogd', en: 'You are not signed in' },
    { nl: 'Log in en probeer het opnieuw.', en: 'Sign in and try again.' },
  ),
  'no-token': words(
    401,
    { nl: 'Dit adres is voor de beheerders', en: 'This address is for the operators' },
    {
      nl: 'Stuur het token van de beheerders mee.',
      en: 'Send the header Authorization: Bearer with the value of WAAKVLAM_METRICS_TOKEN.',
    },
  ),
  'no-organisation': words(
    404,
    {
      nl: 'Inloggen via een organisatie kan hier niet',
      en: 'There is no sign-in through an organisation here',
    },
    { nl: 'Log in met uw accountnaam en wachtwoord.', en: 'Sign in with your account name and password.' },
  ),
  'provider-unreachable': words(
    503,
    {
      nl: 'De inlogdienst van uw organisatie geeft geen antwoord',
      en: 'The sign-in service of your organisation does not answer',
    },
    {
      nl: 'Probeer het over een minuut opnieuw. Lukt het dan niet, bel de helpdesk van uw organisatie.',
      en: 'Try again in a minute. If it still fails, call the helpdesk of your organisation.',
    },
  ),
  'sign-in-failed': words(
    403,
    { nl: 'Inloggen via uw organisatie is niet gelukt', en: 'Signing in through your organisation failed' },
    {
      nl: 'Ga naar het begin en log opnieuw in. Lukt het weer niet, bel de helpdesk van uw organisatie.',
      en: 'Go to the start and sign in again. If it fails again, call the helpdesk of your organisation.',
    },
  ),
  'sign-in-expired': words(
    403,
    { nl: 'Dit inloggen is verlopen of al gebruikt', en: 'This sign-in has expired or was used before' },
    { nl: 'Ga naar het begin en log opnieuw in.', en: 'Go to the start and sign in again.' },
  ),
  'no-roles': words(
    403,
    { nl: 'U hebt nog geen toegang tot Waakvlam', en: 'You have no access to Waakvlam yet' },
    {
      nl: 'Uw organisatie kent u, maar gaf u geen rol in Waakvlam. Vraag de beheerder van Waakvlam in uw organisatie om een rol.',
      en: 'Your organisation knows you, but gave you no role in Waakvlam. Ask the administrator of Waakvlam in your organisation for a role.',
    },
  ),
  'too-many-attempts': words(
    429,
    { nl: 'Er is te vaak geprobeerd in te loggen', en: 'There were too many attempts to sign in' },
    {
      nl: 'Wacht een kwartier en probeer het opnieuw. Weet u uw wachtwoord niet meer, vraag de beheerder om een nieuw. Bij acuut gevaar hoeft u niet in te loggen: bel 112.',
      en: 'Wait a quarter of an hour and try again. If you forgot your password, ask the administrator for a new one. In acute danger you need not sign in: call 112.',
    },
  ),
  'too-many-requests': words(
    429,
    { nl: 'Er komen te veel verzoeken tegelijk', en: 'There are too many requests at once' },
    {
      nl: 'Wacht een minuut en probeer het opnieuw. Bij acuut gevaar: bel 112.',
      en: 'Wait a minute and try again. In acute danger: call 112.',
    },
  ),
  'no-local-people': words(
    403,
    {
      nl: 'Inloggen met een wachtwoord kan hier niet',
      en: 'Signing in with a password is not possible here',
    },
    { nl: 'Log in via uw organisatie.', en: 'Sign in through your organisation.' },
  ),
  'not-your-page': words(
    403,
    { nl: 'Deze bladzijde is niet voor uw rol', en: 'This page is not for your role' },
    {
      nl: 'Ga naar het begin: daar staat wat u hier kunt doen. Klopt uw rol niet? Vraag het de beheerder.',
      en: 'Go to the start: it shows what you can do here. Is your role wrong? Ask the administrator.',
    },
  ),
  /** The same whether the family exists or not. */
  'no-relation': words(
    403,
    { nl: 'U hebt geen werkrelatie met dit gezin', en: 'You have no working relation with this family' },
    {
      nl: 'U ziet alleen gezinnen waarmee u werkt. Vraag een collega die met het gezin werkt om u erbij te halen (bij "Wie werkt met dit gezin"). Kan dat niet wachten? Open het gezin dan in een noodgeval: met een reden, en gemeld. Of het gezin in Waakvlam staat, kunnen wij u niet zeggen.',
      en: 'You see only families that you work with. Ask a colleague who works with the family to bring you in (under "Who works with this family"). Can it not wait? Then open the family in an emergency: with a reason, and reported. We cannot tell you whether the family is in Waakvlam.',
    },
  ),
  'not-logged': words(
    503,
    {
      nl: 'Waakvlam kan nu niet opschrijven wie wat opent',
      en: 'Waakvlam cannot write down now who opens what',
    },
    {
      nl: 'Daarom ziet u niets van gezinnen. Waarschuw de beheerder en probeer het zo weer. Is er acuut gevaar? Bel 112.',
      en: 'Therefore nothing about families is shown. Tell the administrator and try again in a moment. Is there acute danger? Call 112.',
    },
  ),
  'wrong-method': words(
    405,
    { nl: 'Dat kan op dit adres niet', en: 'This address does not allow that method' },
    {
      nl: 'Ga terug en gebruik de knoppen op de bladzijde.',
      en: 'Use a method that the Allow header names.',
    },
  ),
  'bad-address': words(
    400,
    { nl: 'Het adres is beschadigd', en: 'The address holds a broken percent-encoding' },
    checkAddress,
  ),
  'unknown-parameter': words(
    400,
    { nl: 'Het adres bevat een onbekend veld', en: 'The address holds an unknown parameter' },
    { nl: 'Haal het veld weg, of verbeter de naam.', en: 'Leave the parameter out, or correct its name.' },
  ),
  'repeated-parameter': words(
    400,
    { nl: 'Een veld staat twee keer in het adres', en: 'A parameter stands twice in the address' },
    { nl: 'Laat het veld één keer staan.', en: 'Give the parameter once.' },
  ),
  'long-parameter': words(
    400,
    { nl: 'Een veld in het adres is te lang', en: 'A parameter is too long' },
    { nl: 'Maak het korter dan 200 tekens.', en: 'Make it shorter than 200 characters.' },
  ),
  'bad-parameter': words(
    400,
    { nl: 'Een veld in het adres klopt niet', en: 'A parameter has a value that cannot be used' },
    checkAddress,
  ),
  'bad-instant': words(
    400,
    { nl: 'Dit is geen moment', en: 'This is not an instant' },
    {
      nl: 'Vul een datum en een tijd in, bijvoorbeeld 2025-03-03T14:00 (Nederlandse tijd).',
      en: 'Give a date-time with offset such as 2025-03-03T14:00:00+01:00; without offset it is read as Amsterdam time.',
    },
  ),
  'bad-header': words(
    400,
    { nl: 'Een kopregel van het verzoek klopt niet', en: 'A header has a value that cannot be used' },
    { nl: 'Verbeter de kopregel.', en: 'Correct the header.' },
  ),
  'bad-json': words(
    400,
    { nl: 'De inhoud is geen JSON', en: 'The body is not JSON' },
    {
      nl: 'Verbeter de inhoud. Er is niets vastgelegd.',
      en: 'Send one event, or {"events": [...]}. Nothing was recorded.',
    },
  ),
  'too-deep': words(
    400,
    { nl: 'De inhoud is te diep genest', en: 'The body is nested too deeply' },
    { nl: 'Nest minder diep. Er is niets vastgelegd.', en: 'Nest at most 20 levels. Nothing was recorded.' },
  ),
  'bad-body': words(
    400,
    { nl: 'De inhoud van het verzoek kan niet worden gelezen', en: 'The body cannot be read' },
    {
      nl: 'Stuur de inhoud opnieuw. Er is niets vastgelegd.',
      en: 'Send the body again. Nothing was recorded.',
    },
  ),
  'wrong-media-type': words(
    415,
    {
      nl: 'De inhoud heeft een vorm die hier niet wordt gelezen',
      en: 'The body has a media type that is not read here',
    },
    { nl: 'Stuur JSON in UTF-8.', en: 'Send application/json in UTF-8.' },
  ),
  'too-large': words(
    413,
    { nl: 'De inhoud is te groot', en: 'The body is too large' },
    {
      nl: 'Stuur minder tegelijk. Er is niets vastgelegd.',
      en: 'Send less at a time: at most 1 MiB and 1000 events. Nothing was recorded.',
    },
  ),
  'no-events': words(
    400,
    { nl: 'Er staan geen feiten in', en: 'There are no events in the body' },
    { nl: 'Stuur minstens één feit.', en: 'Send one event, or {"events": [...]} with at least one.' },
  ),
  malformed: words(
    400,
    { nl: 'Een feit heeft niet de afgesproken vorm', en: 'An event does not have the agreed shape' },
    {
      nl: 'Verbeter het genoemde veld. Er is niets vastgelegd.',
      en: 'Correct the field that path names. Nothing was recorded.',
    },
  ),
  refused: words(
    422,
    { nl: 'Dit kan niet worden vastgelegd', en: 'This cannot be recorded' },
    nothingWritten,
  ),
  conflict: words(
    412,
    { nl: 'Intussen is er iets anders vastgelegd', en: 'Something else was recorded meanwhile' },
    {
      nl: 'Bekijk wat er nieuw is en leg het opnieuw vast als het nog klopt. Er is niets vastgelegd.',
      en: 'Look at what is new in newer, then send again with If-Match of the actual version if it still holds. Nothing was recorded.',
    },
  ),
  'id-taken': words(
    409,
    {
      nl: 'Er bestaat al een feit met deze code en een andere inhoud',
      en: 'An event with this id and other content is stored already',
    },
    {
      nl: 'Geef het feit een eigen code. Er is niets vastgelegd.',
      en: 'Give the event an id of its own. Nothing was recorded.',
    },
  ),
  'key-reused': words(
    422,
    {
      nl: 'Deze sleutel is al voor iets anders gebruikt',
      en: 'This Idempotency-Key was used for other content',
    },
    {
      nl: 'Gebruik een nieuwe sleutel. Er is niets vastgelegd.',
      en: 'Use a new key for new content. Nothing was recorded.',
    },
  ),
  busy: words(
    409,
    {
      nl: 'Er wordt op dit moment te veel tegelijk over dit gezin vastgelegd',
      en: 'Too much is being recorded about this family at the same time',
    },
    { nl: 'Probeer het zo weer.', en: 'Try again in a second.' },
  ),
  'not-yet': words(
    409,
    { nl: 'De antwoorden zijn nog niet bijgewerkt', en: 'The answers do not include this position yet' },
    { nl: 'Probeer het zo weer.', en: 'Try again in a second, or leave out after.' },
  ),
  behind: words(
    503,
    {
      nl: 'Wat u vastlegde staat nog niet in de antwoorden',
      en: 'The answers do not include what you recorded yet',
    },
    {
      nl: 'Waakvlam loopt nu achter. Wat als vastgelegd is bevestigd, is bewaard. Leg het niet nog een keer vast. Kijk over een paar minuten opnieuw. Heeft het haast? Bel dan uw collega.',
      en: 'Waakvlam is behind now. What was confirmed as recorded is kept. Do not record it again. Look again in a few minutes. Is it urgent? Then phone your colleague.',
    },
  ),
  'not-empty': words(
    409,
    { nl: 'Er staan al gegevens in', en: 'The store is not empty' },
    {
      nl: 'Verzonnen gegevens komen alleen in een lege opslag.',
      en: 'Invented data go into an empty store only.',
    },
  ),
  'not-correctable': words(
    409,
    { nl: 'Dit feit kan hier niet worden verbeterd', en: 'This fact cannot be corrected here' },
    {
      nl: 'Een besluit of een intrekking verbetert u door het opnieuw vast te leggen. Wat Waakvlam zelf opschreef, blijft staan. Ga terug naar de tijdlijn.',
      en: 'Correct a decision or a retraction by recording it again. What Waakvlam itself noted stays. Go back to the timeline.',
    },
  ),
  unconfirmed: words(
    400,
    {
      nl: 'Bevestig eerst dat u weet dat de gegevens verzonnen zijn',
      en: 'Confirm first that the data are invented',
    },
    { nl: 'Ga terug en zet het vinkje.', en: 'Go back and tick the box.' },
  ),
  'foreign-host': words(
    421,
    { nl: 'Dit adres hoort niet bij Waakvlam', en: 'This host name does not belong to Waakvlam' },
    {
      nl: 'Gebruik 127.0.0.1 of localhost met de poort van Waakvlam.',
      en: 'Use 127.0.0.1 or localhost with the port of Waakvlam.',
    },
  ),
  'foreign-origin': words(
    403,
    { nl: 'Dit verzoek komt van een andere website', en: 'This request comes from another website' },
    { nl: 'Open Waakvlam zelf en doe het daar.', en: 'Open Waakvlam itself and do it there.' },
  ),
  'too-many-listeners': words(
    429,
    { nl: 'Er kijken te veel schermen tegelijk mee', en: 'Too many clients listen at the same time' },
    { nl: 'Sluit een ander scherm.', en: 'Close another listener.' },
  ),
  unavailable: words(
    503,
    { nl: 'De opslag kan nu niet worden gebruikt', en: 'The store cannot be used now' },
    {
      nl: 'Er is niets vastgelegd. Waarschuw de beheerder.',
      en: 'Nothing was recorded. Tell the person who runs Waakvlam.',
    },
  ),
  failed: words(
    500,
    { nl: 'Er ging iets mis bij Waakvlam', en: 'Something went wrong in Waakvlam' },
    {
      nl: 'Controleer of het is vastgelegd voordat u het opnieuw doet.',
      en: 'Check whether it was recorded before you try again.',
    },
  ),
} as const satisfies Record<string, Words>;
