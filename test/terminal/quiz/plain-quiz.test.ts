import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { plainQuiz } from '../../../src/terminal/quiz/plain-quiz.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { aSession } from '../../support/a-session.ts';
import { aCard, aDeck, writeDeck } from '../../support/deck-file.ts';
import { FakeTerminal } from '../../support/fake-terminal.ts';
import { runCli } from '../../support/run-cli.ts';
import { tempFolder } from '../../support/temp-home.ts';

/** Plays a quiz over the given cards with these lines on standard input; returns what was printed and what was saved. */
async function play(cards: readonly object[], lines: readonly string[], ...options: string[]) {
  const home = tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));
  const input = lines.map((line) => `${line}\n`).join('');
  const outcome = await runCli(['quiz', 'mine', '--seed', '1', ...options], { home, input });
  return { ...outcome, home, events: eventsIn(home) };
}

const names = ['', 'again', 'hard', 'good', 'easy'];

function eventsIn(home: string): string[] {
  let files: string[] = [];
  try {
    files = readdirSync(join(home, 'journal'));
  } catch {
    return [];
  }
  return files
    .flatMap((file) =>
      readFileSync(join(home, 'journal', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as { type: string; card?: string; grade?: number })
    .map(({ type, card, grade }) =>
      type === 'review' ? `${card} ${names[grade ?? 0]}` : `${type} ${card ?? ''}`.trim(),
    );
}

const card = (body: string, fields: object = {}) => aCard('mine', body, fields as never);
const letter = (out: string, text: string) => new RegExp(`([A-J])\\. ${text}`).exec(out)?.[1] ?? '?';

/** The letters under which texts stand: the same seed shows the same order again. */
async function letters(cards: readonly object[], texts: readonly string[]): Promise<string[]> {
  const { out } = await play(cards, []);
  return texts.map((text) => letter(out, text));
}

describe('a whole conversation for each kind', () => {
  test('basic', async () => {
    const fields = {
      why: 'Because.',
      examNote: 'Watch out.',
      sources: ['https://docs.aws.amazon.com/x'],
      asOf: '2026-11-20',
    };
    const { out, err, code, events } = await play([card('basic', fields)], ['', 'good']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "
      Deck mine, basics. Card 1 of 1.
      How long may a basic card be?
      Press Enter to see the answer, or u undo, s suspend, b bury, ? help, q quit:
      Answer: As long as one fact.
      Why: Because.
      In the exam: Watch out.
      Source: https://docs.aws.amazon.com/x, checked 2026-11-20
      Grade: 1 again <1m, 2 hard <10m, 3 good 2d, 4 easy 8d. Enter takes good.
      1 answer to 1 card (1 new), 100% right at first try, under a minute.
      Next due: in 2d (2026-11-22).
      "
    `);
    expect(events).toEqual(['mine-basic good']);
  });

  test('cloze', async () => {
    const { out, events } = await play(
      [card('cloze', { text: 'At most {{c1::14 days::how long}}.' })],
      ['', '1', '', '3'],
    );
    expect(out).toContain('At most [how long].');
    expect(out).toContain('Answer: 14 days');
    expect(events).toEqual(['mine-cloze#c1 again', 'mine-cloze#c1 good']);
  });

  test.each([
    ['right', 'The right one', 'Right.', 'good'],
    ['wrong', 'The wrong one', 'Wrong.', 'again'],
  ])('choice, %s', async (_, option, verdict, grade) => {
    const [answer = ''] = await letters([card('choice')], [option]);
    const { out, events } = await play([card('choice')], [answer.toLowerCase(), '']);
    expect(out.split('\n')).toContain(verdict);
    expect(out).toMatch(/Right: [A-C]\. The right one \(It is right\.\)/);
    expect(events[0]).toBe(`mine-choice ${grade}`);
  });

  test('choice of two takes its letters in any shape, and asks again for too few, too many and strangers', async () => {
    const [one = '', two = ''] = await letters([card('choices')], ['First right', 'Second right']);
    const wrong = ['', 'a', 'abc', 'az', 'aa'];
    const { out, events } = await play([card('choices')], [...wrong, `${two}, ${one}`, '']);
    expect(out).toContain('Type the letters of your choice (choose 2)');
    expect(out.match(/That is not 2 letters from A to D\./g)).toHaveLength(wrong.length);
    expect(events).toEqual(['mine-choices good']);
  });

  test.each([
    ['text', 'hard', 'Right.', 'good'],
    ['text', 'u', 'Wrong.', 'again'],
    ['text', '', 'Wrong.', 'again'],
    ['number', '0.25 mb', 'Right.', 'good'],
    ['number', '1 GB', 'Wrong.', 'again'],
  ])('%s "%s"', async (body, typed, verdict, grade) => {
    const { out, events } = await play([card(body)], [typed, '']);
    expect(out.split('\n')).toContain(verdict);
    expect(events[0]).toBe(`mine-${body} ${grade}`);
  });

  test('order', async () => {
    const steps = await letters([card('order')], ['One', 'Two', 'Three']);
    const right = await play([card('order')], [steps.join(' '), '']);
    expect(right.events).toEqual(['mine-order good']);
    const wrong = await play([card('order')], [[...steps].reverse().join(''), '', 'q']);
    expect(wrong.out).toContain('Not quite: 1 of 3.');
    expect(wrong.out).toContain('1: One\n2: Two\n3: Three');
    expect(wrong.events).toEqual(['mine-order again']);
  });

  test('match', async () => {
    const { out: shown } = await play([card('match')], []);
    const partner: Record<string, string> = { Queue: 'SQS', Topic: 'SNS', Bus: 'EventBridge' };
    const lefts = [...shown.matchAll(/Item \d: (\w+)/g)].map((match) => match[1] ?? '');
    const answer = lefts.map((left) => letter(shown, partner[left] ?? '')).join(',');
    const { out, events } = await play([card('match')], [answer, 'easy']);
    expect(out.split('\n')).toContain('Right.');
    expect(events).toEqual(['mine-match easy']);
  });
});

describe('grades', () => {
  test.each([
    ['1', 'again'],
    ['hard', 'hard'],
    ['GOOD', 'good'],
    ['4', 'easy'],
    ['', 'good'],
  ])('"%s" is %s', async (typed, grade) => {
    const { events } = await play([card('basic')], ['', typed]);
    expect(events[0]).toBe(`mine-basic ${grade}`);
  });

  test('anything else is asked again', async () => {
    const { out, events } = await play([card('basic')], ['', '5', 'nice', '3']);
    expect(out).toContain('"5" is no grade.\n');
    expect(out).toContain('"nice" is no grade.\n');
    expect(events).toEqual(['mine-basic good']);
  });

  test('two grades', async () => {
    const home = tempFolder('home');
    writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', [card('basic'), card('text')]));
    await runCli(['config', 'grades', 'two'], { home });
    const { out } = await runCli(['quiz', 'mine'], { home, input: '\n3\n4\n2\nsoft\n1\n:q\n' });
    expect(out).toMatch(/Grade: 1 again <1m, 2 good \dd\. Enter takes good\./);
    expect(eventsIn(home)).toEqual(['mine-basic good', 'mine-text again']);
  });
});

describe('commands', () => {
  test('undo asks the card again', async () => {
    const { out, events } = await play([card('basic'), card('cloze')], ['', '1', 'u', '', '4', 'q']);
    expect(out).toMatch(/Taken back: mine-\S+\.\n/);
    expect(events[1]).toBe('undo');
    expect(events[2]).toBe(`${events[0]?.split(' ')[0]} easy`);
  });

  test('undo takes back a suspension and a burial', async () => {
    const { out, events } = await play([card('basic')], ['s', 'q']);
    expect([out, events]).toEqual([expect.stringContaining('Suspended.'), ['suspend mine-basic']]);
    const two = await play([card('basic'), card('text')], ['s', ':u', 'b', ':u', 'q']);
    expect(two.out).toContain('No longer suspended: mine-');
    expect(two.out).toContain('No longer buried: mine-');
  });

  test('undo before the grade asks the same card again', async () => {
    const { out, events } = await play([card('text')], ['soft', 'u', 'hard', '']);
    expect(out).toContain('Taken back: answer again.');
    expect(events).toEqual(['mine-text good']);
  });

  test('undo with nothing to take back says so and asks on', async () => {
    const { out, events } = await play([card('basic')], ['undo', '', '3']);
    expect(out).toContain('There is no answer to take back.');
    expect(events).toEqual(['mine-basic good']);
  });

  test.each([
    ['s', 'Suspended.', 'suspend mine-basic'],
    ['suspend', 'Suspended.', 'suspend mine-basic'],
    ['b', 'Buried until tomorrow.', 'bury mine-basic'],
    ['Bury', 'Buried until tomorrow.', 'bury mine-basic'],
  ])('%s', async (typed, said, event) => {
    const { out, events } = await play([card('basic')], [typed]);
    expect(out).toContain(said);
    expect(events).toEqual([event]);
  });

  test('b names an option where there are options; bury is the word', async () => {
    const answered = await play([card('choice')], ['b', '']);
    expect(answered.events[0]).toMatch(/^mine-choice /);
    expect((await play([card('choice')], ['bury'])).events).toEqual(['bury mine-choice']);
  });

  test.each([
    ['text', 'Type your answer, or :u undo, :s suspend, :b bury, :? help, :q quit:'],
    ['choice', 'Type the letters of your choice, or u undo, s suspend, bury, ? help, q quit:'],
    ['basic', 'Press Enter to see the answer, or u undo, s suspend, b bury, ? help, q quit:'],
  ])('the prompt of a %s card names them as they are written there', async (kind, prompt) => {
    expect((await play([card(kind)], [])).out.split('\n')).toContain(prompt);
  });

  test('before a typed answer a colon makes a command', async () => {
    expect((await play([card('text')], [':s'])).events).toEqual(['suspend mine-text']);
    expect((await play([card('text')], ['s', '3'])).events).toEqual(['mine-text good']);
  });

  test('help tells what there is, and asks on', async () => {
    const { out } = await play([card('basic')], ['?', 'q']);
    expect(out).toContain('Commands: u undo, s suspend, b bury, ? help, q quit.');
    expect(out.match(/Press Enter to see the answer/g)).toHaveLength(2);
  });
});

describe('the end', () => {
  test.each([
    ['before the answer', [], []],
    ['before the grade', [''], []],
    ['after the first card', ['', '3'], ['mine-basic good']],
  ])('of input, %s: saves and exits with 0', async (_, lines, saved) => {
    const { code, err, events, out } = await play(
      [card('basic', { fact: 'one' }), card('text', { fact: 'two' })],
      lines,
      '--kind',
      'basic',
    );
    expect([code, err]).toEqual([0, '']);
    expect(events).toEqual(saved);
    expect(out).toMatch(saved.length === 0 ? /No card was answered\.\n$/ : /1 answer to 1 card/);
  });

  test.each([
    ['of input', []],
    ['by q', ['q']],
  ])(
    '%s after an answer that was graded at once: it counts as suggested, and that is said',
    async (_, lines) => {
      const { code, out, events } = await play([card('text')], ['soft', ...lines]);
      expect([code, events]).toEqual([0, ['mine-text again']]);
      expect(out).toMatch(/1 answer to 1 card .*\nThe answer that was not rated counts as again\./);
    },
  );

  test('a cram promises no days', async () => {
    const { out } = await play([card('basic')], ['', ''], '--cram');
    expect(out).toContain('Grade: 1 again <1m, 2 hard, 3 good, 4 easy. Enter takes good.');
  });

  test('a last line without its newline counts', async () => {
    const home = tempFolder('home');
    writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', [card('basic')]));
    await runCli(['quiz', 'mine'], { home, input: '\n4' });
    expect(eventsIn(home)).toEqual(['mine-basic easy']);
  });

  test('of the queue: the summary, and when the next card is due', async () => {
    const { out } = await play([card('basic')], ['', '']);
    expect(out).toMatch(/1 answer to 1 card \(1 new\)/);
    expect(out).toContain('Next due: in 2d (2026-11-22).');
  });
});

test('no color, no cursor movement, no escape sequence, whatever the deck holds', async () => {
  const evil = '\u001B[2J\u001B]0;pwned\u0007';
  const cards = [
    card('basic', {
      front: `F${evil}`,
      back: `B${evil}`,
      sources: [`https://x.example/${evil}`],
      asOf: '2026-11-20',
    }),
    card('number', { number: { value: 1, unit: `u${evil}` } }),
  ];
  const { out, err } = await play(cards, ['', '', '', '', '', '']);
  expect(out).toContain('Source: https://x.example/');
  expect(out + err).not.toContain('\u001B');
});

test('a card that another terminal answered meanwhile: the answer is not recorded, and that is said', async () => {
  const cards = [aCard('deck', 'basic'), aCard('deck', 'text')];
  const { study, folder, journal } = aSession(cards);
  const other = aSession(cards, { folder });
  const terminal = new FakeTerminal(80, 40);
  const theme = makeTheme({ colors: false, unicode: false });
  const over = plainQuiz({
    study,
    terminal,
    markdown: simpleMarkdown(theme),
    titles: new Map(),
    twoGrades: false,
  });
  terminal.input.write('\n');
  await terminal.settle();
  other.study.ask();
  other.study.grade(4);
  terminal.input.end('3\n:q\n');
  await over;
  await terminal.settle();
  expect(terminal.written).toMatch(/not recorded here\.\n\n.*\nWhich grade passes barely\?/);
  expect(journal.lastReviews(9)).toMatchObject([{ card: 'deck-basic', grade: 4 }]);
});
