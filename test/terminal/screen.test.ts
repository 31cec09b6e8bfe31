import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exitCodes, Interrupted } from '../../src/errors.ts';
import type { Frame } from '../../src/terminal/frame.ts';
import { runScreen, type ScreenProgram } from '../../src/terminal/screen.ts';
import { clearScreen, enterScreen, leaveScreen } from '../../src/terminal/screen-codes.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

interface Model {
  readonly keys: readonly string[];
  readonly pointer: number;
}

const body = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

/** A screen that writes down its keys; `q` ends it, `!` is a bug in update, `v` one in view, up and down move a pointer. */
function program(frame: Partial<Frame> = {}, ticks = false): ScreenProgram<Model, string> {
  const move: Record<string, number> = frame.ownArrows === true ? { up: -1, down: 1 } : {};
  return {
    start: { keys: [], pointer: 0 },
    update(model, key, line) {
      if (key.name === 'q') return { result: `keys: ${model.keys.join(' ')}` };
      if (key.name === '!') throw new Error('a bug in update');
      if (key.name === 'escape') return { model, clearLine: true };
      const name = `${key.ctrl ? 'ctrl-' : ''}${key.name}${frame.input === undefined ? '' : `(${line})`}`;
      return { model: { keys: [...model.keys, name], pointer: model.pointer + (move[key.name] ?? 0) } };
    },
    view({ keys, pointer }) {
      if (keys.includes('v')) throw new Error('a bug in view');
      return {
        id: 'one',
        head: ['HEAD'],
        body: body(5),
        foot: [`keys: ${keys.join(' ')}`],
        ...(frame.ownArrows === true ? { focus: pointer, focusEnd: pointer } : {}),
        ...frame,
        ...(frame.input === undefined
          ? {}
          : { input: { prompt: '> ', line: keys.at(-1)?.match(/\((.*)\)/)?.[1] ?? '' } }),
      };
    },
    ended: ({ keys }) => `ended after ${keys.length}`,
    ...(ticks ? { tick: (model: Model) => ({ model: { ...model, keys: [...model.keys, 'tick'] } }) } : {}),
  };
}

let terminal: FakeTerminal;
beforeEach(() => {
  terminal = new FakeTerminal(60, 12);
});
afterEach(() => terminal.input.end());

/** Starts a screen and waits for its first picture. The outcome is an object, so that a failure is no loose end. */
async function start(given: ScreenProgram<Model, string>) {
  const outcome = runScreen(given, terminal).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  await terminal.settle();
  return { outcome };
}

const restored = async () => {
  await terminal.settle();
  expect(terminal.written.startsWith(enterScreen)).toBe(true);
  expect(terminal.written.trimEnd().endsWith(leaveScreen)).toBe(true);
  expect(terminal.emulator.buffer.active.type).toBe('normal');
};

describe('keys', () => {
  test('reach the screen by name, and the result comes back', async () => {
    const { outcome } = await start(program());
    await terminal.press('a B 1 ? enter up q');
    expect(await outcome).toEqual({ result: 'keys: a b 1 ? return up' });
    await restored();
  });

  test('none is lost when they come in one piece', async () => {
    const { outcome } = await start(program());
    terminal.input.write('abcdefghijklmnop1234q');
    expect(await outcome).toEqual({ result: 'keys: a b c d e f g h i j k l m n o p 1 2 3 4' });
  });

  test('a typed line comes with each key; escape empties it', async () => {
    await start(program({ input: { prompt: '> ', line: '' } }));
    const screen = await terminal.press('h i backspace o');
    expect(screen).toContain('> ho');
    expect(screen.at(-1)).toContain('h(h) i(hi) backspace(h) o(ho)');
  });
});

describe('paging', () => {
  test('arrows and j, k scroll a long body and stop at its ends', async () => {
    await start(program({ body: body(30) }));
    expect(terminal.screen()).toContain('line 0');
    let screen = await terminal.press('j down k down');
    expect(screen[1]).toBe('line 2');
    screen = await terminal.press('pagedown pagedown pagedown pagedown pagedown pagedown');
    expect(screen).toContain('line 29');
    expect(screen).toContain('-- end: k or up --');
    screen = await terminal.press('pageup pageup pageup pageup pageup pageup');
    expect(screen[1]).toBe('line 0');
    expect(screen.at(-1)).toBe('keys:');
  });

  test.each([
    [60, 12],
    [60, 8],
    [60, 5],
  ])('a page misses no line in %i x %i', async (columns, rows) => {
    terminal = new FakeTerminal(columns, rows);
    await start(program({ body: body(30), foot: ['keys', 'more keys', 'and more'] }));
    const seen = new Set<string>();
    for (let page = 0; page < 32; page += 1) {
      for (const line of terminal.screen()) seen.add(line);
      await terminal.press('pagedown');
    }
    expect(body(30).filter((line) => !seen.has(line))).toEqual([]);
  });

  test('where nothing is hidden the keys belong to the screen', async () => {
    await start(program());
    expect((await terminal.press('j down pagedown')).at(-1)).toBe('keys: j down pagedown');
  });

  test('a screen with a pointer starts at the top, follows the pointer, and still turns pages', async () => {
    await start(program({ body: body(30), ownArrows: true, focus: 20, focusEnd: 21 }));
    expect(terminal.screen()[1]).toBe('line 0');
    expect(await terminal.press('x')).toContain('line 21');
    expect((await terminal.press('pageup pageup pageup pageup pageup'))[1]).toBe('line 0');
    expect(await terminal.press('down')).toContain('line 20');
  });

  test('while a line is typed arrows scroll and letters are typed', async () => {
    await start(program({ body: body(30), input: { prompt: '> ', line: '' } }));
    const screen = await terminal.press('j k down down');
    expect(screen[1]).toBe('line 2');
    expect(screen).toContain('> jk');
  });
});

