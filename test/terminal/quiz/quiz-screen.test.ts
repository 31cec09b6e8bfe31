import { describe, expect, test } from 'vitest';
import { gradeNames } from '../../../src/domain/scheduling/memory.ts';
import { UserError } from '../../../src/errors.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import type { QuizScreenParts } from '../../../src/terminal/quiz/quiz-parts.ts';
import { quizScreen } from '../../../src/terminal/quiz/quiz-screen.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { widthOf } from '../../../src/terminal/wrap.ts';
import { aSession, type SessionOptions } from '../../support/a-session.ts';
import { aCard } from '../../support/deck-file.ts';
import { PlayedScreen } from '../../support/play-screen.ts';

const theme = makeTheme({ colors: false, unicode: false });

/** A quiz over cards of the given bodies, in that order. */
function quiz(cards: readonly object[], parts: Partial<QuizScreenParts> = {}, options: SessionOptions = {}) {
  const desk = aSession(cards, options);
  const first = desk.study.ask();
  if (first === undefined) throw new Error('nothing to ask');
  const screen = new PlayedScreen(
    quizScreen(
      {
        study: desk.study,
        theme,
        markdown: () => simpleMarkdown(theme),
        titles: new Map([['deck', 'The Deck']]),
        twoGrades: false,
        opener: {
          edit: (file, line, readAgain) => `Edited ${file}:${line}; ${readAgain}.`,
          browse: (url) => `Opening ${url}`,
        },
        fileOf: () => ({ path: 'decks/deck.yaml', readAgain: 'read at once' }),
        ...parts,
      },
      first,
    ),
  );
  const answers = () =>
    [...desk.journal.lastReviews(100)].reverse().map(({ card, grade }) => `${card} ${gradeNames[grade]}`);
  return { ...desk, screen, answers };
}

const card = (body: string, fields: object = {}) => aCard('deck', body, fields as never);

describe('reveal and rate', () => {
  test('the question, then the answer with the four futures', () => {
    const { screen } = quiz([
      card('basic', { why: 'Because.', sources: ['https://docs.aws.amazon.com/x.html'], asOf: '2026-11-20' }),
    ]);
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        How long may a basic card be?

       space show answer
       u undo   s suspend   b bury   ? help   q quit
      "
    `);
    expect(screen.press('space').shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        How long may a basic card be?

        As long as one fact.

        Because.

        docs.aws.amazon.com/x.html
        checked 2026-11-20

       1 again <1m   2 hard <10m   >3 good 2d   4 easy 8d
       u undo   s suspend   b bury   ? help   q quit
      "
    `);
  });

  test.each([
    ['1', 'again'],
    ['2', 'hard'],
    ['3', 'good'],
    ['4', 'easy'],
    ['return', 'good'],
    ['space', 'good'],
  ])('%s records %s before the next card is shown', (key, grade) => {
    const { screen, answers } = quiz([card('basic'), card('choice')]);
    screen.press(`return ${key}`);
    expect(answers()).toEqual([`deck-basic ${grade}`]);
    expect(screen.shown()).toContain('Which one is right?');
  });

  test('rating before the answer was seen does nothing', () => {
    const { screen, answers } = quiz([card('basic')]);
    screen.press('1 2 3 4');
    expect(answers()).toEqual([]);
    expect(screen.shown()).not.toContain('As long as one fact.');
  });

  test('again comes back at the end, and then the session is over', () => {
    const { screen, answers, clock } = quiz([card('basic'), card('text')]);
    screen.press('space 1');
    screen.type('hard').press('return return');
    clock.pass(61_000);
    expect(screen.shown()).toContain('How long may a basic card be?');
    screen.press('space 3');
    expect(screen.result).toEqual({ why: 'done' });
    expect(answers()).toEqual(['deck-basic again', 'deck-text good', 'deck-basic good']);
  });

  test('a cloze shows its blank, and the answer alone', () => {
    const { screen } = quiz([card('cloze')]);
    expect(screen.shown()).toContain('message [how long] by default');
    expect(screen.press('space').shown()).toContain('\n  4 days\n');
  });

  test('a cram promises no days, as it stores none; what comes back in the session is told', () => {
    const { screen } = quiz([card('basic')], {}, { cram: true });
    expect(screen.press('space').shown()).toContain('\n 1 again <1m   2 hard <10m   >3 good   4 easy\n');
    // Nor does it say that anything is due.
    expect(screen.frame().head[0]).toMatch(/1\/1 -{10} {3}cram $/);
  });

  test('a cram records answers that change no memory', () => {
    const { screen, journal, answers } = quiz([card('basic')], {}, { cram: true });
    screen.press('space 1');
    expect(answers()).toEqual(['deck-basic again']);
    expect(journal.read().progress.cards.size).toBe(0);
  });
});

