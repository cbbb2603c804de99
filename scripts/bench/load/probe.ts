/** Loaded into the server: tells how much memory and processor time it took, when it is asked; without garbage if asked so. */
process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ asked, rss, heapUsed, processorMs: (user + system) / 1000 });
});
// Listening must not keep a server alive that was told to end; without whoever asks it has no use.
process.channel?.unref();
process.once('disconnect', () => process.exit(0));
