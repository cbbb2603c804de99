import { startKurrentServer } from './server.ts';

/** A process of its own: `node main.ts [file] [port] [gate]`. Prints its address; what is acknowledged is in the file. */
const [file, port, gate] = process.argv.slice(2);
const server = await startKurrentServer({
  ...(file !== undefined && { file }),
  ...(port !== undefined && { port: Number(port) }),
  hasGate: gate === 'gate',
  noise: 7,
});
process.stdout.write(`${server.connection}\n`);