describe('every way out restores the terminal', () => {
  test('Ctrl-C', async () => {
    const { outcome } = await start(program());
    await terminal.press('a ctrl-c');
    expect(await outcome).toEqual({ error: new Interrupted(exitCodes.interrupted) });
    await restored();
  });

  test.each([exitCodes.terminated, exitCodes.hangup])('a signal with exit code %i', async (code) => {
    const { outcome } = await start(program());
    terminal.interrupt(new Interrupted(code));
    expect(await outcome).toMatchObject({ error: { exitCode: code } });
    await restored();
  });

  test('a signal before the start', async () => {
    terminal.interrupt(new Interrupted(exitCodes.terminated));
    const { outcome } = await start(program());
    expect(await outcome).toMatchObject({ error: { exitCode: 143 } });
    expect(terminal.written).toBe('');
  });

  test.each(['ctrl-d', 'the end of input'])('%s', async (how) => {
    const { outcome } = await start(program());
    await terminal.press('a b');
    if (how === 'ctrl-d') await terminal.press('ctrl-d');
    else terminal.input.end();
    expect(await outcome).toEqual({ result: 'ended after 2' });
    await restored();
  });

  test.each([
    ['update', '!'],
    ['view', 'v'],
  ])('a bug in %s', async (where, key) => {
    const { outcome } = await start(program());
    await terminal.press(key);
    expect(await outcome).toMatchObject({ error: { message: `a bug in ${where}` } });
    await restored();
  });
});

describe('drawing', () => {
  test('the cursor is hidden, and shown while a line is typed', async () => {
    await start(program());
    expect(terminal.written.lastIndexOf('\u001B[?25l')).toBeGreaterThan(
      terminal.written.lastIndexOf('\u001B[?25h'),
    );
    terminal.input.end();
    terminal = new FakeTerminal(60, 12);
    await start(program({ input: { prompt: '> ', line: '' } }));
    expect(terminal.written.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
      terminal.written.lastIndexOf('\u001B[?25l'),
    );
  });

  test('each redraw is one write', async () => {
    await start(program());
    const writes = vi.spyOn(terminal.output, 'write');
    await terminal.press('a');
    expect(writes.mock.calls.filter(([text]) => String(text).includes('HEAD'))).toHaveLength(1);
  });

  test.each([
    [30, 8],
    [20, 6],
    [60, 5],
    [79, 20],
  ])('after a resize to %i x %i and back nothing is left over', async (columns, rows) => {
    await start(program({ body: body(30) }));
    const before = terminal.screen();
    terminal.resize(columns, rows);
    await terminal.settle();
    const small = terminal.screen();
    expect(small.filter((line) => line === 'HEAD')).toHaveLength(rows < 6 ? 0 : 1);
    expect(small.filter((line) => line.startsWith('keys:'))).toHaveLength(1);
    expect(small.length).toBeLessThan(rows);
    terminal.resize(60, 12);
    await terminal.settle();
    expect(terminal.screen()).toEqual(before);
  });

  test('a resize clears the page before anything is drawn on it', async () => {
    await start(program());
    terminal.written = '';
    terminal.resize(40, 10);
    await terminal.settle();
    expect(terminal.written.startsWith(clearScreen)).toBe(true);
    expect(terminal.written.indexOf('HEAD')).toBeGreaterThan(0);
  });

  test('a window that tells no size any more ends the screen as a bug, the terminal restored', async () => {
    const { outcome } = await start(program());
    vi.spyOn(terminal, 'size').mockImplementation(() => {
      throw new Error('a bug in size');
    });
    terminal.resize(40, 10);
    expect(await outcome).toMatchObject({ error: { message: 'a bug in size' } });
    await restored();
  });

  test('a second in which nothing changes draws nothing', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await start({ ...program(), tick: () => undefined });
      terminal.written = '';
      vi.advanceTimersByTime(3000);
      await terminal.settle();
      expect(terminal.written).toBe('');
    } finally {
      vi.useRealTimers();
    }
  });

  test('Esc alone is taken at once, not after half a second', async () => {
    await start({
      ...program(),
      update: (model, { name }) => ({ model: { ...model, keys: [...model.keys, name] } }),
    });
    terminal.input.write('\u001B');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await terminal.settle();
    expect(terminal.screen().at(-1)).toBe('keys: escape');
  });

  test('a screen with a clock is drawn anew each second', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { outcome } = await start(program({}, true));
      vi.advanceTimersByTime(3000);
      await terminal.settle();
      expect(terminal.screen().at(-1)).toBe('keys: tick tick tick');
      await terminal.press('q');
      expect(await outcome).toEqual({ result: 'keys: tick tick tick' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
