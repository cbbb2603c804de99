import { Command, CommanderError } from 'commander';
import type { Instant } from '../../src/domain/instant.ts';
import { UsageError } from './input.ts';
import { endOn, standardOutput } from './output.ts';
import type { CohortOptions } from './cohort.ts';
import type { ImportOptions } from './import.ts';
import type { LabOptions } from './lab.ts';
import type { PersonOptions } from './people.ts';
import type { ProjectOptions } from './project.ts';
import type { ReleaseOptions } from './release.ts';
import type { RelationOptions } from './relations.ts';
import type { FileOptions, Printed } from './on-a-file.ts';
import type { ReplayOptions } from './replay.ts';
import type { SimulateOptions } from './simulate.ts';
import type { WorkOptions } from './work.ts';

/** Every subcommand and its options. Exit codes: 0 done, 1 something is wrong with the store, 2 usage, 3 lines were rejected. */

const clock = (): Instant => Date.now() as Instant;
const several = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
const logOption = [
  '--log <address>',
  'the server that holds the events (default: WAAKVLAM_LOG, else the data folder)',
  process.env['WAAKVLAM_LOG'] || undefined,
] as const;
const dataOption = ['--data <folder>', 'the data folder', process.env['WAAKVLAM_DATA'] ?? './data'] as const;

const program = new Command('waakvlam')
  .description('Monitor of safety-and-recovery plans')
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => {
      write(text);
    },
  })
  .showHelpAfterError('(waakvlam --help shows every command)');

function aboutAFile(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption(
      '--events <file>',
      'event file (JSON Lines), folder of a release, or - for standard input',
    )
    .option('--known-at <instant>', 'with the knowledge of this instant (default: now; of a release its end)')
    .option('--strict', 'evaluate nothing if a line is rejected')
    .option('--json', 'print one JSON object');
}

aboutAFile('status', 'the safety, monitoring and relapse status of every family in a file')
  .option('--at <instant>', 'the instant asked about (default: now; of a release its end)')
  .option('--policy <file>', 'parameters that differ from the defaults')
  .action(async (options: FileOptions & { policy?: string }) => {
    await print(await (await import('./on-a-file.ts')).status(options, clock));
  });

aboutAFile('timeline', 'everything recorded about one family, and what became of it')
  .requiredOption('--family <id>', 'the family')
  .option('--viewer <person>', 'leave out what is hidden from this person')
  .action(async (options: FileOptions & { family: string; viewer?: string }) => {
    await print(await (await import('./on-a-file.ts')).timeline(options, clock));
  });

aboutAFile('what-if', 'the same file under two policies')
  .option('--at <instant>', 'the instant asked about (default: now; of a release its end)')
  .option('--policy <file>', 'give it twice: A and B', several, [])
  .action(async (options: FileOptions & { policy: readonly string[] }) => {
    await print(await (await import('./on-a-file.ts')).whatIf(options, clock));
  });

program
  .command('replay')
  .description('the events of a release one after the other, at a rate, as JSON lines or server-sent events')
  .argument('<release>', 'folder of a release')
  .option('--speed <n>', 'how many times faster than life; max: without waiting', '10000')
  .option('--order <order>', 'as they were recorded, or as they occurred', 'recorded')
  .option('--from <instant>', 'the first instant, by the time of the order')
  .option('--until <instant>', 'the instant before which it ends')
  .option(
    '--serve <port>',
    'over HTTP on 127.0.0.1 (0: any free port); whoever uses this machine can read it',
  )
  .addHelpText(
    'after',
    `
Recorded: by recordedAt, then family and id. Occurred: by the latest instant at which it can have happened, then
recordedAt, family and id. With --serve every client gets the whole replay from its own beginning and goes on with
Last-Event-ID where it was. Exit codes: 0 the end was reached, 1 no whole release, 2 usage, 130 stopped before the end.`,
  )
  .action(async (release: string, options: ReplayOptions) => {
    process.exitCode = await (await import('./replay.ts')).replay(release, options);
  });

program
  .command('cohort')
  .description(
    'outcomes of all families of a release at moments after their plan was activated, small cells hidden',
  )
  .argument('<release>', 'folder of a release')
  .option('--at <moments>', 'months after the plan was activated', 'T0,T12,T18')
  .option('--policy <file>', 'parameters that differ from the defaults (default: the policy of the release)')
  .option('--json', 'print one JSON object')
  .option('--out <file>', 'write the JSON into a file')
  .action(async (release: string, options: CohortOptions) => {
    process.exitCode = await (await import('./cohort.ts')).runCohort(release, options);
  });

program
  .command('parameters')
  .description('every threshold of the rules, with its default and where it comes from')
  .action(async () => {
    const { basisOf, defaultPolicy, parameterNames } = await import('../../src/domain/parameters.ts');
    const rows = parameterNames.map(
      (name) => `${name.padEnd(26)} ${String(defaultPolicy.parameters[name]).padStart(4)}  ${basisOf(name)}`,
    );
    await print({ text: rows.join('\n'), exit: 0 });
  });

