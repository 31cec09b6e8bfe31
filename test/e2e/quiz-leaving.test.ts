import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { answersIn, PseudoTerminal } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

/** A quiz in a terminal of its own; several may share a home. */
function quiz(cards: readonly object[], home = tempFolder('home')) {
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));
  return { home, term: new PseudoTerminal(['quiz', 'mine', '--seed', '1'], { home }) };
}

const ways = [
  ['Ctrl-C', 130, (term: PseudoTerminal) => term.send('ctrl-c')],
  ['SIGTERM', 143, (term: PseudoTerminal) => term.kill('SIGTERM')],
  ['q', 0, (term: PseudoTerminal) => term.send('q')],
] as const;

test.each(ways)(
  'quiz, %s after an answer that was graded at once: it is recorded',
  async (_, code, leave) => {
    const { term, home } = quiz([aCard('mine', 'text'), aCard('mine', 'basic')]);
    await term.shows('enter check');
    term.type('soft');
    await term.shows('soft');
    term.send('enter');
    await term.shows('1 again');
    leave(term);
    expect(await term.exited).toBe(code);
    await term.rests();
    expect(term.text()).toContain('The answer that was not rated counts as again.');
    expect(term.text()).toContain('2 cards left: go on with "aws-study quiz mine".');
    expect(answersIn(home)).toEqual(['mine-text 1']);
  },
);

test.each(ways)('quiz, %s after a card was revealed: it is not', async (_, code, leave) => {
  const { term } = quiz([aCard('mine', 'basic')]);
  await term.shows('show answer');
  term.send('space');
  await term.shows('1 again');
  leave(term);
  expect(await term.exited).toBe(code);
  await term.rests();
  expect(term.text()).toContain('No card was answered.');
});

test.each(ways)('drill, %s after the answer: it is recorded', async (_, code, leave) => {
  const home = tempFolder('home');
  const term = new PseudoTerminal(['drill', 'sqs', '--seed', '1'], { home });
  await term.shows('enter check');
  term.send('?');
  await term.shows('1 again');
  leave(term);
  expect(await term.exited).toBe(code);
  await term.rests();
  expect(term.text()).toContain('The answer that was not rated counts as again.');
  expect(answersIn(home)).toEqual([expect.stringMatching(/^drill:sqs-\S+ 1$/)]);
});

test('u takes back what this terminal did, never what another one did since', async () => {
  const cards = [0, 1, 2, 3].map((index) =>
    aCard('mine', 'basic', { id: `mine-${index}`, front: `Question ${index}?` }),
  );
  const { home, term: one } = quiz(cards);
  await one.shows('Question 0?');
  const two = quiz(cards, home).term;
  await two.shows('Question 0?');
  one.send('space 3');
  await one.shows('Question 1?');
  two.send('u');
  await two.shows('There is no answer to take back.');
  // The same card stood in both terminals: it is answered once.
  two.send('space 4');
  await two.shows('Question 1?');
  await two.shows('Answered in another terminal before: not recorded here.');
  one.send('u');
  await one.shows('Taken back.');
  await one.shows('Question 0?');
  one.send('u');
  await one.shows('There is no answer to take back.');
  one.send('q');
  two.send('q');
  await Promise.all([one.exited, two.exited]);
  await two.rests();
  expect(two.text()).toContain('1 answer not recorded: another terminal had answered before.');
  // The journal keeps what was taken back.
  expect(answersIn(home)).toEqual(['mine-0 3']);
});

test('s after an answer that was graded at once: the answer is recorded, and the card is suspended', async () => {
  const { term, home } = quiz([aCard('mine', 'choice'), aCard('mine', 'basic')]);
  await term.shows('enter check');
  term.send('a enter');
  await term.shows('2 hard');
  term.send('s');
  await term.shows('Suspended:');
  term.send('q');
  expect(await term.exited).toBe(0);
  expect(answersIn(home)).toEqual([expect.stringMatching(/^mine-choice [13]$/)]);
});

test('e on a shipped card says that the program has to be built', async () => {
  const home = tempFolder('home');
  const term = new PseudoTerminal(['quiz', 'sqs', '--kind', 'basic'], { home, env: { EDITOR: 'true' } });
  await term.shows('show answer');
  term.send('e');
  await term.shows('Edited decks/sqs.yaml; it is compiled in, so build');
  term.send('q');
  expect(await term.exited).toBe(0);
});
