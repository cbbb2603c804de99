import { storeRegion } from '../../../scripts/region/store.ts';
import type { RegionOptions } from '../../../scripts/region/region.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { cohort, lab, placeResults, projection } from '../results/examples.ts';
import { serve } from '../server.ts';
import type { Served } from '../server.ts';
import type { AccountId } from '../people.ts';
import { family } from './examples.ts';

/** What is known of the store only when it is there: stands between braces in the examples. */
interface Known {
  readonly earlier: string;
  readonly fact: string;
  readonly person: string;
  readonly meeting: string;
  readonly review: string;
  readonly secret: string;
  readonly secretWithCode: string;
}

export interface Swept {
  readonly served: Served;
  /** The address of an example, as it is in this store. */
  address(path: string): string;
}

/** A server on simulated families with something on every page: a meeting, a review, personal links. */
export async function serveSwept(region: RegionOptions, now: () => Instant): Promise<Swept> {
  const served = await serve({}, async (folder) => {
    await storeRegion(folder, region, now);
    placeResults(folder, { 'cohort.json': cohort, 'lab.json': lab, 'projection.json': projection });
  });
  for (const account of ['tester', 'monitor', 'team'] as const satisfies readonly AccountId[])
    for (let number = 1; number <= region.families; number += 1)
      served.relate(account, `fam-${String(number).padStart(4, '0')}`);
  const known = await fillIn(served, `${region.until}T12:00`);
  return {
    served,
    address: (path) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name as keyof Known])),
  };
}

async function fillIn(served: Served, until: string): Promise<Known> {
  const of = `/families/${family}`;
  const { json } = await served.get(`/api${of}/timeline`);
  const events = json['events'] as readonly { readonly id: string; readonly type: string }[];
  const fact = events.find(({ type }) => type === 'IncidentRecorded')?.id ?? '';
  const meeting = lastPart(await send(served, '/meetings', {}));
  await send(served, `/meetings/${meeting}`, { participants: 'Toos', agenda: `${family}\nfam-0001` });
  const form = await served.get(`${of}/review`);
  const review = lastPart(
    await send(served, String(form.headers['location']), {
      key: 'sweep-review',
      version: String(events.length),
      status: 'none',
      participants: 'party:team',
      notes: 'Besproken.',
    }),
  );
  const links = await served.get(`${of}/links`);
  const [first = '', second = ''] = new Set(
    [...links.text.matchAll(/name="party" value="([^"]+)"/g)].map(([, party]) => party ?? ''),
  );
  const secretOf = async (party: string, code: string) =>
    /\/w\/([\w-]+)/.exec((await send(served, `${of}/links`, { do: 'make', party, code })).text)?.[1] ?? '';
  return {
    earlier: until.replace(/^(.{7}).*/, '$1-01T12:00'),
    fact,
    person: 'person:parent-1',
    meeting,
    review,
    secret: await secretOf(first, 'no'),
    secretWithCode: await secretOf(second, 'yes'),
  };
}

const send = (served: Served, path: string, form: Readonly<Record<string, string>>) =>
  served.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

const lastPart = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  new URL(String(headers['location']), 'http://x').pathname.split('/').at(-1) ?? '';