const letterOf = (screen: PlayedScreen<unknown, unknown>, text: string): string => {
  const line = screen
    .shown()
    .split('\n')
    .find((one) => one.includes(`. ${text}`));
  const letter = /([A-J])\. /.exec(line?.slice(0, line.indexOf(text) ?? 0) ?? '')?.[1];
  if (letter === undefined) throw new Error(`"${text}" is not on the screen`);
  return letter.toLowerCase();
};

describe('choice of one', () => {
  test('right: marked, and good is suggested', () => {
    const { screen, answers } = quiz([card('choice')]);
    screen.press(`${letterOf(screen, 'The right one')} return`);
    expect(screen.shown()).toContain('+ Right.');
    expect(screen.shown()).toContain('>3 good');
    screen.press('return');
    expect(answers()).toEqual(['deck-choice good']);
  });

  test('wrong: both are marked in words, every why is shown, and again is suggested', () => {
    const { screen, answers } = quiz([card('choice')]);
    screen.press(`${letterOf(screen, 'The wrong one')} return`);
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        Which one is right?

        x Wrong.

          A. The other one
             It is wrong too.

        o B. The right one (right answer)
             It is right.

        x C. The wrong one (your answer)
             It is wrong.

       >1 again <1m   2 hard <10m   3 good 2d   4 easy 8d
       u undo   s suspend   b bury   ? help   q quit
      "
    `);
    screen.press('return');
    expect(answers()).toEqual(['deck-choice again']);
  });

  test('the grade can be overridden', () => {
    const { screen, answers } = quiz([card('choice')]);
    screen.press(`${letterOf(screen, 'The wrong one')} return 2`);
    expect(answers()).toEqual(['deck-choice hard']);
  });

  test('arrows and Enter alone are enough', () => {
    const { screen, answers } = quiz([card('choice')]);
    const steps = 'abc'.indexOf(letterOf(screen, 'The right one'));
    for (let step = 0; step < steps; step += 1) screen.press('down');
    screen.press('return return return');
    expect(answers()).toEqual(['deck-choice good']);
  });

  test('the pointer goes round, and a second letter moves the choice', () => {
    const { screen } = quiz([card('choice')]);
    expect(screen.press('up').shown()).toMatch(/> \( \) C\./);
    expect(screen.press('down').shown()).toMatch(/> \( \) A\./);
    const shown = screen.press('a b').shown();
    expect(shown).toMatch(/\( \) A\./);
    expect(shown).toMatch(/\(\*\) B\./);
  });

  test('Enter without a pick takes the option under the pointer, and only the next one checks it', () => {
    const { screen } = quiz([card('choice')]);
    expect(screen.press('return').shown()).toMatch(/> \(\*\) A\./);
  });
});

describe('choice of two', () => {
  test('enforces the count', () => {
    const { screen } = quiz([card('choices')]);
    expect(screen.shown()).toContain('Choose 2.');
    expect(screen.press('a return').shown()).toContain('Choose 1 more.');
    expect(screen.press('b c').shown()).toContain('Only 2 can be chosen: take one back first.');
    expect(
      screen
        .press('a')
        .shown()
        .match(/\(\*\)/g),
    ).toHaveLength(1);
    expect(screen.press('backspace').shown()).not.toContain('(*)');
  });

  test('one of two is wrong, and said so', () => {
    const { screen, answers } = quiz([card('choices')]);
    screen.press(`${letterOf(screen, 'First right')} ${letterOf(screen, 'First wrong')} return`);
    expect(screen.shown()).toContain('x Not quite: 1 of 2.');
    expect(screen.shown()).toContain(`o ${letterOf(screen, 'Second right').toUpperCase()}`);
    screen.press('return');
    expect(answers()).toEqual(['deck-choices again']);
  });

  test('both are right in either order', () => {
    const { screen, answers } = quiz([card('choices')]);
    screen.press(`${letterOf(screen, 'Second right')} ${letterOf(screen, 'First right')} return return`);
    expect(answers()).toEqual(['deck-choices good']);
  });
});

describe('typed answers', () => {
  test.each([
    ['text', 'hard', 'good'],
    ['text', 'HARD!', 'good'],
    ['text', 'soft', 'again'],
    ['number', '256', 'good'],
    ['number', '256 kb', 'good'],
    ['number', '0.25 MB', 'good'],
    ['number', '256 MB', 'again'],
    ['number', 'many', 'again'],
  ])('%s: "%s" suggests %s', (body, typed, grade) => {
    const { screen, answers } = quiz([card(body)]);
    screen.type(typed).press('return return');
    expect(answers()).toEqual([`deck-${body} ${grade}`]);
  });

  test('Enter on nothing is asked about once, then shows the answer as forgotten', () => {
    const { screen, answers } = quiz([card('text')]);
    screen.press('return');
    expect(screen.shown()).toContain('Type an answer; Enter again shows it.');
    screen.press('return return');
    expect(answers()).toEqual(['deck-text again']);
  });

  test('u before the grade asks the same card again; nothing was recorded', () => {
    const { screen, answers } = quiz([card('text')]);
    screen.type('soft').press('return u');
    expect(screen.shown()).toContain('Taken back: answer again.');
    expect(answers()).toEqual([]);
    screen.type('hard').press('return return');
    expect(answers()).toEqual(['deck-text good']);
  });

  test('what is typed may hold every command key', () => {
    const { screen, answers } = quiz([card('text', { accept: ['q u s b o e ? 1'] })]);
    screen.type('q u s b o e ? 1').press('return return');
    expect(answers()).toEqual(['deck-text good']);
  });

  test('a wrong answer stands beside the expected one as it was typed', () => {
    const { screen } = quiz([card('text')]);
    expect(screen.type('hXRd').press('return').shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        Which grade passes barely?

        x Wrong.

        expected  hard
        you typed h[X]Rd

       >1 again <1m   2 hard <10m   3 good 2d   4 easy 8d
       u undo   s suspend   b bury   ? help   q quit
      "
    `);
  });

  test('a long answer is wrapped, not cut', () => {
    const long = Array.from({ length: 20 }, (_, index) => `word${index}`).join(' ');
    const { screen } = quiz([card('text', { accept: [long] })]);
    screen.size = { columns: 40, rows: 60 };
    screen.type(`${long} and more`).press('return');
    for (const line of screen.shown().split('\n')) expect(widthOf(line)).toBeLessThan(40);
    expect(screen.shown()).toContain('word19');
  });

  test('escape frees the keys; Enter types again, from an empty line', () => {
    const { screen, answers } = quiz([card('text'), card('basic')]);
    screen.type('abc').press('escape');
    expect(screen.frame().input).toBeUndefined();
    expect(screen.shown()).toContain('enter type again');
    screen.press('return');
    expect(screen.frame().input?.line).toBe('');
    screen.type('hard').press('escape s');
    expect(answers()).toEqual([]);
    expect(screen.shown()).toContain('Suspended');
    expect(screen.shown()).toContain('How long may a basic card be?');
  });
});

