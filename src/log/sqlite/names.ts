import type { Database } from './database.ts';

/** Names that rows of events hold as numbers: families and types. */
export interface Names {
  /** The number of a name; 0 if it is not stored. */
  numberOf(name: string): number;
  nameOf(number: number): string;
  /** The number the next new name will get. */
  next(): number;
  /** Inside a transaction; `learn` follows when that is committed. */
  write(number: number, name: string): void;
  learn(number: number, name: string): void;
}

export function namesIn(db: Database, table: 'families' | 'types'): Names {
  const numbers = new Map<string, number>();
  const names: string[] = [''];
  const insert = db.prepare(`INSERT INTO ${table} (number, name) VALUES (?, ?)`);
  const byNumber = db.prepare(`SELECT name FROM ${table} WHERE number = ?`);
  const byName = db.prepare(`SELECT number FROM ${table} WHERE name = ?`);
  for (const row of db.prepare(`SELECT number, name FROM ${table} ORDER BY number`).iterate())
    learn(Number(row['number']), String(row['name']));

  function learn(number: number, name: string): void {
    numbers.set(name, number);
    names[number] = name;
  }

  // A reader beside a running writer meets names that came after it opened the file.
  function lookUp(name: string): number {
    const number = byName.get(name)?.['number'];
    if (typeof number !== 'number') return 0;
    learn(number, name);
    return number;
  }

  function lookUpName(number: number): string {
    const name = byNumber.get(number)?.['name'];
    if (typeof name !== 'string') throw new Error(`${table} holds no number ${number}`);
    learn(number, name);
    return name;
  }

  return {
    numberOf: (name) => numbers.get(name) ?? lookUp(name),
    nameOf: (number) => names[number] ?? lookUpName(number),
    next: () => names.length,
    write: (number, name) => insert.run(number, name),
    learn,
  };
}
