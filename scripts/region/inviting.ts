import { children } from './cast.ts';
import type { Party, Person } from './cast.ts';
import { dayNumber } from '../../src/domain/instant.ts';
import { workdayFrom } from './days.ts';
import type { DayNumber } from './days.ts';
import { cadences, reliabilityShares } from './figures.ts';
import { at, on } from './life.ts';
import type { Life, Monitor } from './life.ts';

/** Everybody around a family is asked to watch the agreements; not everybody says yes, and not everybody keeps it up. */
export function inviteMonitors(life: Life): void {
  for (const party of life.cast.parties) {
    if (party.kind === 'veilig_thuis' || party.kind === 'mental_health') continue;
    const asked =
      life.nature.scripted ||
      party.kind === 'local_team' ||
      life.dice.chance(party.kind === 'gp' ? 550 : 850);
    if (asked) invite(life, party);
  }
}

export function invite(life: Life, party: Party): void {
  const { dice, diary, nature } = life;
  const agreements = life.agreements.filter(
    (each) => each === 'a1' || party.kind === 'local_team' || party.kind === 'family',
  );
  diary.write('MonitorInvited', { party: party.party, agreements }, at(life, 1085));
  const answer =
    nature.scripted || party.kind === 'local_team'
      ? 'yes'
      : dice.weighted([
          ['yes', 80],
          ['no', 12],
          ['none', 8],
        ] as const);
  if (answer === 'none') return;
  on(life, life.today + (nature.scripted ? 0 : dice.between(0, 9)), () => {
    if (answer === 'yes') accept(life, party, agreements);
    else
      diary.write('MonitorDeclined', { party: party.party, agreements }, at(life, 1090), { by: party.party });
  });
}

function accept(life: Life, party: Party, agreements: string[]): Monitor {
  const { dice, nature } = life;
  const [first] = cadences[party.kind] ?? [14];
  const reliability = nature.scripted
    ? 'punctual'
    : party.kind === 'local_team'
      ? ofTeam[nature.team]
      : dice.weighted(reliabilityShares);
  const cadence = nature.scripted ? Math.max(7, Math.min(first, 28)) : first;
  const monitor: Monitor = {
    party: party.party,
    kind: party.kind,
    informal: party.informal,
    agreements: [...agreements],
    cadence,
    reliability,
    next: workdayFrom(life.today + dice.between(1, Math.min(cadence, 5))),
    silentFrom: reliability === 'fading' ? life.today + dice.between(40, 400) : Infinity,
    pausedUntil: 0,
    visits: 0,
  };
  life.monitors.push(monitor);
  life.diary.write(
    'MonitorAccepted',
    { party: party.party, agreements, cadenceDays: cadence },
    at(life, 1090),
    {
      by: party.party,
    },
  );
  return monitor;
}

/** A team watches as it works. */
const ofTeam = { diligent: 'punctual', average: 'late', thin: 'forgetful' } as const;

/** A child that becomes four goes to school, and the school is asked too. */
export function schoolBegins(life: Life): void {
  for (const child of children(life.cast)) {
    const fourth = fourthBirthday(child);
    if (fourth < life.planDay) continue;
    on(life, fourth + 25, () => {
      if (!life.isActive || life.cast.parties.some((each) => each.kind === 'school')) return;
      const name = `school-${life.cast.municipality}${String(life.dice.between(1, 12))}`;
      const school: Party = { party: `party:${name}`, kind: 'school', informal: false, organisation: name };
      life.cast.parties.push(school);
      life.diary.write('PartyInvolved', school, at(life, 1000));
      if (life.dice.chance(850)) invite(life, school);
    });
  }
}

function fourthBirthday({ birthMonth = '2010-01' }: Person): DayNumber {
  return dayNumber(Number(birthMonth.slice(0, 4)) + 4, Number(birthMonth.slice(5)), 1) ?? 0;
}
