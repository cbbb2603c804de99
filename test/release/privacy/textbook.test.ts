import { expect, it } from 'vitest';
import { choose } from '../../../src/release/privacy/choose.ts';
import { measureClasses } from '../../../src/release/privacy/classes.ts';
import { discernibility, entropyLoss } from '../../../src/release/privacy/cost.ts';

/** Published tables with their published figures. The last value of a row is the sensitive one. */
type Rows = readonly (readonly string[])[];

const risk = (
  rows: Rows,
  columns: readonly number[] = rows[0]?.slice(0, -1).map((_, place) => place) ?? [],
) =>
  measureClasses(
    rows.map((row) => ({
      key: JSON.stringify(columns.map((column) => row[column])),
      sensitive: row.at(-1) ?? '',
      count: 1,
    })),
  );

/** Sweeney, k-anonymity: a model for protecting privacy (2002), figure 2: race, birth, gender, ZIP, problem. */
const sweeney: Rows = [
  ['Black', '1965', 'm', '0214*', 'short breath'],
  ['Black', '1965', 'm', '0214*', 'chest pain'],
  ['Black', '1965', 'f', '0213*', 'hypertension'],
  ['Black', '1965', 'f', '0213*', 'hypertension'],
  ['Black', '1964', 'f', '0213*', 'obesity'],
  ['Black', '1964', 'f', '0213*', 'chest pain'],
  ['White', '1964', 'm', '0213*', 'chest pain'],
  ['White', '1964', 'm', '0213*', 'obesity'],
  ['White', '1964', 'm', '0213*', 'short breath'],
  ['White', '1967', 'm', '0213*', 'chest pain'],
  ['White', '1967', 'm', '0213*', 'chest pain'],
];

it('Sweeney 2002: her table is 2-anonymous', () => {
  const { k, records, classes, l, belowK } = risk(sweeney);
  expect({ k, records, classes }).toEqual({ k: 2, records: 11, classes: 5 });
  // Two of its classes tell the problem of everybody in them: what l-diversity was made for.
  expect(l).toBe(1);
  expect(belowK(3)).toBe(8);
});

/** Machanavajjhala et al., l-Diversity: privacy beyond k-anonymity (2007), tables I to III: ZIP, age, nationality, condition. */
const inpatients: Rows = [
  ['13053', '28', 'Russian', 'Heart Disease'],
  ['13068', '29', 'American', 'Heart Disease'],
  ['13068', '21', 'Japanese', 'Viral Infection'],
  ['13053', '23', 'American', 'Viral Infection'],
  ['14853', '50', 'Indian', 'Cancer'],
  ['14853', '55', 'Russian', 'Heart Disease'],
  ['14850', '47', 'American', 'Viral Infection'],
  ['14850', '49', 'American', 'Viral Infection'],
  ['13053', '31', 'American', 'Cancer'],
  ['13053', '37', 'Indian', 'Cancer'],
  ['13068', '36', 'Japanese', 'Cancer'],
  ['13068', '35', 'American', 'Cancer'],
];

const fourAnonymous = inpatients.map(([zip = '', age = '', , condition = '']) => [
  zip.startsWith('130') ? '130**' : '1485*',
  age < '30' ? '<30' : age < '40' ? '3*' : '>=40',
  condition,
]);
const threeDiverse = inpatients.map(([zip = '', age = '', , condition = '']) => [
  `${zip.slice(0, 4)}*`,
  age <= '40' ? '<=40' : '>40',
  condition,
]);

it('Machanavajjhala et al. 2007: as recorded every patient is alone', () => {
  const { k, l, unique, highestRisk } = risk(inpatients);
  expect({ k, l, unique, highestRisk }).toEqual({ k: 1, l: 1, unique: 12, highestRisk: 1 });
});

it('Machanavajjhala et al. 2007: the 4-anonymous table tells that everybody in their thirties has cancer', () => {
  const { k, l, entropyL, belowL } = risk(fourAnonymous);
  expect({ k, l, entropyL }).toEqual({ k: 4, l: 1, entropyL: 1 });
  expect(belowL(2)).toBe(4);
});

it('Machanavajjhala et al. 2007: the other table is 4-anonymous and 3-diverse', () => {
  const { k, l, entropyL, belowL } = risk(threeDiverse);
  expect({ k, l, below: belowL(3) }).toEqual({ k: 4, l: 3, below: 0 });
  // By the definition in section 4.1: shares 1/4, 1/4, 1/2 in each block.
  expect(entropyL).toBeCloseTo(2 ** 1.5, 12);
});

/** Li, Li & Venkatasubramanian, t-Closeness (2007), table 4: ZIP, age, disease; "a 3-diverse version". */
it('Li et al. 2007: their table is 3-diverse, which hides no stomach disease', () => {
  const rows = [
    ['476**', '2*', 'gastric ulcer'],
    ['476**', '2*', 'gastritis'],
    ['476**', '2*', 'stomach cancer'],
    ['4790*', '>=40', 'gastritis'],
    ['4790*', '>=40', 'flu'],
    ['4790*', '>=40', 'bronchitis'],
    ['476**', '3*', 'bronchitis'],
    ['476**', '3*', 'pneumonia'],
    ['476**', '3*', 'stomach cancer'],
  ];
  const { k, l, entropyL } = risk(rows);
  expect({ k, l }).toEqual({ k: 3, l: 3 });
  expect(entropyL).toBeCloseTo(3, 12);
});

