import { adults, atRisk, children, isAdult, parents, team, veiligThuis, victims } from './cast.ts';
import { textOf } from './days.ts';
import { at, atWork, on, slips } from './life.ts';
import type { Life } from './life.ts';
import { assess } from './assessing.ts';
import { kindsOf } from './violence.ts';

/** A report, the people, the series of violence behind it, the first look at danger, and the analysis. */
export function arrive(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const acute = nature.scripted || dice.chance(450) ? ('yes' as const) : ('no' as const);
  const moment = atWork(life);
  const byVeiligThuis = { by: veiligThuis(cast) };
  diary.write('FamilyReported', { relation: 'first', acute, structural: 'yes' }, moment, byVeiligThuis);
  for (const person of cast.persons) diary.write('PersonJoined', person, moment, byVeiligThuis);
  for (const party of cast.parties.slice(0, 2)) diary.write('PartyInvolved', party, moment, byVeiligThuis);
  firstHarm(life);
  const seenOn = life.today + (nature.scripted ? 1 : dice.between(0, 4));
  on(life, seenOn, () => {
    assess(life, nature.scripted || dice.chance(500) ? 'yes' : 'no');
    if (!nature.scripted && acute === 'yes' && dice.chance(300)) crisisMeasure(life);
  });
  on(life, life.today + 3, () => {
    for (const party of cast.parties.slice(2)) diary.write('PartyInvolved', party, atWork(life));
  });
  const analysed = life.planDay - (nature.scripted ? 3 : dice.between(-20, 6));
  on(life, slips(life, 100) ? analysed + dice.between(100, 700) : analysed, () => {
    analyse(life);
  });
}

/** What led to the report: one occurrence, and mostly the series that it belongs to (Q2). */
function firstHarm(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const kinds = kindsOf(nature.profile, dice);
  const against = victims(cast).map((each) => each.person);
  const moment = at(life, dice.between(1030, 1300));
  const night = { day: life.today - dice.between(1, 6), minute: dice.between(0, 1439) };
  diary.write(
    'IncidentRecorded',
    {
      kinds,
      by: [...cast.users],
      against,
      witnessedBy: children(cast).map((each) => each.person),
      injury: 'unknown',
    },
    moment,
    {
      by: veiligThuis(cast),
      source: 'third_party',
      occurred: textOf(night.day),
      sealed: { text: 'verzonnen tekst' },
    },
  );
  if (!nature.scripted && dice.chance(250)) return;
  diary.write(
    'ViolencePatternRecorded',
    {
      kinds,
      by: [...cast.users],
      against,
      estimatedPerYear: Math.max(1, nature.yearlyRate),
      trend: dice.pick(['up', 'same', 'unknown']),
    },
    moment,
    {
      by: veiligThuis(cast),
      source: 'adult_said',
      occurred: { from: textOf(life.today - dice.between(200, 900)), to: textOf(night.day) },
    },
  );
}

/** A home ban of ten days, in part of the families extended to twenty-eight; or another protective measure. */
function crisisMeasure(life: Life): void {
  const { dice, diary, cast } = life;
  const kind = dice.weighted([
    ['home_ban', 6],
    ['shelter', 2],
    ['arrest', 1],
    ['placement', 1],
    ['supervision_order', 1],
  ] as const);
  const subject =
    kind === 'shelter' || kind === 'placement'
      ? atRisk(cast)[0]
      : adults(cast).find((each) => cast.users.includes(each.person));
  if (!subject) return;
  const from = textOf(life.today);
  const data = (days: number) => ({
    kind,
    subject: subject.person,
    from,
    ...(kind === 'supervision_order' ? {} : { to: textOf(life.today + days) }),
  });
  const by = 'party:police';
  const first = diary.write('CrisisMeasureSet', data(10), atWork(life), { by, source: 'document' });
  const extended = data(28);
  if (kind === 'home_ban' && dice.chance(400))
    on(life, life.today + 8, () =>
      diary.write('CrisisMeasureSet', extended, atWork(life), { by, source: 'document', supersedes: first }),
    );
}

/** Some professionals first do not know the profile; in part of the families it is found out later. */
function analyse(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const known = !slips(life, 200);
  const control = nature.profile === 2 ? 'yes' : slips(life, 160) ? 'unknown' : 'no';
  diary.write(
    'AnalysisCompleted',
    {
      profile: known ? nature.profile : 'unknown',
      coerciveControl: known ? control : 'unknown',
      violenceKinds: kindsOf(nature.profile, dice),
      factors: factorsOf(life),
      spokenSeparately: nature.scripted || dice.chance(700) ? adults(cast).map((each) => each.person) : [],
      childrenAsked: nature.scripted || dice.chance(650) ? children(cast).map((each) => each.person) : [],
    },
    atWork(life),
    { by: team(cast) },
  );
  if (known) return;
  on(life, life.today + dice.between(30, 160), () =>
    diary.write('ProfileRevised', { profile: nature.profile, coerciveControl: control }, atWork(life)),
  );
}

/** What keeps violence going differs by profile; the mix is invented. */
export function factorsOf(life: Life): { factor: Factor; person?: string }[] {
  const { cast, nature } = life;
  const [first, second] = parents(cast);
  const own = first?.person ?? 'person:parent-1';
  const other =
    second?.person ?? cast.persons.find((each) => isAdult(each) && each.person !== own)?.person ?? own;
  switch (nature.profile) {
    case 1:
      return [{ factor: 'debt' }, { factor: 'addiction', person: other }];
    case 2:
      return [
        { factor: 'isolation', person: own },
        { factor: 'own_childhood', person: other },
      ];
    case 3:
      return [{ factor: 'psychiatric', person: 'person:child-1' }, { factor: 'housing' }];
    case 4:
      return [
        { factor: 'intellectual_disability', person: own },
        { factor: 'chronic_illness', person: own },
      ];
    case 5:
      return [{ factor: 'separation_conflict' }, { factor: 'work', person: other }];
  }
}

type Factor =
  | 'debt'
  | 'addiction'
  | 'isolation'
  | 'own_childhood'
  | 'psychiatric'
  | 'housing'
  | 'intellectual_disability'
  | 'chronic_illness'
  | 'separation_conflict'
  | 'work';