describe('order and match', () => {
  test('placing shows the places, and right is right', () => {
    const { screen, answers } = quiz([card('order')]);
    const keys = ['One', 'Two', 'Three'].map((item) => letterOf(screen, item));
    screen.press(keys[0] ?? '');
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        Count.

          1. B. One
        > 2. ...
          3.

          A. Three
        > B. One
          C. Two

       a-c place next   backspace take back   enter check
       ? help   q quit
      "
    `);
    screen.press(`${keys[1]} ${keys[2]} return`);
    expect(screen.shown()).toContain('+ Right.');
    screen.press('return');
    expect(answers()).toEqual(['deck-order good']);
  });

  test('a wrong order names what was placed instead', () => {
    const { screen, answers } = quiz([card('order')]);
    const keys = ['Two', 'One', 'Three'].map((item) => letterOf(screen, item));
    screen.press(`${keys.join(' ')} return`);
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       The Deck - basics          1/1 ----------   new 1 - due 0
      -----------------------------------------------------------

        Count.

        x Not quite: 1 of 3.

        x 1. One
           not Two
        x 2. Two
           not One
        + 3. Three

       >1 again <1m   2 hard <10m   3 good 2d   4 easy 8d
       u undo   s suspend   b bury   ? help   q quit
      "
    `);
    screen.press('return');
    expect(answers()).toEqual(['deck-order again']);
  });

  test('an unfinished order is not checked; backspace takes the last one back', () => {
    const { screen } = quiz([card('order')]);
    expect(screen.press('a return').shown()).toContain('2 still to place.');
    expect(screen.press('backspace return').shown()).toContain('3 still to place.');
    expect(screen.press('space down space down space return').shown()).toMatch(/Right|Not quite/);
  });

  test('match: partners in the order of the items', () => {
    const { screen, answers } = quiz([card('match')]);
    const partner: Record<string, string> = { Queue: 'SQS', Topic: 'SNS', Bus: 'EventBridge' };
    const lefts = screen.shown().match(/(Queue|Topic|Bus)(?= ->)/g) ?? [];
    expect(lefts).toHaveLength(3);
    screen.press(`${lefts.map((left) => letterOf(screen, partner[left] ?? '')).join(' ')} return return`);
    expect(answers()).toEqual(['deck-match good']);
  });

  test('match: wrong pairs say what is right', () => {
    const { screen } = quiz([card('match')]);
    const lefts = screen.shown().match(/(Queue|Topic|Bus)(?= ->)/g) ?? [];
    const partner: Record<string, string> = { Queue: 'SNS', Topic: 'SQS', Bus: 'EventBridge' };
    screen.press(`${lefts.map((left) => letterOf(screen, partner[left] ?? '')).join(' ')} return`);
    const shown = screen.shown();
    expect(shown).toContain('x Not quite: 1 of 3.');
    expect(shown).toContain('x Queue -> SQS\n     not SNS');
    expect(shown).toContain('+ Bus -> EventBridge');
  });

  test('items with line breaks stay on the line of their place', () => {
    const { screen } = quiz([card('order', { steps: ['One\nin two lines', 'Two', 'Three'] })]);
    screen.press(letterOf(screen, 'One'));
    expect(screen.shown()).toMatch(/1\. [A-C]\. One in two lines\n/);
  });
});

