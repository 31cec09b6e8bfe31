/**
 * Runs the laws (the tests that use fast-check) round after round, each from another seed, and says which seeds failed.
 * `npm run soak` goes five rounds, `npm run soak -- 100` a hundred.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rounds = Number(process.argv[2] ?? 5);
const laws = readdirSync('test', { recursive: true })
  .map((name) => join('test', name))
  .filter((name) => name.endsWith('.test.ts') && readFileSync(name, 'utf8').includes("from 'fast-check'"));
const vitest = join('node_modules', 'vitest', 'vitest.mjs');

const failed = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  // One process for all files, as most of a round would be spent on starting them.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'rooms', '--no-isolate', '--reporter', 'dot', ...laws],
    { env: { ...process.env, AWS_STUDY_SEED: String(seed), NO_COLOR: '1' }, encoding: 'utf8' },
  );
  console.log(`round ${round} of ${rounds}, seed ${seed}: ${status === 0 ? 'holds' : 'FAILS'}`);
  if (status !== 0) {
    failed.push(seed);
    console.log(`${stdout}\n${stderr}`);
  }
}
if (failed.length > 0) {
  console.log(
    `\nTo repeat: ${failed.map((seed) => `AWS_STUDY_SEED=${seed} npm test`).join('\n           ')}`,
  );
  process.exitCode = 1;
}
