import type { Account } from './visitor.ts';

/** Invented people who sign in where the data are invented too. Their password is no secret: the page shows it. */
export const demoPeople = [
  { id: 'demo-monitor-1', name: 'Noor Verbeek', roles: ['monitor'] },
  { id: 'demo-monitor-2', name: 'Sander Oomen', roles: ['monitor'] },
  { id: 'demo-team-1', name: 'Fatima Aksoy', roles: ['team'], team: 'noord' },
  { id: 'demo-team-2', name: 'Joris van Dam', roles: ['team'], team: 'noord' },
  { id: 'demo-researcher', name: 'Lin Hoekstra', roles: ['researcher'] },
  { id: 'demo-policy', name: 'Bram de Wit', roles: ['policy'] },
  { id: 'demo-administrator', name: 'Ida Postma', roles: ['administrator'] },
  { id: 'demo-auditor', name: 'Karel Smit', roles: ['auditor'] },
] as const satisfies readonly Account[];

export type DemoId = (typeof demoPeople)[number]['id'];

export const demoPassword = 'verzonnen-mensen';