describe('commands', () => {
  test('undo takes back the last answer and asks that card again, as often as there are answers', () => {
    const { screen, answers } = quiz([card('basic'), card('order')]);
    screen.press('space 3');
    screen.press('u');
    expect(answers()).toEqual([]);
    expect(screen.shown()).toContain('Taken back.');
    expect(screen.shown()).toContain('How long may a basic card be?');
    expect(screen.press('u').shown()).toContain('There is no answer to take back.');
    screen.press('space 4');
    expect(answers()).toEqual(['deck-basic easy']);
  });

  test('undo takes back a suspension and a burial too, and says which', () => {
    const { screen, journal } = quiz([card('basic'), card('cloze'), card('text')]);
    screen.press('s space b');
    expect(screen.press('escape u').shown()).toContain('No longer buried.');
    expect(screen.shown()).toContain('A queue keeps a message');
    expect(screen.press('u').shown()).toContain('No longer suspended.');
    expect(screen.shown()).toContain('How long may a basic card be?');
    expect(journal.read().progress.cards.size).toBe(0);
  });

  test('undo of an answer of an earlier session says so, with its day', () => {
    const one = quiz([card('basic'), card('cloze')]);
    one.screen.press('space 3 q');
    const { screen } = quiz([card('basic'), card('cloze')], {}, { folder: one.folder });
    expect(screen.shown()).toContain('A queue keeps a message');
    expect(screen.press('u').shown()).toContain('Taken back: earlier session, 2026-11-20.');
    expect(screen.shown()).toContain('How long may a basic card be?');
  });

  test('suspend and bury leave the card out, and say so on the next one', () => {
    const { screen, journal, answers } = quiz([card('basic'), card('cloze'), card('text')]);
    expect(screen.press('s').shown()).toContain('Suspended: "aws-study unsuspend"');
    expect(screen.press('space b').shown()).toContain('Buried until tomorrow; u takes it back.');
    // Where one types, letters are letters.
    expect(screen.press('b').shown()).toContain('Buried until tomorrow; esc u takes it back.');
    const { cards } = journal.read().progress;
    expect(cards.get('deck-basic')?.suspended).toBe(true);
    expect(cards.get('deck-cloze#c1')?.buriedUntil).toBe(20_778);
    expect(answers()).toEqual([]);
  });

  test('suspending the last card ends the session', () => {
    const { screen } = quiz([card('basic')]);
    expect(screen.press('s').result).toEqual({ why: 'done' });
  });

  test('help opens on ? and any key closes it, without doing what the key does', () => {
    const { screen, answers } = quiz([card('basic')]);
    expect(screen.press('?').shown()).toMatchInlineSnapshot(`
      "
       Keys

        space, enter   show the answer; then: take the marked
                       grade
        1 2 3 4        again, hard, good, easy (hard is a pass)
        a b c ...      choose an option, or place the next item
        up, down       move; j and k scroll a long card
        page up, down  turn the pages of a long card
        backspace      take the last placed item back
        u              take back the last answer, suspend or
                       bury, as often as you like
        s              suspend this card: ask it no more
        b              bury it until tomorrow
        o              open the card's source in your browser
        e              open the card's file in $EDITOR
        q, ctrl-c      quit; every answer you gave is saved

       any key goes back
      "
    `);
    expect(screen.press('q').result).toBeUndefined();
    expect(screen.shown()).toContain('How long may a basic card be?');
    screen.press('space ? 3');
    expect(answers()).toEqual([]);
    expect(screen.shown()).toContain('As long as one fact.');
  });

  test('o names the source, e the file and line', () => {
    const { screen } = quiz([card('basic', { sources: ['https://docs.aws.amazon.com/x.html'] })]);
    expect(screen.press('o').shown()).toContain('Opening https://docs.aws.amazon.com/x.html');
    expect(screen.press('e').shown()).toContain('Edited decks/deck.yaml:7; read at once.');
    const bare = quiz([card('basic')], { fileOf: () => undefined }).screen;
    expect(bare.press('o').shown()).toContain('This card names no source.');
    expect(bare.press('e').shown()).toContain('This card has no file.');
  });

  test('letters that name an option are options, also b and e', () => {
    const options = ['One', 'Two', 'Three', 'Four', 'Five'].map((text, index) => ({
      text,
      correct: index === 0,
    }));
    const { screen, journal } = quiz([card('choice', { options })]);
    expect(screen.press('b').shown()).toMatch(/\(\*\) B\./);
    expect(screen.press('e').shown()).toMatch(/\(\*\) E\./);
    expect(journal.read().progress.cards.size).toBe(0);
    screen.press('return b');
    expect(screen.result).toEqual({ why: 'done' });
    expect(journal.read().progress.cards.get('deck-choice')?.buriedUntil).toBe(20_778);
  });

  test.each([
    ['q', (screen: PlayedScreen<unknown, unknown>) => screen.press('q')],
    ['Ctrl-D', (screen: PlayedScreen<unknown, unknown>) => screen.ctrl('d')],
  ])('%s quits', (_, quit) => {
    const { screen } = quiz([card('basic')]);
    quit(screen);
    expect(screen.result).toEqual({ why: 'quit' });
  });

  test.each<[string, (screen: PlayedScreen<unknown, unknown>) => unknown]>([
    ['q', (screen) => screen.press('q')],
    ['Ctrl-D', (screen) => screen.ctrl('d')],
  ])('%s after an answer that was graded at once records it as suggested', (_, leave) => {
    for (const [typed, grade] of [
      ['hard', 'good'],
      ['soft', 'again'],
    ] as const) {
      const { screen, answers } = quiz([card('text'), card('basic')]);
      screen.type(typed).press('return');
      leave(screen);
      expect(screen.result).toEqual({ why: 'quit' });
      expect(answers()).toEqual([`deck-text ${grade}`]);
    }
  });

  test('q after an answer was taken back before its grade records nothing', () => {
    const { screen, answers } = quiz([card('choice')]);
    screen.press('a return u q');
    expect(screen.result).toEqual({ why: 'quit' });
    expect(answers()).toEqual([]);
  });

  test.each(['basic', 'cloze'])('q after a %s card was revealed records nothing', (kind) => {
    const { screen, answers } = quiz([card(kind)]);
    screen.press('space q');
    expect(answers()).toEqual([]);
  });

  test('a disk that refuses at leaving is told', () => {
    const { screen, journal } = quiz([card('text')]);
    screen.type('hard').press('return');
    Object.assign(journal, {
      append: () => {
        throw new UserError('the disk is full.', 'Free some space.');
      },
    });
    expect(screen.press('q').result).toMatchObject({ why: 'trouble' });
  });

  test('other keys with Ctrl do nothing', () => {
    const { screen, answers } = quiz([card('basic')]);
    screen.press('space').ctrl('u').ctrl('s').ctrl('b');
    expect(answers()).toEqual([]);
    expect(screen.result).toBeUndefined();
  });

  test('a disk that refuses ends the screen with its words, and the card stays unanswered', () => {
    const { screen, journal } = quiz([card('basic')]);
    const refuse = () => {
      throw new UserError('the disk is full.', 'Free some space.');
    };
    Object.assign(journal, { append: refuse });
    screen.press('space 3');
    expect(screen.result).toMatchObject({ why: 'trouble', error: { message: 'the disk is full.' } });
  });
});

