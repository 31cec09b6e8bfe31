/** Replaced at build by the version in package.json. */
declare const VERSION: string;

const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Asked for by scripts and shells: not worth loading a command tree.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    // The words of host.ts, which is not loaded here.
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(
      `error: standard output takes nothing more (${code}).\nhint: Make room where it goes, or send it somewhere else.\n`,
    );
    process.exit(2);
  });
  process.stdout.write(`${VERSION}\n`);
} else {
  const [{ createHost }, { main }] = await Promise.all([import('./host.ts'), import('./main.ts')]);
  process.exitCode = await main(args, createHost(process), VERSION);
}
