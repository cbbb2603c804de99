import { ageBand } from '../change/ages.ts';
import { mergedCode } from '../change/change.ts';
import type { ReleaseKey } from '../change/pseudonyms.ts';
import { hierarchyNames } from '../change/hierarchies.ts';
import {
  familyFields,
  familyLook,
  householdFields,
  householdLook,
  personFields,
  personLooks,
  regionOf,
} from '../looking.ts';
import type { Grade, Look } from '../looking.ts';
import type { ReleaseParameters, TimeGrain } from '../parameters.ts';
import { drivers, measureClasses } from '../privacy/classes.ts';
import type { ClassRisk } from '../privacy/classes.ts';
import { discernibility, entropyLoss } from '../privacy/cost.ts';
import { gradeOf, historyMeasure } from '../settle.ts';
import type { Settled } from '../settle.ts';
import { surveyed } from '../staying.ts';
import type { Looks } from '../survey.ts';
import type { Workshop } from '../workshop.ts';

/** What `risk.json` holds: measured, never estimated by hand. Counts of families that were left out are protected. */
export interface RiskReport {
  readonly parameters: ReleaseParameters;
  readonly levels: {
    readonly age: number;
    readonly region: number;
    readonly partyKind: number;
    readonly times: TimeGrain;
  };
  readonly persons: Compared;
  readonly families: Compared;
  readonly households: Compared;
  readonly histories: {
    /** How many events somebody knows, and how exactly. */
    readonly events: number;
    readonly knownTo: string;
    readonly before: HistoryRisk | null;
    readonly after: HistoryRisk | null;
  };
  readonly cost: {
    /** Share of the information in a field that was given up (0 to 1). */
    readonly fields: Readonly<Record<string, number>>;
    readonly merged: Readonly<Record<string, readonly string[]>>;
    /** Days that times no longer tell apart; 0 if times are exact. */
    readonly leftOut: Readonly<Record<string, string>>;
  };
}

export interface Compared {
  readonly before: Measured;
  readonly after: Measured;
  /** Which field makes people stand out in the source, most first: the share of those in small classes that are not without it. */
  readonly drivers: readonly { readonly field: string; readonly share: number }[];
}

interface Measured {
  readonly k: number;
  readonly l: number;
  /** Share of records in classes smaller than the k that was asked. */
  readonly belowK: number;
  readonly highestRisk: number;
  readonly averageRisk: number;
  /** Sum of the squared class sizes, as a share of what it is if all look the same (discernibility, Bayardo & Agrawal 2005). */
  readonly discernibility: number;
}

interface HistoryRisk {
  /** Families that were tried; in the source a sample. */
  readonly families: number;
  /** Share of those whose first events fewer than k families fit. */
  readonly first: number;
  /** Share of the choices of events that fewer than k families fit. */
  readonly any: number;
  /** Kinds of events that single out most often. */
  readonly drivers: readonly string[];
}

interface Reporting {
  readonly workshop: Workshop;
  readonly key: ReleaseKey;
  readonly parameters: ReleaseParameters;
  readonly regionOf: ((municipality: string) => string) | null;
  readonly settled: Settled;
}

/** Families of the source whose history is tried: to show what it was like, some are enough. */
const sample = 200;
const nobody: ReadonlySet<string> = new Set();

/** The risk before, of all families that could leave, and after, of those that do. */
export function riskReport(reporting: Reporting): RiskReport {
  const { workshop, parameters, settled } = reporting;
  const grade = gradeOf(reporting, settled.age, settled.region, settled.merges);
  const none = Object.fromEntries(hierarchyNames.map((name) => [name, nobody])) as unknown as Grade['rare'];
  const asRecorded: Grade = {
    age: 0,
    isRecorded: true,
    region: 0,
    regionOf: (municipality) => municipality,
    rare: none,
  };
  const compared = (
    looksOf: (looks: Looks, grade: Grade, without?: string) => readonly Look[],
    fields: readonly string[],
  ): Compared => {
    const source = (without?: string) =>
      classesOf(workshop, 'all', (looks) => looksOf(looks, asRecorded, without));
    const before = source();
    return {
      before: told(before, parameters.k),
      after: told(
        classesOf(workshop, 'in', (looks) => looksOf(looks, grade)),
        parameters.k,
      ),
      drivers: drivers(fields, (field: string) => source(field), before, parameters.k),
    };
  };
  const { events, knownTo } = parameters.sequence;
  return {
    parameters,
    levels: {
      age: settled.age,
      region: settled.region,
      partyKind: settled.merges ? 1 : 0,
      times: settled.grain,
    },
    persons: compared(personLooks, personFields),
    families: compared((...about) => [familyLook(...about)], familyFields),
    households: compared((...about) => [householdLook(...about)], householdFields),
    histories: {
      events,
      knownTo,
      before: events === 0 ? null : historiesOf(reporting, none, null, sample),
      after: events === 0 ? null : historiesOf(reporting, grade.rare, settled.grain, Infinity),
    },
    cost: {
      fields: costOf(workshop, grade),
      merged: Object.fromEntries(
        hierarchyNames.map((name) => [
          name,
          [...grade.rare[name]].map((code) => `${code} -> ${mergedCode(name, code, grade.rare)}`).sort(),
        ]),
      ),
      leftOut: leftOut(workshop, parameters),
    },
  };
}