test('two grades: 1 again, 2 good, and nothing else', () => {
  const { screen, answers } = quiz([card('basic'), card('cloze')], { twoGrades: true });
  expect(screen.press('space').shown()).toContain('1 again <1m   >2 good');
  screen.press('3 4');
  expect(answers()).toEqual([]);
  screen.press('2 space 1');
  expect(answers()).toEqual(['deck-basic good', 'deck-cloze#c1 again']);
  expect(screen.press('?').shown()).toContain('again, good');
});

test('a card that changed since it was answered says so', () => {
  const { screen, journal, clock } = quiz([card('basic'), card('basic', { id: 'deck-other' })]);
  journal.append(
    { type: 'review', card: 'deck-other', grade: 3, hash: 'another' },
    { at: clock.now(), tz: 0, day: 20_700 },
  );
  expect(screen.press('space 3').shown()).toContain('This card changed since you last saw it.');
});

describe('the head', () => {
  const long = 'Encryption and secrets: KMS, Secrets Manager, Parameter Store, ACM';
  const headAt = (columns: number, title: string, topic: string) => {
    const { screen } = quiz([card('basic', { topic }), card('cloze')], {
      titles: new Map([['deck', title]]),
    });
    screen.size = { columns, rows: 24 };
    return screen.frame().head[0];
  };

  test.each([
    [100, 'The Deck', 'keys', /^ The Deck - keys {52}1\/3 -{10} {3}new 3 - due 0 $/],
    [40, 'The Deck', 'keys', /^ The Deck - keys {19}1\/3 $/],
    [60, long, 'keys', /^ Encryption and secrets - keys {25}1\/3 $/],
    [40, long, 'keys', /^ Encryption and secrets - keys {5}1\/3 $/],
    [40, 'Simple Notification Service and Email', 'keys', /^ Simple Notification Se... - keys {2}1\/3 $/],
    [40, long, 'envelope-keys', /^ Encryption an... - envelope-keys {2}1\/3 $/],
    [40, long, 'envelope-encryption', /^ Encrypt... - envelope-encryption {2}1\/3 $/],
    [40, long, 'a-topic-that-is-longer-than-the-window', /^ a-topic-that-is\.\.\.\S+ {2}1\/3 $/],
    [100, long, 'envelope-keys', /^ Encryption and secrets - envelope-keys {29}1\/3 -{10} /],
  ])('at %i columns: "%s", %s', (columns, title, topic, line) => {
    expect(headAt(columns, title, topic)).toMatch(line);
  });
});

