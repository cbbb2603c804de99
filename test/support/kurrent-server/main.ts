import { startKurrentServer } from './server.ts';

/**
 * A process of its own: `node main.ts [file] [port] [gate]`. Prints its address; what is acknowledged is in the file.
 * With a gate SIGUSR2 cuts every connection, and SIGUSR1 holds them, or lets them go.
 */
const [file, port, gate] = process.argv.slice(2);
const server = await startKurrentServer({
  ...(file !== undefined && { file }),
  ...(port !== undefined && { port: Number(port) }),
  hasGate: gate === 'gate',
  noise: 7,
});
let isHeld = false;
process.on('SIGUSR2', server.cut);
process.on('SIGUSR1', () => {
  isHeld = !isHeld;
  if (isHeld) server.hold();
  else server.letGo();
});
process.stdout.write(`${server.connection}\n`);
