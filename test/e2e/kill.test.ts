import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBuilt } from '../support/clean-runs.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { answersIn, PseudoTerminal } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

const cards = Array.from({ length: 60 }, (_, index) =>
  aCard('mine', 'basic', { id: `mine-${index}`, front: `Question ${index}?`, back: `Answer ${index}.` }),
);

/** Cards whose next card was seen on the screen: their answers were acknowledged. */
async function answerUntilKilled(home: string, afterMs: number): Promise<string[]> {
  const term = new PseudoTerminal(['quiz', 'mine', '--new', '60'], { home });
  const seen: string[] = [];
  await term.shows(/Question \d+\?/);
  const timer = setTimeout(() => term.kill('SIGKILL'), afterMs);
  while (!term.isOver) {
    const question = /Question (\d+)\?/.exec(term.text())?.[1];
    if (question !== undefined && seen.at(-1) !== `mine-${question}`) {
      seen.push(`mine-${question}`);
      term.send('space 3');
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  clearTimeout(timer);
  await term.exited;
  return seen.slice(0, -1);
}

// The moments are spread over what a session does: the first answer (which makes the device's name), the many after it.
test.each(Array.from({ length: 20 }, (_, round) => 5 + round * 12 + Math.floor(Math.random() * 12)))(
  'kill -9 after %i ms: every answer whose next card was shown is in the journal',
  async (afterMs) => {
    const home = tempFolder('home');
    writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));
    const acknowledged = await answerUntilKilled(home, afterMs);
    const after = runBuilt(home, ['--json']);
    expect(after.status).toBe(0);
    const { answeredToday } = JSON.parse(after.stdout) as { answeredToday: number };
    expect(answeredToday).toBeGreaterThanOrEqual(acknowledged.length);
    if (answeredToday > 0) {
      const kept = answersIn(home).map((line) => line.split(' ')[0]);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      expect(new Set(kept).size).toBe(kept.length);
    }
    // The next session goes on: what a kill left behind, such as a lock, is in nobody's way.
    const next = runBuilt(home, ['review', 'mine-59', 'good', '--json']);
    expect([next.status, next.stderr]).toEqual([0, '']);
  },
);