program
  .command('simulate')
  .description('write an invented region of families as an event file')
  .requiredOption('--families <n>', 'how many families')
  .option('--seed <s>', 'the same seed gives the same bytes', '1')
  .requiredOption('--from <day>', 'first day')
  .requiredOption('--until <day>', 'the day after the last one')
  .option('--out <file>', 'where to write (default: standard output)')
  .option('--coverage', 'then show which event types and rule outcomes occur')
  .action(async (options: SimulateOptions) => {
    process.exitCode = await (await import('./simulate.ts')).simulate(options);
  });

program
  .command('import')
  .description(
    'put an event file, another data folder or another server into the store; run it again after an interruption, it goes on where it was',
  )
  .argument(
    '<source>',
    'event file, - for standard input, data folder, or kurrentdb://user:password@host:2113',
  )
  .option(...dataOption)
  .option(...logOption)
  .option('--no-log', 'into the data folder, whatever WAAKVLAM_LOG says')
  .option('--no-keys', 'without the keys of names and free text: they stay closed in the target')
  .addHelpText(
    'after',
    `
A folder or server moves as it is: the order of each family, the times and the sealed texts stay, and the keys of
names and texts come along. For that the master key must be at hand: WAAKVLAM_MASTER_KEY, or master.key in a folder.
At the end both are compared, as \`waakvlam compare\` does. Exit codes: 0 all is there, 1 something differs or cannot
be reached, 3 lines of a file were rejected.`,
  )
  .action(async (source: string, options: ImportOptions) => {
    process.exitCode = await (await import('./import.ts')).importFrom(source, options, clock);
  });

program
  .command('compare')
  .description(
    'whether everything of one place is in another: events, their order and times, and statuses at ten instants of each family',
  )
  .argument('<source>', 'event file, - for standard input, data folder, or address of a server')
  .argument('<target>', 'the same')
  .action(async (source: string, target: string) => {
    process.exitCode = await (await import('./compare.ts')).comparePlaces(source, target, clock);
  });

program
  .command('export')
  .description(
    'write the store as an event file; run it again after an interruption, it goes on where it was',
  )
  .argument('<file>', 'where to write, or - for standard output')
  .option(...dataOption)
  .option(...logOption)
  .option('--open', 'with names and free text readable; the file must then be kept as safe as the store')
  .action(async (file: string, options: { data: string; log?: string; open?: boolean }) => {
    process.exitCode = await (await import('./export.ts')).exportFile(file, options, clock);
  });

program
  .command('release')
  .description(
    'make an anonymised research release of the store or of an event file; run it again after an interruption, it goes on where it was',
  )
  .option('--out <folder>', 'the folder that will hold the release; may not exist')
  .option('--events <file>', 'an event file instead of the store')
  .option(...dataOption)
  .option(...logOption)
  .option('--position <n>', 'of the store only what stands up to this position (default: all)')
  .option(
    '--seed <text>',
    'the same seed repeats a release, or makes a follow-up with the same pseudonyms (default: a key that is destroyed)',
  )
  .option('--parameters <file>', 'k, l and what may be given up for them, where it differs from the defaults')
  .option('--policy <file>', 'parameters of the rules for the tables of statuses')
  .option('--regions <file>', 'the region of each municipality (default: no region leaves)')
  .option('--recipient <word>', 'who gets it; noted in the file of each family')
  .option('--purpose <word>', 'what for; noted in the file of each family')
  .option('--dry-run', 'measure and show the risk report; nothing leaves and nothing is noted')
  .addHelpText(
    'after',
    `
Exit codes: 0 made, 2 something asked is wrong, 3 too many families could be recognised: nothing was released.`,
  )
  .action(async (options: ReleaseOptions) => {
    process.exitCode = await (await import('./release.ts')).release(options, clock);
  });

program
  .command('verify')
  .description('check the whole store: chain, contracts, and live answers against a fresh replay')
  .option(...dataOption)
  .option(...logOption)
  .option('--json', 'print one JSON object')
  .action(async (options: { data: string; log?: string; json?: boolean }) => {
    process.exitCode = await (await import('./verify.ts')).verifyStore(options, clock);
  });

const work = program
  .command('work')
  .description('tasks that one node must do, once, and that nobody tries any more');
for (const [name, description] of [
  ['list', 'which tasks of a kind are parked, since when and why'],
  ['retry', 'give the parked tasks of a kind to the nodes again'],
] as const)
  work
    .command(name)
    .description(description)
    .argument('<kind>', 'the kind of work: breach')
    .option(...dataOption)
    .option(...logOption)
    .option('--json', 'print one JSON value')
    .action(async (kind: string, options: WorkOptions) => {
      const { listParked, retryParked } = await import('./work.ts');
      await print(await (name === 'list' ? listParked : retryParked)(kind, options, clock));
    });

const people = program
  .command('people')
  .description(
    'who may sign in with a password of this installation; the password is read from the terminal or standard input',
  );

people
  .command('add')
  .argument('<account>', 'what the person types to sign in')
  .requiredOption('--name <name>', 'as colleagues know the person')
  .option(
    '--role <role>',
    'monitor, team, researcher, policy, administrator or auditor; may be given twice',
    several,
    [],
  )
  .option('--team <team>', 'the MDA++ team of somebody with the role team')
  .option(...dataOption)
  .action(async (account: string, options: PersonOptions) => {
    await print(await (await import('./people.ts')).addPerson(account, options, clock));
  });