test.each([
  [40, 15],
  [40, 24],
  [60, 30],
  [100, 30],
  [200, 50],
])('nothing is wider than %i columns, in any state of any kind', (columns, rows) => {
  const long =
    'a long text with arn:aws:iam::123456789012:role/very-long-role-name-without-any-break and more words';
  const cards = [
    card('basic', {
      front: long,
      back: long,
      why: long,
      examNote: long,
      sources: [`https://docs.aws.amazon.com/${'x'.repeat(90)}`],
      asOf: '2026-11-20',
    }),
    card('choice', {
      options: [1, 2, 3].map((n) => ({ text: `${n} ${long}`, correct: n === 1, why: long })),
    }),
    card('text', { front: long, accept: [long] }),
    card('order', { steps: [1, 2, 3].map((n) => `${n} ${long}`) }),
    card('match', { pairs: [1, 2, 3].map((n) => ({ left: `${n} ${long}`, right: `${long} ${n}` })) }),
  ];
  for (const one of cards) {
    const { screen } = quiz([one], { titles: new Map([['deck', long]]) });
    screen.size = { columns, rows };
    const keys = ['?', 'escape', 'a', 'return', 'b', 'c', 'return', 'o', 'space'];
    const check = () => {
      for (const line of screen.shown().split('\n')) expect(widthOf(line)).toBeLessThan(columns);
      expect(screen.shown().trim().split('\n').length).toBeLessThan(rows);
    };
    check();
    for (const key of keys) {
      if (screen.result !== undefined) break;
      screen.press(key);
      if (screen.result === undefined) check();
    }
  }
});

