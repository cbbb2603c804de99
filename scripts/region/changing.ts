import { adults, children, partOf, team, veiligThuis } from './cast.ts';
import type { Party, Person } from './cast.ts';
import { textOf } from './days.ts';
import { alarmSeen } from './correcting.ts';
import { atWork, daysOfPlan, on, slips } from './life.ts';
import type { Life } from './life.ts';
import { protectAll } from './planning.ts';
import { invite } from './inviting.ts';

/** Other changes around a family in the course of the years. */
export function changesToday(life: Life): void {
  const { dice, nature } = life;
  if (nature.scripted || daysOfPlan(life) < 40 || !dice.chance(4)) return;
  const change = dice.weighted([
    ['move', 10],
    ['party', 14],
    ['person', 14],
    ['contact', 14],
    ['withdraw', 16],
    ['mda', 14],
    ['alarm', 20],
    ['close', 6],
    ['end', 3],
  ] as const);
  const { diary, cast } = life;
  switch (change) {
    case 'move':
      return void diary.write(
        'FamilyMoved',
        {
          household: 'hh-1',
          fromMunicipality: `gemeente-${cast.municipality}`,
          toMunicipality: `gemeente-${dice.pick(['g', 'h', 'i'])}`,
        },
        atWork(life),
      );
    case 'party': {
      partyCloses(life);
      return;
    }
    case 'person': {
      personChanges(life);
      return;
    }
    case 'contact': {
      contactArranged(life);
      return;
    }
    case 'withdraw': {
      monitorWithdraws(life);
      return;
    }
    case 'mda':
      return void diary.write(
        'MdaReviewHeld',
        { participants: [team(cast), veiligThuis(cast)], knownAt: `${textOf(life.today - 1)}T12:00:00Z` },
        atWork(life),
      );
    case 'alarm': {
      alarmSeen(life);
      return;
    }
    case 'close': {
      closePlan(life);
      return;
    }
    case 'end':
      return void diary.write(
        'GuaranteeEnded',
        { reason: 'family_wants_no_more', endedBy: [team(cast)], familyInformed: dice.chance(700) },
        atWork(life),
      );
  }
}

function partyCloses(life: Life): void {
  const { dice, diary, cast } = life;
  const leaving = partOf(cast, dice.pick<Party['kind']>(['neighbour', 'gp', 'childcare']));
  if (!leaving) return;
  diary.write(
    'PartyClosedInvolvement',
    { party: leaving.party, reason: dice.pick(['finished', 'no_capacity', 'refused', 'moved', 'other']) },
    atWork(life),
  );
  life.monitors.splice(
    0,
    life.monitors.length,
    ...life.monitors.filter((each) => each.party !== leaving.party),
  );
}

function monitorWithdraws(life: Life): void {
  const monitor = life.monitors.length > 1 ? life.dice.pick(life.monitors) : undefined;
  if (!monitor) return;
  life.diary.write(
    'MonitorWithdrew',
    { party: monitor.party, agreements: [...monitor.agreements] },
    atWork(life),
    {
      by: monitor.party,
    },
  );
  life.monitors.splice(life.monitors.indexOf(monitor), 1);
  const others = life.cast.parties.filter(
    (each) =>
      !['veilig_thuis', 'mental_health'].includes(each.kind) &&
      !life.monitors.some(({ party }) => party === each.party),
  );
  const next = others.find((each) => each.party !== monitor.party);
  if (next && !slips(life, 400))
    on(life, life.today + 10, () => {
      invite(life, next);
    });
}

/** A baby is expected and born, or the other adult leaves. */
function personChanges(life: Life): void {
  const { dice, diary, cast } = life;
  if (cast.persons.some((each) => each.person === 'person:baby') || dice.chance(400)) {
    const left = cast.persons.findIndex((each) => each.role === 'partner' || each.role === 'other_adult');
    if (left < 0) return;
    const person = cast.persons[left];
    if (person) diary.write('PersonLeft', { person: person.person }, atWork(life));
    cast.persons.splice(left, 1);
    return;
  }
  const baby: Person = { person: 'person:baby', role: 'unborn_child', household: 'hh-1' };
  cast.persons.push(baby);
  diary.write('PersonJoined', { ...baby }, atWork(life));
  on(life, life.today + 6, () => {
    protectAll(life);
  });
  on(life, life.today + dice.between(60, 180), () => {
    baby.role = 'child';
    baby.birthMonth = textOf(life.today).slice(0, 7);
    diary.write('PersonJoined', { ...baby }, atWork(life));
  });
}

function contactArranged(life: Life): void {
  const { dice, diary, cast } = life;
  const adult = adults(cast)[1];
  const child = children(cast)[0];
  if (!adult || !child) return;
  const supervised = dice.chance(500);
  diary.write(
    'ContactArrangementSet',
    {
      child: child.person,
      adult: adult.person,
      supervised,
      ...(supervised ? { supervisor: team(cast) } : {}),
      agreements: ['a1'],
      contraIndication: dice.pick(['no', 'unknown', 'yes']),
    },
    atWork(life),
  );
}

/** The plan closes; the guarantee stays, and in part of the families the plan is taken up again. */
function closePlan(life: Life): void {
  if (!life.isActive || daysOfPlan(life) < 250) return;
  const { dice, diary, cast } = life;
  diary.write(
    'PlanClosed',
    { plan: 'plan-1', reason: dice.pick(['goals_met', 'withdrawn', 'moved', 'other']) },
    atWork(life),
  );
  if (dice.chance(500)) return void (life.isActive = false);
  on(life, life.today + dice.between(30, 200), () =>
    diary.write('PlanActivated', { plan: 'plan-1', agreedBy: [team(cast)] }, atWork(life)),
  );
}
