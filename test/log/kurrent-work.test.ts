import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/log/kurrent/connection.ts';
import type { Connection } from '../../src/log/kurrent/connection.ts';
import { streamNames } from '../../src/log/kurrent/streams.ts';
import { openKurrentWork } from '../../src/log/kurrent/work.ts';
import type { Work, Worker, WorkTerms } from '../../src/log/work.ts';
import { mail, pause, shortTerms, until } from '../support/tasks.ts';
import { workContract } from '../support/work-contract.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-work-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

/** Nodes over one server, under a prefix of their own so that runs do not meet. */
function nodesAt(address: () => string) {
  const names = streamNames(`test-${randomUUID()}-`);
  const open: { readonly work: Work; readonly connection: Connection }[] = [];
  return {
    open,
    names,
    node(terms: WorkTerms): Work {
      const connection = connect(address(), { requestMs: 1000, totalMs: 6000 });
      const work = openKurrentWork({ connection, names, terms });
      open.push({ work, connection });
      return work;
    },
    async closeAll() {
      for (const { work, connection } of open.splice(0)) {
        await work.close();
        await connection.close();
      }
    },
  };
}

workContract(real === undefined ? 'a server in the test' : 'a real server', async (terms) => {
  const server = real === undefined ? await startKurrentServer({ noise: 3 }) : undefined;
  const nodes = nodesAt(() => server?.connection ?? real ?? '');
  return {
    node: () => Promise.resolve(nodes.node(terms)),
    async restart() {
      await nodes.closeAll();
      return nodes.node(terms);
    },
    async end() {
      await nodes.closeAll();
      await server?.stop();
    },
  };
});