/** `all`: also those that were left out because they stand out. */
function* looksIn(workshop: Workshop, which: 'all' | 'in'): Generator<Looks> {
  const rows = workshop.db
    .prepare(
      `SELECT looks FROM family WHERE standing = 'in' OR (standing = 'stands_out' AND ? = 'all') ORDER BY pseudonym`,
    )
    .iterate(which);
  for (const { looks } of rows) yield JSON.parse(looks as string) as Looks;
}

function classesOf(
  workshop: Workshop,
  which: 'all' | 'in',
  looksOf: (looks: Looks) => readonly Look[],
): ClassRisk {
  const groups = new Map<string, { key: string; sensitive: string; count: number }>();
  for (const looks of looksIn(workshop, which))
    for (const { key, sensitive } of looksOf(looks)) {
      const name = `${key} | ${sensitive}`;
      const found = groups.get(name) ?? { key, sensitive, count: 0 };
      found.count += 1;
      groups.set(name, found);
    }
  return measureClasses(groups.values());
}

const told = (risk: ClassRisk, k: number): Measured => ({
  k: risk.k,
  l: risk.l,
  belowK: share(risk.belowK(k), risk.records),
  highestRisk: rounded(risk.highestRisk),
  averageRisk: rounded(risk.averageRisk),
  discernibility: share(discernibility(risk.sizes, 0), risk.records ** 2),
});

function historiesOf(
  reporting: Reporting,
  rare: Grade['rare'],
  grain: TimeGrain | null,
  most: number,
): HistoryRisk {
  const { k } = reporting.parameters;
  const measure = historyMeasure(reporting, rare, grain, nobody);
  let [families, first, below, tried] = [0, 0, 0, 0];
  const singled = new Map<string, number>();
  for (const family of surveyed(reporting.workshop, nobody)) {
    if (families >= most) break;
    const risk = measure.risk(family);
    families += 1;
    if (risk.first < k) first += 1;
    below += risk.any.below;
    tried += risk.any.tried;
    for (const [kind, times] of risk.drivers) {
      const name = measure.kindName(kind);
      singled.set(name, (singled.get(name) ?? 0) + times);
    }
  }
  return {
    families,
    first: share(first, families),
    any: share(below, tried),
    drivers: [...singled]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(([name]) => name),
  };
}

/** Non-uniform entropy between what was recorded and what leaves. */
function costOf(workshop: Workshop, grade: Grade): Readonly<Record<string, number>> {
  const joint = {
    age: new Map<string, Joint>(),
    role: new Map<string, Joint>(),
    region: new Map<string, Joint>(),
  };
  const count = (field: keyof typeof joint, from: string, to: string) => {
    const found = joint[field].get(`${from} > ${to}`) ?? { from, to, count: 0 };
    found.count += 1;
    joint[field].set(`${from} > ${to}`, found);
  };
  for (const looks of looksIn(workshop, 'in')) {
    for (const { birthMonth, months, role } of looks.persons) {
      count('age', birthMonth ?? 'none', ageBand(months, grade.age));
      count('role', role, mergedCode('role', role, grade.rare));
    }
    count('region', looks.moves.join(' > ') || 'none', regionOf(looks, grade));
  }
  return Object.fromEntries(
    Object.entries(joint).map(([field, counts]) => [field, rounded(entropyLoss(counts.values()))]),
  );
}

interface Joint {
  readonly from: string;
  readonly to: string;
  count: number;
}

function leftOut(
  { db }: Workshop,
  { cells: { least, base } }: ReleaseParameters,
): Readonly<Record<string, string>> {
  const counts = new Map(
    db
      .prepare('SELECT standing, count(*) AS families FROM family GROUP BY standing')
      .all()
      .map(({ standing, families }) => [standing as string, families as number]),
  );
  const inWords = (standing: string) => {
    const count = counts.get(standing) ?? 0;
    return count < least ? `fewer than ${least}` : `about ${Math.round(count / base) * base}`;
  };
  return {
    objection: inWords('objection'),
    not_begun: inWords('not_begun'),
    stands_out: inWords('stands_out'),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole));
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