people
  .command('list')
  .option(...dataOption)
  .action(async (options: { data: string }) => {
    await print((await import('./people.ts')).listPeople(options));
  });

people
  .command('remove')
  .argument('<account>')
  .option(...dataOption)
  .action(async (account: string, options: { data: string }) => {
    await print((await import('./people.ts')).removePerson(account, options));
  });

people
  .command('password')
  .argument('<account>')
  .option(...dataOption)
  .action(async (account: string, options: { data: string }) => {
    await print(await (await import('./people.ts')).changePassword(account, options, clock));
  });

const relations = program
  .command('relations')
  .description('who may open which family: an account, or all members of a team');

relations
  .command('add')
  .argument('<family>', 'the number of the family')
  .option('--account <account>', 'who works with the family')
  .option('--team <team>', 'the MDA++ team that works with the family')
  .requiredOption('--party <party>', 'the party on behalf of which they record, such as party:team')
  .option(...dataOption)
  .action(async (family: string, options: RelationOptions) => {
    await print((await import('./relations.ts')).addRelation(family, options, clock));
  });

relations
  .command('list')
  .option('--account <account>')
  .option('--team <team>')
  .option(...dataOption)
  .action(async (options: RelationOptions) => {
    await print((await import('./relations.ts')).listRelations(options, clock));
  });

relations
  .command('end')
  .argument('<relation>', 'its number in the list')
  .option(...dataOption)
  .action(async (number: string, options: { data: string }) => {
    await print((await import('./relations.ts')).endRelation(number, options, clock));
  });

program
  .command('project')
  .description(
    'tables of your own from a release: your JavaScript module says in which cells a family counts',
  )
  .argument('<release>', 'folder of a release')
  .requiredOption('--reducer <file>', 'the module, see below')
  .option('--seconds <n>', 'how long it may take in all, reading included', '600')
  .option('--memory <n>', 'how many megabytes it may use', '256')
  .option('--json', 'print one JSON object')
  .option('--out <file>', 'write the same object to a file, for the pages')
  .addHelpText(
    'after',
    `
  export const tables = [
    { id: 'breaches', unit: 'families', dimensions: [{ id: 'number', values: ['none', 'some'] }] },
  ];
  export function family(events, { until }) {
    const isBroken = events.some(({ type }) => type === 'AgreementBroken');
    return [{ table: 'breaches', at: [isBroken ? 'some' : 'none'] }];
  }

tables: every cell that can come out, at most 10 tables and 1000 cells. family: the events of one family, oldest
recording first; returns the cells in which it counts, each once, one value per dimension.
The module runs anew for each family and remembers nothing; it has no network, files, clock, random numbers or imports,
and what it prints goes nowhere. Small cells are hidden and the others rounded as the release says. Errors are told by
kind and line, and only where many families share them. Read a module that is not your own before you run it.
Exit codes: 0 done, 1 no whole release, 2 usage or a wrong module, 3 a limit was reached or there are too few families.`,
  )
  .action(async (release: string, options: ProjectOptions) => {
    process.exitCode = await (await import('./project.ts')).runProject(release, options);
  });

program
  .command('lab')
  .description(
    'the histories of a release under two or more policies: what differs, and what alarms were worth',
  )
  .argument('<release>', 'folder of a release')
  .option(
    '--policy <file>',
    'give it once for each policy; the others are compared with the first',
    several,
    [],
  )
  .option('--draws <n>', 'how often families are drawn again for the intervals', '1000')
  .option('--seed <s>', 'the same seed gives the same intervals', '1')
  .option('--horizon-days <n>', 'how long an alarm is held against what was recorded', '28')
  .option('--json', 'print one JSON object')
  .option('--out <file>', 'write the same object to a file, for the pages')
  .option(
    '--intervals <file>',
    'write every interval in which statuses differ, and the rules, as CSV; it is about single families and stays where the release stays',
  )
  .addHelpText(
    'after',
    `
Each policy sees at each instant what had been recorded by then, and no more. Facts and decisions stay as they are.
Exit codes: 0 done, 1 no whole release, 2 usage, 3 too few families for any figure.`,
  )
  .action(async (release: string, options: LabOptions) => {
    process.exitCode = await (await import('./lab.ts')).lab(release, options);
  });

program
  .command('serve')
  .description('start the monitor')
  .action(async () => {
    await (await import('../../src/main.ts')).run([]);
  });

async function print({ text, warning, exit }: Printed): Promise<void> {
  if (warning !== undefined) process.stderr.write(`waakvlam: ${warning}\n`);
  const out = standardOutput();
  for (const piece of typeof text === 'string' ? [text] : text) await out.write(piece);
  await out.write('\n');
  process.exitCode = exit;
}

process.stdout.on('error', endOn('standard output'));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) {
    process.stderr.write(`waakvlam: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && ['LogUnavailable', 'ReleaseRefused'].includes(error.name)) {
    process.stderr.write(`waakvlam: ${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
