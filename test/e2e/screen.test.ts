import { chmodSync, cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/terminal/wrap.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { answersIn, PseudoTerminal, type PtyOptions } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

const basics = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aCard('mine', 'basic', { id: `mine-${index}`, front: `Question ${index}?`, back: `Answer ${index}.` }),
  );

/** A quiz over cards of one's own in a terminal of its own. */
function quiz(cards: readonly object[], options: Partial<PtyOptions> = {}, ...args: string[]) {
  const home = options.home ?? tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));
  return { home, term: new PseudoTerminal(['quiz', 'mine', '--seed', '1', ...args], { ...options, home }) };
}

/** The shell's own page is back, with the cursor. */
function expectRestored(term: PseudoTerminal) {
  expect(term.emulator.buffer.active.type).toBe('normal');
  expect(term.raw.lastIndexOf('\u001B[?25h')).toBeGreaterThan(term.raw.lastIndexOf('\u001B[?25l'));
}

describe('a session from the first card to the summary', () => {
  test('every kind, on the keyboard alone', async () => {
    const { term, home } = quiz(
      ['basic', 'cloze', 'choice', 'choices', 'text', 'number', 'order', 'match'].map((body) =>
        aCard('mine', body),
      ),
    );
    await term.shows(/show answer|enter check/);
    for (let step = 0; step < 60 && !term.isOver; step += 1) {
      const [screen = ''] = [(await term.rests(45)).join('\n')];
      if (term.isOver || term.emulator.buffer.active.type === 'normal') break;
      if (/1 again/.test(screen)) term.send('3');
      else if (/show answer/.test(screen)) term.send('space');
      else if (/enter check {3}esc/.test(screen)) term.send('h i enter');
      else if (/place next/.test(screen)) term.send('a b c enter');
      else term.send(/Choose 2/.test(screen) ? 'a b enter' : 'a enter');
    }
    expect(await term.exited).toBe(0);
    await term.rests();
    expectRestored(term);
    expect(term.text()).toMatch(/answers? to \d+ cards/);
    expect(answersIn(home)).toHaveLength(8);
    expect(new Set(answersIn(home).map((line) => line.at(-1)))).toEqual(new Set(['3']));
  });

  test('the shell keeps what stood there before', async () => {
    const { term } = quiz(basics(2));
    await term.shows('Question');
    expect(term.emulator.buffer.active.type).toBe('alternate');
    term.send('q');
    expect(await term.exited).toBe(0);
    await term.rests();
    expectRestored(term);
    expect(term.text()).toBe('No card was answered.');
  });
});

describe.each([
  [100, 30],
  [40, 24],
  [40, 15],
])('%i x %i', (columns, rows) => {
  const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

  test('no line is wider than the window, and the keys are always in sight', async () => {
    const cards = [
      aCard('mine', 'basic', {
        front: long,
        back: long,
        why: `${long}\n\n- a list\n- of \`code\`\n\n| a | b |\n|---|---|\n| ${long} | 2 |`,
      }),
      aCard('mine', 'choice', {
        options: [1, 2, 3, 4].map((n) => ({ text: `${n} ${long}`, correct: n === 1, why: long })),
      }),
      aCard('mine', 'match', {
        pairs: [1, 2, 3].map((n) => ({ left: `${n} ${long}`, right: `${long} ${n}` })),
      }),
      aCard('mine', 'text', { front: long }),
    ];
    const { term } = quiz(cards, { columns, rows });
    const check = async (keys: RegExp) => {
      await term.shows(keys);
      const screen = await term.rests(45);
      for (const line of screen) expect(widthOf(line)).toBeLessThan(columns);
      expect(screen.length).toBeLessThan(rows);
      expect(screen.slice(-5).join('\n')).toMatch(keys);
      expect(screen.filter((line) => /^─+$/.test(line))).toHaveLength(
        /any key/.test(screen.join(' ')) ? 0 : 1,
      );
    };
    await term.shows(/deck mine|Deck mine/i);
    for (let card = 0; card < 4; card += 1) {
      await check(/show answer|enter check/);
      const text = term.text();
      term.send(
        /show answer/.test(text)
          ? 'space'
          : /place next/.test(text)
            ? 'a b c enter'
            : /esc more/.test(text)
              ? 'x enter'
              : 'a enter',
      );
      await term.shows('again');
      await check(/q quit/);
      for (const key of ['j', 'pagedown', 'k', 'pageup', '?', 'x']) {
        term.send(key);
        await check(key === '?' ? /any key goes back/ : /q quit/);
      }
      term.send('4');
      if (card < 3) await term.shows(/show answer|enter check/);
    }
    expect(await term.exited).toBe(0);
  });

  test('resizing there and back leaves nothing over', async () => {
    const { term } = quiz([aCard('mine', 'basic', { front: long })], { columns, rows });
    await term.shows('show answer');
    const before = await term.rests();
    for (const [width, height] of [
      [60, 20],
      [120, 40],
      [38, 12],
      [100, 8],
    ] as const) {
      term.resize(width, height);
      const screen = await term.rests();
      expect(screen.filter((line) => line.includes('show answer'))).toHaveLength(1);
      expect(screen.filter((line) => /^─+$/.test(line)).length).toBeLessThanOrEqual(1);
      for (const line of screen) expect(widthOf(line)).toBeLessThan(width);
      expect(screen.length).toBeLessThan(height);
    }
    term.resize(columns, rows);
    expect(await term.rests()).toEqual(before);
    term.send('q');
    expect(await term.exited).toBe(0);
  });

  test('all of a long question can be read before it is answered', async () => {
    const { term } = quiz([aCard('mine', 'choice', { stem: long })], { columns, rows });
    await term.shows('word0 ');
    const seen = new Set<string>();
    for (let page = 0; page < 12; page += 1) {
      for (const word of (await term.rests(45)).join(' ').match(/word\d+|[ABC]\. The/g) ?? []) seen.add(word);
      term.send('pagedown');
    }
    expect(seen.size).toBe(63);
    term.send('c enter');
    await term.shows(/Right\.|Wrong\./);
  });
});

