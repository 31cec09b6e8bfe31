import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { StudySession } from '../../src/study/study-session.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

/** What comes behind the first card: it hangs until it is let go. */
const calculators = vi.hoisted(() => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = () => {};
  const wanted = new Promise<void>((resolve) => {
    asked = resolve;
  });
  return { held, letGo, wanted, asked };
});

vi.mock('../../src/study/load-calculators.ts', () => ({
  loadCalculators: async () => {
    calculators.asked();
    await calculators.held;
  },
}));

vi.mock('../../src/terminal/quiz/plain-quiz.ts', () => ({
  // The learner answers, does not rate, and leaves while the calculators are being loaded.
  plainQuiz: async ({ study }: { study: StudySession }) => {
    study.ask();
    study.give(1);
    await calculators.wanted;
  },
}));

test('an answer that was given is recorded before anything is waited for: after a signal there is little time', async () => {
  const home = tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', [aCard('mine', 'text')]));
  const outcome = runCli(['quiz', 'mine'], { home });
  await calculators.wanted;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [file = ''] = readdirSync(join(home, 'journal'));
  expect(readFileSync(join(home, 'journal', file), 'utf8')).toContain('"card":"mine-text","grade":1');
  calculators.letGo();
  expect((await outcome).out).toContain('The answer that was not rated counts as again.');
});
