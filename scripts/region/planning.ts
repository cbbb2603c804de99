import { adults, atRisk, children, isAdult, parents, team, veiligThuis } from './cast.ts';
import { at, atWork, on, slips } from './life.ts';
import type { Life } from './life.ts';

/** The plan: conditions, agreements, who agreed and how, and who rings where. */
export function makePlan(life: Life): void {
  const { diary, cast } = life;
  const moment = atWork(life, 540);
  const everybody = adults(cast).map((each) => each.person);
  diary.write('PlanActivated', { plan: 'plan-1', agreedBy: [...everybody, team(cast)] }, moment);
  life.isActive = true;
  const vulnerable = atRisk(cast).map((each) => each.person);
  condition(life, 'c1', vulnerable, 'direct');
  agree(life, {
    agreement: 'a1',
    condition: 'c1',
    actor: userOf(life),
    action: 'leaves_when_tension_rises',
    critical: true,
  });
  if (life.nature.scripted || life.dice.chance(450)) {
    condition(life, 'c2', vulnerable.slice(0, 1), 'direct');
    agree(life, {
      agreement: 'a2',
      condition: 'c2',
      actor: 'person:parent-1',
      action: 'calls_in_time',
      critical: false,
    });
  }
  on(life, life.today + (life.nature.scripted ? 150 : life.dice.between(120, 300)), () => {
    planForLater(life);
  });
}

/** Later the agreements are about the long term: the child keeps its own safe places. */
function planForLater(life: Life): void {
  if (!life.isActive) return;
  condition(
    life,
    'c3',
    children(life.cast).map((each) => each.person),
    'durable',
  );
  agree(life, {
    agreement: 'a3',
    condition: 'c3',
    actor: parents(life.cast)[0]?.person ?? 'person:parent-1',
    action: 'keeps_contact_with_network',
    critical: false,
  });
  for (const monitor of life.monitors
    .filter(
      (each) =>
        each.informal || each.kind === 'school' || each.kind === 'childcare' || each.kind === 'local_team',
    )
    .slice(0, 6)) {
    monitor.agreements.push('a3');
    life.diary.write(
      'MonitorAccepted',
      { party: monitor.party, agreements: ['a3'], cadenceDays: monitor.cadence },
      at(life, 1080),
      { by: monitor.party },
    );
    monitor.next = Math.min(monitor.next, life.today + 1);
  }
}

const userOf = (life: Life): string =>
  life.cast.users.find((each) => !each.startsWith('person:child')) ?? 'person:parent-1';

/** Who joins is protected too, once somebody thinks of it. */
export function protectAll(life: Life): void {
  if (life.isActive && !slips(life, 250))
    condition(
      life,
      'c1',
      atRisk(life.cast).map((each) => each.person),
      'direct',
    );
}

function condition(life: Life, id: string, protects: string[], horizon: 'direct' | 'durable'): void {
  life.diary.write(
    'SafetyConditionSet',
    { condition: id, protects, horizon, bottomLine: id === 'c1' },
    at(life, 1040),
  );
}

interface Terms {
  readonly agreement: string;
  readonly condition: string;
  readonly actor: string;
  readonly action: string;
  readonly critical: boolean;
}

function agree(life: Life, terms: Terms): void {
  const { diary, dice, nature } = life;
  life.agreements.push(terms.agreement);
  const timing = terms.critical ? ('on_trigger' as const) : ('weekly' as const);
  diary.write(
    'SafetyAgreementMade',
    { ...terms, timing, ...(terms.critical ? { minMonitors: 2, needsChildSight: true } : {}) },
    at(life, 1050),
  );
  consents(life, terms.agreement, terms.actor);
  const careless = nature.scripted ? 0 : nature.team === 'thin' ? 350 : nature.team === 'average' ? 120 : 20;
  if (dice.chance(careless))
    on(life, life.today + dice.between(20, 200), () => {
      path(life, terms.agreement);
    });
  else path(life, terms.agreement);
}

/** Consent in a joint talk may be consent under intimidation; some of it is made good later. */
function consents(life: Life, agreement: string, actor: string): void {
  const { dice, diary, nature, cast } = life;
  const asked = new Set([
    actor,
    ...atRisk(cast)
      .filter(isAdult)
      .map((each) => each.person),
  ]);
  for (const party of asked) {
    const jointly = !nature.scripted && dice.chance(nature.team === 'diligent' ? 80 : 300);
    const obtained = jointly ? 'joint' : dice.chance(150) ? 'written' : 'alone';
    if (slips(life, 40)) continue;
    diary.write('AgreementConsented', { agreement, party, obtained }, at(life, 1060), {
      source: 'adult_said',
    });
    if (jointly && dice.chance(600))
      on(life, life.today + dice.between(10, 90), () =>
        diary.write('AgreementConsented', { agreement, party, obtained: 'alone' }, atWork(life), {
          source: 'adult_said',
        }),
      );
  }
}

/** First the team in office hours, last Veilig Thuis day and night. */
export function path(life: Life, agreement: string): void {
  const { diary, cast } = life;
  const accepted = !slips(life, 60);
  diary.write(
    'EscalationPathSet',
    {
      agreement,
      rungs: [
        { to: team(cast), ackMinutes: 30, hours: 'office', accepted: true },
        { to: veiligThuis(cast), ackMinutes: 15, hours: '24x7', accepted },
      ],
    },
    at(life, 1070),
  );
}