describe('ways out', () => {
  const answerTwo = async (term: PseudoTerminal) => {
    await term.shows('show answer');
    term.send('space 3 space 3');
    await term.shows('3/5');
  };

  test.each([
    ['Ctrl-C', 130, (term: PseudoTerminal) => term.send('ctrl-c')],
    ['SIGINT', 130, (term: PseudoTerminal) => term.kill('SIGINT')],
    ['SIGTERM', 143, (term: PseudoTerminal) => term.kill('SIGTERM')],
    ['SIGHUP', 129, (term: PseudoTerminal) => term.kill('SIGHUP')],
    ['Ctrl-D', 0, (term: PseudoTerminal) => term.send('ctrl-d')],
    ['q', 0, (term: PseudoTerminal) => term.send('q')],
  ])('%s: exit code %i, the terminal as it was, the answers saved', async (_, code, leave) => {
    const { term, home } = quiz(basics(5));
    await answerTwo(term);
    leave(term);
    expect(await term.exited).toBe(code);
    await term.rests();
    expectRestored(term);
    expect(term.text()).toContain('2 answers to 2 cards');
    expect(answersIn(home)).toHaveLength(2);
  });

  test('Ctrl-Z and back: the screen is drawn anew and keys work', async () => {
    const { term } = quiz(basics(5));
    await term.shows('show answer');
    term.type('\u001A');
    await new Promise((resolve) => setTimeout(resolve, 300));
    term.kill('SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    term.send('space');
    await term.shows('3 good');
    term.send('q');
    expect(await term.exited).toBe(0);
  });

  test('while a line is typed', async () => {
    const { term } = quiz([aCard('mine', 'text')]);
    await term.shows('enter check');
    term.type('some words');
    await term.shows('some words');
    term.send('ctrl-c');
    expect(await term.exited).toBe(130);
    expectRestored(term);
  });
});

describe('manners', () => {
  test('typed letters with their editing, also a line longer than the window', async () => {
    const { term, home } = quiz([aCard('mine', 'text')], { columns: 40, rows: 15 });
    await term.shows('enter check');
    term.type('x'.repeat(90));
    await term.rests();
    expect(term.screen().filter((line) => line.includes('Which grade'))).toHaveLength(1);
    expect(term.screen().filter((line) => line.includes('enter check'))).toHaveLength(1);
    term.type('\u0015hax');
    await term.shows(/❯ hax\s/);
    term.send('backspace');
    term.type('rd');
    await term.shows(/❯ hard\s/);
    term.send('enter');
    await term.shows('Right.');
    term.send('3');
    await term.exited;
    expect(answersIn(home)).toEqual(['mine-text 3']);
  });

  test('NO_COLOR: no color at all, and all signs are still there', async () => {
    const { term } = quiz(basics(1), { env: { NO_COLOR: '1' } });
    await term.shows('show answer');
    term.send('space');
    await term.shows('❯3 good');
    term.send('q');
    await term.exited;
    expect(term.raw).not.toMatch(/\u001B\[[\d;]*m/);
  });

  test('with colors they are there', async () => {
    const { term } = quiz(basics(1));
    await term.shows('show answer');
    expect(term.raw).toMatch(/\u001B\[1m/);
  });

  test.each([
    ['TERM=dumb', { TERM: 'dumb' }, []],
    ['--plain', {}, ['--plain']],
  ])('%s: one line at a time, no cursor movement, and it ends', async (_, env, args) => {
    const { term, home } = quiz(basics(1), { env }, ...args);
    await term.shows('Press Enter to see the answer');
    term.send('enter');
    await term.shows('Grade: 1 again');
    term.send('enter');
    expect(await term.exited).toBe(0);
    expect(term.raw.replace(/\u001B\[[\d;]*m/g, '')).not.toContain('\u001B');
    expect(answersIn(home)).toEqual(['mine-0 3']);
  });

  test.each([
    ['q', 'q\r', 0],
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 0],
  ])('plain mode in a terminal: %s ends it', async (_, keys, code) => {
    const { term } = quiz(basics(1), {}, '--plain');
    await term.shows('Press Enter');
    term.type(keys);
    expect(await term.exited).toBe(code);
    await term.rests();
    expect(term.text()).toContain('No card was answered.');
  });

  test('LANG=C: nothing but ASCII', async () => {
    const why = '| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n\n---';
    const { term } = quiz(
      [aCard('mine', 'basic', { why }), aCard('mine', 'match'), aCard('mine', 'choice')],
      { env: { LANG: 'C' } },
    );
    await term.shows(/show answer|enter check/);
    for (const keys of ['?', 'x', 'a', 'enter', 'space', '4', '?', 'x', 'a', 'enter', 'q']) {
      if (term.isOver) break;
      term.send(keys);
      await term.rests(40);
    }
    expect(term.raw.replace(/[\u001B\r\n\u0007]/g, '')).toMatch(/^[\x20-\x7E]*$/);
  });

  test('two quizzes at once: both count, a card on both is answered once, and neither asks what the other did', async () => {
    const home = tempFolder('home');
    const [one, two] = [quiz(basics(3), { home }), quiz(basics(3), { home })];
    await one.term.shows('Question 0?');
    await two.term.shows('Question 0?');
    one.term.send('space 3');
    await one.term.shows('2/3');
    one.term.send('space 3');
    await one.term.shows('3/3');
    two.term.send('space 4');
    await two.term.shows(/Question 2\?/);
    two.term.send('space 4');
    await two.term.rests();
    one.term.send('q');
    expect([await one.term.exited, await two.term.exited]).toEqual([0, 0]);
    expect(answersIn(home)).toEqual(['mine-0 3', 'mine-1 3', 'mine-2 4']);
    expect(existsSync(join(home, 'state.json.lock'))).toBe(false);
  });

  test.each([0, 20, 40])(
    'an update that takes the program away after %i ms ends no session',
    async (afterMs) => {
      const place = tempFolder('installed');
      cpSync(join(import.meta.dirname, '../../bin'), join(place, 'bin'), { recursive: true });
      cpSync(join(import.meta.dirname, '../../dist'), join(place, 'dist'), { recursive: true });
      writeFileSync(join(place, 'package.json'), '{"type":"module"}');
      const { term, home } = quiz(basics(3), { program: join(place, 'bin', 'aws-study.mjs') });
      await term.shows('show answer');
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      rmSync(join(place, 'dist'), { recursive: true });
      await term.rests(150);
      term.send('space 3');
      await term.shows('2/3');
      term.send('q');
      expect(await term.exited).toBe(0);
      await term.rests();
      expectRestored(term);
      expect(answersIn(home)).toHaveLength(1);
    },
  );

  test('$EDITOR opens the file at its line and gives the terminal back', async () => {
    const home = tempFolder('home');
    const editor = writeDeck(join(home, 'editor.sh'), '#!/bin/sh\necho "EDITING $@"\nread line\n');
    chmodSync(editor, 0o755);
    const { term } = quiz(basics(2), { home, env: { EDITOR: editor } });
    await term.shows('show answer');
    term.send('e');
    await term.shows(/EDITING \+\d+ .*mine\.yaml/);
    term.send('enter');
    await term.shows('changes are read at the next start');
    expect(term.text()).not.toContain('EDITING');
    term.send('space 3');
    await term.shows('2/2');
  });
});
