import type { Chance } from './chance.ts';
import type { FileEvent } from './story.ts';

/** Files as people and machines break them: each line may have one thing wrong with it (events.md 3). */

type Json = Record<string, unknown>;
type Breaking = (chance: Chance, event: Json, others: readonly FileEvent[]) => string;

const copy = (event: Json): Json => structuredClone(event);
const strange: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  7,
  1e400,
  '',
  'yes',
  'a b',
  'party:',
  'person:X',
  'person:kid',
  true,
  [],
  [null],
  ['x'],
  {},
  { from: 'x' },
  '2025-02-30',
  '2025-13',
  '2025-02-29T10:00Z',
  '2025-03-03T14:00:00',
  '2025-03-03T25:00Z',
  '2025-03-03T14:00+24:00',
  '2025-03-03 14:00Z',
  'x'.repeat(65),
];

/** Every object and list inside, the event itself included. */
function places(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(places)];
}

function changed(chance: Chance, event: Json, change: (place: Json, key: string) => void): string {
  const damaged = copy(event);
  const place = chance.pick(places(damaged).filter((each) => Object.keys(each).length > 0));
  change(place, chance.pick(Object.keys(place)));
  return JSON.stringify(damaged);
}

const dropped: Breaking = (chance, event) =>
  changed(chance, event, (place, key) => {
    if (Array.isArray(place)) place.length = 0;
    else Reflect.deleteProperty(place, key);
  });

const renamed: Breaking = (chance, event) =>
  changed(chance, event, (place, key) => {
    place[`${key}s`] = place[key];
    Reflect.deleteProperty(place, key);
  });

const retyped: Breaking = (chance, event) =>
  changed(chance, event, (place, key) => {
    place[key] = chance.pick(strange);
  });

const extended: Breaking = (chance, event) =>
  changed(chance, event, (place) => {
    place[chance.pick(['extra', 'reason', 'person:kid', '13', '__proto__', 'constructor', 'toString'])] =
      chance.pick(strange);
  });

const garbled: Breaking = (chance, event) => {
  const text = JSON.stringify(event);
  return chance.pick([
    text.slice(0, -1),
    `${text},`,
    `[${text}]`,
    'null',
    '17',
    '"text"',
    '[]',
    '{}',
    'true',
    '\ufeff' + text,
    ' \t\r',
    text.replace('"', "'"),
  ]);
};

const misplacedInTime: Breaking = (chance, event) => {
  const recordedAt = String(event['recordedAt']);
  const times = chance.pick<Json>([
    { occurred: '2031-01-01T00:00Z' },
    { occurred: '2031-01-01' },
    { occurred: { from: '2026-06-01', to: '2024-01-01' } },
    { occurred: { from: recordedAt } },
    { occurred: { from: '2023-05-05', to: recordedAt }, reportedAt: recordedAt },
    { reportedAt: '2031-01-01T00:00Z' },
    { occurred: [recordedAt, recordedAt] },
    { occurred: null },
    { reportedAt: recordedAt.slice(0, 10) },
  ]);
  return JSON.stringify({ ...event, ...times });
};

const unknownKind: Breaking = (chance, event) =>
  JSON.stringify({
    ...event,
    ...chance.pick<Json>([
      { type: 'ConsentGiven' },
      { type: 'toString' },
      { version: 2 },
      { version: '1' },
      { version: 1.0 },
      { type: 'Nothing', family: 7 },
      { version: 0, data: null },
    ]),
  });

const repeated: Breaking = (chance, event, others) => {
  const other = chance.pick(others);
  const turned = Object.fromEntries(Object.entries(other).reverse());
  return JSON.stringify(
    chance.pick<Json>([
      turned,
      { ...other, extra: 1 },
      { ...event, id: other.id },
      { ...other, source: 'inferred' },
    ]),
  );
};

const misdirected: Breaking = (chance, event, others) => {
  const { id } = chance.pick(others);
  const retraction = others.find(({ type }) => type === 'EventRetracted')?.id ?? id;
  const target = chance.pick([id, retraction, event['id'], 'nobody-knows']);
  if (event['type'] === 'EventRetracted' && chance.happens(0.6))
    return JSON.stringify({ ...event, data: { ...(event['data'] as Json), target } });
  return JSON.stringify({
    ...event,
    supersedes: target,
    ...(chance.happens(0.3) ? { family: 'fam-z' } : {}),
  });
};

const ways = {
  dropped,
  renamed,
  retyped,
  extended,
  garbled,
  misplacedInTime,
  unknownKind,
  repeated,
  misdirected,
};
const damages = Object.keys(ways) as (keyof typeof ways)[];

/** A file of which about a third of the lines is damaged, with empty lines and sometimes the line ends of another system. */
export function damagedText(chance: Chance, events: readonly FileEvent[]): string {
  const lines = events.flatMap((event) => {
    if (chance.happens(0.03)) return ['', JSON.stringify(event)];
    return [chance.happens(0.35) ? ways[chance.pick(damages)](chance, event, events) : JSON.stringify(event)];
  });
  return lines.join(chance.happens(0.2) ? '\r\n' : '\n');
}