/**
 * The example of the practice guide to sdcMicro (Benschop, Machingauta & Welch, Statistical disclosure control: a
 * practice guide, tables 4.1 and 4.3; sdcpractice.readthedocs.io/en/latest/measure_risk.html): residence, gender,
 * education, labour, health.
 */
const survey: Rows = [
  ['Urban', 'Female', 'Secondary incomplete', 'Employed', 'yes'],
  ['Urban', 'Female', 'Secondary incomplete', 'Employed', 'yes'],
  ['Urban', 'Female', 'Primary incomplete', 'Non-LF', 'yes'],
  ['Urban', 'Male', 'Secondary complete', 'Employed', 'yes'],
  ['Rural', 'Female', 'Secondary complete', 'Unemployed', 'yes'],
  ['Urban', 'Male', 'Secondary complete', 'Employed', 'no'],
  ['Urban', 'Female', 'Primary complete', 'Non-LF', 'no'],
  ['Urban', 'Male', 'Post-secondary', 'Unemployed', 'yes'],
  ['Urban', 'Female', 'Secondary incomplete', 'Non-LF', 'no'],
  ['Urban', 'Female', 'Secondary incomplete', 'Non-LF', 'yes'],
];

it('practice guide to sdcMicro: seven keys, four sample uniques, four below 2 and ten below 3', () => {
  const { classes, unique, k, belowK } = risk(survey);
  expect({ classes, unique, k }).toEqual({ classes: 7, unique: 4, k: 1 });
  expect([belowK(2), belowK(3)]).toEqual([4, 10]);
});

it('practice guide to sdcMicro: only 4, 6, 9 and 10 are 2-diverse in health', () => {
  const { l, belowL } = risk(survey);
  expect(l).toBe(1);
  expect(10 - belowL(2)).toBe(4);
  expect(belowL(3)).toBe(10);
});

/** The example data of ARX (TestRiskMetrics.java, Example29.java): age, gender, ZIP code, with their hierarchies. */
const arx = [
  ['34', 'male', '81667'],
  ['45', 'female', '81675'],
  ['66', 'male', '81925'],
  ['70', 'female', '81931'],
  ['34', 'female', '81931'],
  ['70', 'male', '81931'],
  ['45', 'male', '81931'],
] as const;
const hide = (text: string, level: number) => text.slice(0, text.length - level).padEnd(text.length, '*');
const arxFields = {
  age: (row: number, level: number) => {
    const age = arx[row]?.[0] ?? '';
    return [age, age < '50' ? '<50' : '>=50', '*'][level] ?? '';
  },
  gender: (row: number, level: number) => (level === 0 ? (arx[row]?.[1] ?? '') : '*'),
  zipcode: (row: number, level: number) => hide(arx[row]?.[2] ?? '', level),
};
type ArxField = keyof typeof arxFields;
const fields = ['age', 'gender', 'zipcode'] as const satisfies readonly ArxField[];
const arxRisk = (levels: Readonly<Record<string, number>>) =>
  measureClasses(
    arx.map((_, row) => ({
      key: JSON.stringify(fields.map((field) => arxFields[field](row, levels[field] ?? 0))),
      sensitive: '',
      count: 1,
    })),
  );

it('ARX: highest and average risk are 1 before', () => {
  const { highestRisk, averageRisk } = arxRisk({});
  expect({ highestRisk, averageRisk }).toEqual({ highestRisk: 1, averageRisk: 1 });
});

it('ARX: the choice for k = 2 without suppression has highest risk 0.5 and average risk 3/7', () => {
  const loss = (field: ArxField, level: number) =>
    entropyLoss(
      arx.map((_, row) => ({ from: arxFields[field](row, 0), to: arxFields[field](row, level), count: 1 })),
    );
  const chosen = choose({
    maxima: { age: 2, gender: 1, zipcode: 5 },
    most: 0,
    isMonotone: true,
    evaluate: (levels) => ({
      suppressed: arxRisk(levels).belowK(2) / arx.length,
      cost: fields.reduce((sum, field) => sum + loss(field, levels[field] ?? 0), 0),
    }),
  });
  expect(chosen?.levels).toEqual({ age: 1, gender: 1, zipcode: 2 });
  const { highestRisk, averageRisk, sizes } = arxRisk(chosen?.levels ?? {});
  expect({ highestRisk, averageRisk }).toEqual({ highestRisk: 0.5, averageRisk: 0.42857142857142855 });
  // 2 * 2^2 + 3^2, nothing suppressed.
  expect(discernibility(sizes, 0)).toBe(17);
});