test('the source is shortened so that the day of its check has room', () => {
  const { screen } = quiz([
    card('basic', { sources: [`https://docs.aws.amazon.com/${'x'.repeat(90)}`], asOf: '2026-11-20' }),
  ]);
  screen.size = { columns: 80, rows: 30 };
  expect(screen.press('space').shown()).toMatch(/docs\.aws\.amazon\.com\/x+\.\.\.x+ {2}checked 2026-11-20/);
});

test('nothing of a stranger reaches the terminal: titles, accepted answers, units, items, sources', () => {
  const evil = '\u001B[2J\u001B]0;pwned\u0007';
  const cards = [
    card('basic', {
      front: `f${evil}`,
      back: `b${evil}`,
      why: `w${evil}`,
      sources: [`https://x.example/${evil}`],
    }),
    card('text', { accept: [`a${evil}`] }),
    card('number', { number: { value: 2, unit: `u${evil}` } }),
    card('order', { steps: [`a${evil}`, `b${evil}`] }),
    card('match', {
      pairs: [
        { left: `a${evil}`, right: `b${evil}` },
        { left: `c${evil}`, right: `d${evil}` },
      ],
    }),
    card('choice', { options: [{ text: `a${evil}`, correct: true, why: `${evil}w` }, { text: `b${evil}` }] }),
  ];
  for (const one of cards) {
    const { screen } = quiz([one]);
    for (const key of ['o', 'a', 'return', 'o', 'c', 'return', 'o']) {
      screen.press(key);
      if (screen.result !== undefined) break;
      expect(screen.shown()).not.toContain('\u001B');
    }
  }
});

test('a card that another terminal answered meanwhile: the answer is not recorded, and that is said', () => {
  const { screen, answers, folder } = quiz([card('basic'), card('text')]);
  const other = aSession([card('basic')], { folder });
  other.study.ask();
  screen.press('space');
  other.study.grade(4);
  expect(screen.press('3').shown()).toContain('Answered in another terminal before: not recorded here.');
  expect(screen.shown()).toContain('Which grade passes barely?');
  expect(answers()).toEqual(['deck-basic easy']);
});

test('a card that is suspended after its answer was given: the answer counts', () => {
  const { screen, answers, journal } = quiz([card('choice'), card('basic')]);
  screen.press(`${letterOf(screen, 'The wrong one')} return s`);
  expect(answers()).toEqual(['deck-choice again']);
  expect(journal.read().progress.cards.get('deck-choice')).toMatchObject({ suspended: true, reviews: 1 });
});