describe('work on a server that fails', () => {
  let server: KurrentServer;
  let nodes: ReturnType<typeof nodesAt>;
  let done: string[];
  let troubles: Error[];

  beforeEach(async () => {
    server = await startKurrentServer({ file: join(folder, `${randomUUID()}.db`), noise: 3 });
    nodes = nodesAt(() => server.connection);
    [done, troubles] = [[], []];
  });
  afterEach(async () => {
    server.clearFaults();
    await nodes.closeAll();
    await server.stop();
  });

  const noting: Worker = ({ name }, attempt) => {
    done.push(`${name} ${attempt}`);
    return Promise.resolve('done');
  };
  const trouble = (error: Error) => troubles.push(error);
  const taking = (work: Work, worker = noting) => work.take('mail', worker, { trouble });
  const patient = { ...shortTerms, attempts: 10, leaseMs: 5000 };

  it('given an offer whose answer is lost, then it is there, and there once', async () => {
    const [one, other] = [nodes.node(patient), nodes.node(patient)];
    server.plant({ method: 'append', phase: 'after', times: 2 });
    await one.offer(mail('m-1'));
    server.plant({ method: 'append', phase: 'after', times: 1 });
    await other.offer(mail('m-1'));
    taking(one);
    taking(other);
    await other.offer(mail('end'));
    await until(() => done.includes('end 1'));
    expect([...done].sort()).toEqual(['end 1', 'm-1 1']);
  });

  it('given that what a worker did cannot be noted at once, then it is noted later and not done again', async () => {
    const work = nodes.node(patient);
    taking(work, async (task, attempt) => {
      await noting(task, attempt);
      if (task.name === 'm-1') server.plant({ method: 'append', phase: 'after', times: 3 });
      return 'done';
    });
    await work.offer(mail('m-1'));
    await work.offer(mail('m-2'));
    await until(() => done.includes('m-2 1'));
    expect(done).toEqual(['m-1 1', 'm-2 1']);
  });

  it('given a server that restarts again and again, then every task is done, and none twice', async () => {
    const works = [1, 2, 3].map(() => nodes.node(patient));
    for (const work of works)
      taking(work, async (task, attempt) => {
        await pause(2);
        return noting(task, attempt);
      });
    const accepted: string[] = [];
    let isOver = false;
    const offering = works.map(async (work, node) => {
      for (let index = 0; !isOver; index += 1) {
        const name = `n${node}-${index}`;
        await work.offer(mail(name));
        accepted.push(name);
        await pause(5);
      }
    });
    for (let round = 0; round < 4; round += 1) {
      await pause(150 + 200 * round);
      await server.kill();
      await server.restart();
    }
    isOver = true;
    await Promise.all(offering);
    await until(() => done.length >= accepted.length);
    await until(() => accepted.every((name) => done.some((line) => line.startsWith(`${name} `))));
    expect(done.length).toBe(accepted.length);
    expect(accepted.length).toBeGreaterThan(40);
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('given a group that somebody deleted, then it is made again, and what is done stays done', async () => {
    const work = nodes.node(patient);
    taking(work);
    await work.offer(mail('m-1'));
    await until(() => done.length === 1);
    await nodes.open[0]?.connection.once((client) =>
      client.deletePersistentSubscriptionToAll(`${nodes.names.workPrefix}mail`),
    );
    await work.offer(mail('m-2'));
    await until(() => done.length === 2);
    expect(done).toEqual(['m-1 1', 'm-2 1']);
  });

  it('given a task that another node has in hand while the server restarts, then it waits for that node', async () => {
    const slow = { ...patient, leaseMs: 60_000 };
    const [one, other] = [nodes.node(slow), nodes.node(slow)];
    const gate = Promise.withResolvers<undefined>();
    await one.offer(mail('m-1'));
    taking(one, async (task) => {
      done.push(`${task.name} begun`);
      await gate.promise;
      done.push(`${task.name} ended`);
      return 'done';
    });
    await until(() => done.length === 1);
    taking(other);
    for (const round of [1, 2]) {
      await server.kill();
      await server.restart();
      // Some of these go to the other node: then it has been handed what waits.
      await Promise.all([1, 2, 3, 4].map((index) => other.offer(mail(`r${round}-${index}`))));
      await until(() => done.some((line) => line.startsWith(`r${round}-`)));
    }
    gate.resolve(undefined);
    await until(() => done.includes('m-1 ended'));
    await other.offer(mail('end'));
    await until(() => done.some((line) => line.startsWith('end ')));
    expect(done.filter((line) => line.startsWith('m-1'))).toEqual(['m-1 begun', 'm-1 ended']);
  });

  it('given a node that dies in the middle, then another one does its task after the lease', async () => {
    const dying = nodes.node(patient);
    taking(dying, async (task) => {
      done.push(`${task.name} begun`);
      await new Promise(() => undefined);
      return 'done';
    });
    await dying.offer(mail('m-1'));
    await until(() => done.length === 1);
    const [gone] = nodes.open.splice(0, 1);
    await gone?.connection.close();
    const other = nodes.node({ ...patient, leaseMs: 300 });
    taking(other);
    await until(() => done.length === 2);
    expect(done).toEqual(['m-1 begun', 'm-1 2']);
  });

  it('given a leader that changes, then work goes on at the next one, and nothing is done twice', async () => {
    await server.stop();
    server = await startKurrentServer({ nodes: 3 });
    const works = [1, 2].map(() => nodes.node(patient));
    for (const work of works) taking(work);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(works.map((work, node) => work.offer(mail(`n${node}-${round}`))));
      server.changeLeader();
      await Promise.all(works.map((work, node) => work.offer(mail(`n${node}-${round}-after`))));
      await until(() => done.length >= 4 * (round + 1));
    }
    expect(new Set(done).size).toBe(12);
    expect(done.length).toBe(12);
  });

  it('given connections that are cut while tasks are handed out, then nothing is done twice', async () => {
    const work = nodes.node(patient);
    server.plant({ method: 'persistent', phase: 'middle', times: 3 });
    taking(work);
    await Promise.all([1, 2, 3, 4, 5, 6].map((index) => work.offer(mail(`m-${index}`))));
    await until(() => done.length >= 6);
    expect([...done].sort()).toEqual([1, 2, 3, 4, 5, 6].map((index) => `m-${index} 1`));
    expect(server.happened).toBe(3);
  });

  it('given a user who may not, then it says so, and goes on trying', async () => {
    await server.stop();
    server = await startKurrentServer({ users: { admin: 'changeit' } });
    const wrong = nodesAt(() => server.connection.replace('changeit', 'wrong'));
    taking(wrong.node(patient));
    await until(() => troubles.length > 2);
    await wrong.closeAll();
    expect(troubles[0]).toMatchObject({ name: 'LogUnavailable', trouble: 'denied' });
    expect(String(troubles[0])).not.toContain('wrong');
  });
});
