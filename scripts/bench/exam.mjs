import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareInTerminal, inTurn, untilShown } from './measure.mjs';

const runs = 15;

/** A mock exam of 65 questions: how long until the page before the clock, and until the first question can be read. */
export function examRows(root) {
  const bin = join(root, 'bin/aws-study.mjs');
  const row = (name, text, before) => ({
    name: `start: ${name}`,
    async measure() {
      const home = mkdtempSync(join(tmpdir(), 'aws-study-bench-'));
      const env = { AWS_STUDY_HOME: home };
      // Another seed at each run: the first question is now of plain words, now one with code. Each begun run leaves an attempt.
      let seed = 0;
      const shown = () =>
        untilShown([bin, 'exam', 'DVA-C03', '--new', '--seed', String(++seed)], text, { env, before });
      const [bare, ours] = await inTurn(bareInTerminal, shown, runs);
      rmSync(home, { recursive: true, force: true });
      return {
        figure: `${(ours / bare).toFixed(2)}x`,
        bar: '2.2x',
        note: `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
      };
    },
  });
  return [
    row('page before a 65-question paper', 'nothing is saved yet'),
    // Enter is typed the moment the page is there: what the learner reads is no part of it, what the program does is.
    row('first question of it, Enter typed at once', 'question 1 of', {
      text: 'nothing is saved yet',
      keys: '\r',
    }),
  ];
}
