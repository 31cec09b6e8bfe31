import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareInTerminal, inTurn, untilShown } from './measure.mjs';

const runs = 15;

/** A mock exam: how long until the first of 65 questions can be read. */
export function examRows(root) {
  const bin = join(root, 'bin/aws-study.mjs');
  return [
    {
      name: 'start: first question of a 65-question paper',
      async measure() {
        const home = mkdtempSync(join(tmpdir(), 'aws-study-bench-'));
        const env = { AWS_STUDY_HOME: home };
        // Another seed at each run: the first question is now of plain words, now one with code. Each run leaves an attempt.
        let seed = 0;
        const first = () =>
          untilShown([bin, 'exam', 'DVA-C03', '--new', '--seed', String(++seed)], 'leave', { env });
        const [bare, ours] = await inTurn(bareInTerminal, first, runs);
        rmSync(home, { recursive: true, force: true });
        return {
          figure: `${(ours / bare).toFixed(2)}x`,
          bar: '2.2x',
          note: `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
        };
      },
    },
  ];
}
