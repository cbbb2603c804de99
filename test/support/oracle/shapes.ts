// Reads the type notation of events.md and checks JSON values against it.
import { isDay, isMonth, parseInstant } from './calendar.ts';
import { CONTRACT_EVENTS, CONTRACT_TYPES } from './contract-shapes.ts';

export interface Problem {
  path: string;
  reason: 'missing' | 'invalid';
}

export type Shape =
  | { is: 'name'; name: string }
  | { is: 'literal'; value: string | number }
  | { is: 'integer'; min: number; max: number }
  | { is: 'list'; of: Shape; min: number }
  | { is: 'record'; key: Shape; of: Shape }
  | { is: 'object'; fields: { name: string; optional: boolean; shape: Shape }[] }
  | { is: 'union'; of: Shape[] };

const isText =
  (pattern: RegExp) =>
  (v: unknown): boolean =>
    typeof v === 'string' && pattern.test(v);
const token = isText(/^[A-Za-z0-9_\-:.]{1,64}$/);
const BASIC: Record<string, (v: unknown) => boolean> = {
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number',
  boolean: (v) => typeof v === 'boolean',
  Instant: (v) => parseInstant(v) !== null,
  Day: isDay,
  Month: isMonth,
  When: (v) => parseInstant(v) !== null || isDay(v),
  Token: token,
  EventId: token,
  FamilyId: token,
  PersonId: isText(/^person:[a-z0-9-]{1,56}$/),
  PartyId: isText(/^party:[a-z0-9-]{1,56}$/),
  Tri: isText(/^(yes|no|unknown)$/),
  ConditionNumber: isText(/^([1-9]|1[0-2])$/),
};

/** A reader of the notation; `definitions` holds the named types. */
class Notation {
  readonly #tokens: string[];
  #at = 0;
  constructor(text: string) {
    const plain = text
      .replaceAll(/\/\/.*$/gm, '')
      .replaceAll("'1'..'12'", 'ConditionNumber')
      .replaceAll('[1+]', ' NONEMPTY ');
    this.#tokens = plain.match(/'[^']*'|[A-Za-z_]+|\d+|>=|[^\s]/g) ?? [];
  }
  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }
  peek(): string {
    return this.#tokens[this.#at] ?? '';
  }
  next(): string {
    return this.#tokens[this.#at++] ?? '';
  }
  skip(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.#at++;
    return true;
  }
  must(wanted: string): void {
    if (!this.skip(wanted)) throw new Error(`expected ${wanted}, found ${this.peek()}`);
  }

  type(): Shape {
    const of = [this.#listed()];
    while (this.skip('|')) of.push(this.#listed());
    return of.length === 1 ? (of[0] as Shape) : { is: 'union', of };
  }
  #listed(): Shape {
    let shape = this.#single();
    for (;;) {
      if (this.skip('NONEMPTY')) shape = { is: 'list', of: shape, min: 1 };
      else if (this.skip('[')) {
        this.must(']');
        shape = { is: 'list', of: shape, min: 0 };
      } else return shape;
    }
  }
  #single(): Shape {
    if (this.peek() === '{') return this.object();
    const word = this.next();
    if (word.startsWith("'")) return { is: 'literal', value: word.slice(1, -1) };
    if (/^\d+$/.test(word)) return { is: 'literal', value: Number(word) };
    if (word === '(') {
      const inner = this.type();
      this.must(')');
      return inner;
    }
    if (word === 'Record') {
      this.must('<');
      const key = this.type();
      this.must(',');
      const of = this.type();
      this.must('>');
      return { is: 'record', key, of };
    }
    if (word === 'integer') {
      if (this.skip('>=')) return { is: 'integer', min: Number(this.next()), max: Infinity };
      const min = Number(this.next());
      this.must('-');
      return { is: 'integer', min, max: Number(this.next()) };
    }
    return { is: 'name', name: word };
  }
  object(): Shape {
    const fields: { name: string; optional: boolean; shape: Shape }[] = [];
    this.must('{');
    while (!this.skip('}')) {
      const name = this.next();
      const optional = this.skip('?');
      this.must(':');
      fields.push({ name, optional, shape: this.type() });
      this.skip(';');
    }
    return { is: 'object', fields };
  }
}

const definitions = new Map<string, Shape>();
for (const text = new Notation(CONTRACT_TYPES); !text.done;) {
  text.must('type');
  const name = text.next();
  text.must('=');
  text.skip('|');
  definitions.set(name, text.type());
  text.must(';');
}

/** The shape of `data` per event type. */
export const EVENT_SHAPES = new Map<string, Shape>();
for (const text = new Notation(CONTRACT_EVENTS); !text.done;) EVENT_SHAPES.set(text.next(), text.object());

/** A shape written in the notation. */
export const shapeOf = (notation: string): Shape => new Notation(notation).type();

const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const join = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}.${String(key)}`;

/** The first problem of a present value, or null. */
export function check(shape: Shape, value: unknown, path: string): Problem | null {
  const wrong: Problem = { path, reason: 'invalid' };
  switch (shape.is) {
    case 'name': {
      const basic = BASIC[shape.name];
      if (basic !== undefined) return basic(value) ? null : wrong;
      const named = definitions.get(shape.name);
      if (named === undefined) throw new Error(`unknown type name ${shape.name}`);
      return check(named, value, path);
    }
    case 'literal':
      return value === shape.value ? null : wrong;
    case 'integer':
      return Number.isInteger(value) && (value as number) >= shape.min && (value as number) <= shape.max
        ? null
        : wrong;
    case 'list': {
      if (!Array.isArray(value) || value.length < shape.min) return wrong;
      return firstOf(value, (v, i) => check(shape.of, v, join(path, i)));
    }
    case 'record': {
      if (!isObject(value)) return wrong;
      return firstOf(Object.entries(value), ([k, v]) =>
        check(shape.key, k, path) === null
          ? check(shape.of, v, join(path, k))
          : { path: join(path, k), reason: 'invalid' },
      );
    }
    case 'object':
      return isObject(value) ? checkFields(shape, value, path) : wrong;
    case 'union': {
      if (isObject(value)) {
        const object = shape.of.find((s) => s.is === 'object');
        return object === undefined ? wrong : check(object, value, path);
      }
      return shape.of.some((s) => check(s, value, path) === null) ? null : wrong;
    }
  }
}

/** The first problem among the fields of an object, in the order of the notation. */
export function checkFields(shape: Shape, value: Record<string, unknown>, path: string): Problem | null {
  if (shape.is !== 'object') throw new Error('not an object shape');
  return firstOf(shape.fields, (f) => {
    const at = join(path, f.name);
    if (!Object.hasOwn(value, f.name)) return f.optional ? null : { path: at, reason: 'missing' };
    return check(f.shape, value[f.name], at);
  });
}

function firstOf<T>(list: readonly T[], test: (item: T, index: number) => Problem | null): Problem | null {
  for (const [index, item] of list.entries()) {
    const problem = test(item, index);
    if (problem !== null) return problem;
  }
  return null;
}
