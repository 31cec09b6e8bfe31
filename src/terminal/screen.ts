import { emitKeypressEvents, type Interface } from 'node:readline';
import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { Interrupted } from '../errors.ts';
import type { Terminal } from '../ports.ts';
import { type Frame, fitFrame, type Size } from './frame.ts';
import { clearScreen, enterScreen, hideCursor, leaveScreen, showCursor } from './screen-codes.ts';
import { type Key, keysThatScroll, type RawKey, readKey } from './screen-keys.ts';

export type { Key } from './screen-keys.ts';

/** What a screen does next: go on with a model, or end with a result. */
export type Step<Model, Result> =
  | { readonly model: Model; readonly clearLine?: boolean }
  | { readonly result: Result };

/**
 * A screen as a value: a model, what a key makes of it, and how it looks. Nothing here knows of Inquirer or of escape
 * sequences, so that every screen is tested as a conversation.
 */
export interface ScreenProgram<Model, Result> {
  readonly start: Model;
  /** `line` is what is typed so far, with the usual line editing. */
  update(model: Model, key: Key, line: string): Step<Model, Result>;
  view(model: Model, size: Size): Frame;
  /** The input ended (Ctrl-D, a closed window). */
  ended(model: Model): Result;
  /** Called every second while it is set, for a clock. Undefined: nothing to draw anew. */
  tick?(model: Model): Step<Model, Result> | undefined;
}

/** Where a page stands. */
interface Scroll {
  readonly frame: string;
  readonly offset: number;
  readonly most: number;
  /** Lines that page down goes on by. */
  readonly page: number;
  /** A page starts at its top, to be read first; a pointer is followed from the first key that is not for paging. */
  readonly follow: boolean;
}

/** The scroll position after a key that turns pages; undefined: the key belongs to the screen. */
function turned(frame: Frame, { name, ctrl }: Key, scroll: Scroll): Scroll | undefined {
  const move = ctrl ? undefined : keysThatScroll(frame)[name];
  if (move === undefined || scroll.most === 0) return undefined;
  const offset = Math.min(scroll.most, Math.max(0, scroll.offset + move(scroll.page)));
  return { ...scroll, offset, follow: false };
}

/** The lines of a frame as they fit, above and below the cursor, and where the page then stands. */
function drawn(frame: Frame, size: Size, before: Scroll): { lines: [string, string]; scroll: Scroll } {
  const { offset, follow } =
    frame.id === before.frame ? before : { offset: 0, follow: frame.opensAtFocus === true };
  const fitted = fitFrame(follow ? frame : { ...frame, focus: undefined }, size, offset);
  const cursor = frame.input === undefined ? hideCursor : showCursor;
  return {
    lines: [cursor + fitted.top.join('\n'), fitted.bottom.join('\n')],
    // One line of a page stands on the next one too, to read on from.
    scroll: {
      frame: frame.id,
      offset: fitted.offset,
      most: fitted.most,
      page: Math.max(1, fitted.shown - 1),
      follow,
    },
  };
}

type Readline = Parameters<Parameters<typeof useEffect>[0]>[0];

/** How long readline waits for more after Esc: half a second by default, and an arrow comes in one piece. */
const escapeWaitMs = 50;

interface Happenings {
  /** The window has another size, or the page was drawn over. */
  readonly redraw: () => void;
  readonly closed: () => void;
  readonly second: (() => void) | undefined;
}

/** Listens to all that is no key until the returned function is called. */
function listen(readline: Readline, terminal: Terminal, { redraw, closed, second }: Happenings): () => void {
  const stopResize = terminal.onResize(() => {
    // The terminal has moved old lines about: start from a clean screen instead of erasing what is no longer there.
    terminal.output.write(clearScreen);
    redraw();
  });
  // Back from Ctrl-Z and "fg": the shell has drawn over the page, and readline waits paused until it is told.
  const onContinue = () => {
    terminal.output.write(enterScreen);
    readline.resume();
    redraw();
  };
  readline.on('close', closed);
  readline.on('SIGCONT', onContinue);
  const timer = second === undefined ? undefined : setInterval(second, 1000);
  return () => {
    stopResize();
    readline.removeListener('close', closed);
    readline.removeListener('SIGCONT', onContinue);
    clearInterval(timer);
  };
}

/** Whether what is typed stays: on to a screen where a line is typed, unless the screen is done with it. */
function keepsLine<Model, Result>(
  program: ScreenProgram<Model, Result>,
  step: Step<Model, Result>,
  size: Size,
): boolean {
  if ('result' in step || step.clearLine === true) return false;
  return program.view(step.model, size).input !== undefined;
}

/**
 * One long-lived prompt for a whole session: no key between two questions is lost. What goes wrong while a key is handled
 * is handed to `failed`: thrown into readline it would end the process with the terminal still changed.
 */
function makePrompt<Model, Result>(
  program: ScreenProgram<Model, Result>,
  terminal: Terminal,
  failed: (error: unknown) => void,
) {
  return createPrompt<Result, object>((_, done) => {
    // Boxed, because Inquirer would call a model that is a function.
    const [{ model }, setModel] = useState({ model: program.start });
    const [size, setSize] = useState(terminal.size());
    const scroll = useRef<Scroll>({ frame: '', offset: 0, most: 0, page: 1, follow: false });
    const latest = useRef(model);
    latest.current = model;

    const guarded = (act: () => void) => () => {
      try {
        act();
      } catch (error) {
        failed(error);
        done(undefined as Result);
      }
    };
    const take = (step: Step<Model, Result> | undefined) => {
      if (step === undefined) return;
      if ('result' in step) return done(step.result);
      latest.current = step.model;
      setModel({ model: step.model });
    };
    const { tick } = program;

    useEffect(
      (readline) =>
        listen(readline, terminal, {
          redraw: guarded(() => setSize({ ...terminal.size() })),
          closed: guarded(() => done(program.ended(latest.current))),
          second: tick === undefined ? undefined : guarded(() => take(tick(latest.current))),
        }),
      [],
    );

    useKeypress((raw, readline) =>
      guarded(() => {
        const key = readKey(raw as RawKey);
        const frame = program.view(latest.current, size);
        const paged = turned(frame, key, scroll.current);
        if (paged !== undefined) {
          scroll.current = paged;
          if (frame.input === undefined) readline.clearLine(0);
          setSize({ ...size });
          return;
        }
        scroll.current = { ...scroll.current, follow: frame.ownArrows === true };
        const step = program.update(latest.current, key, readline.line);
        if (!keepsLine(program, step, size)) readline.clearLine(0);
        take(step);
      })(),
    );

    const { lines, scroll: stands } = drawn(program.view(model, size), size, scroll.current);
    scroll.current = stands;
    return lines;
  });
}

/**
 * Runs a screen on the terminal's second page, so that the learner's shell is as it was afterwards.
 * @throws Interrupted on Ctrl-C and on signals; the terminal is restored first.
 */
export async function runScreen<Model, Result>(
  program: ScreenProgram<Model, Result>,
  terminal: Terminal,
): Promise<Result> {
  terminal.stop.throwIfAborted();
  const bugs: unknown[] = [];
  const prompt = makePrompt(program, terminal, (error) => bugs.push(error));
  // The first who asks for keys on a stream sets how they are read; readline, which asks next, takes no such wish from Inquirer.
  emitKeypressEvents(terminal.input, { escapeCodeTimeout: escapeWaitMs } as unknown as Interface);
  terminal.output.write(enterScreen);
  try {
    const result = await prompt(
      {},
      { input: terminal.input as NodeJS.ReadableStream, output: terminal.output, signal: terminal.stop },
    );
    if (bugs.length > 0) throw bugs[0];
    return result;
  } catch (error) {
    if (terminal.stop.aborted) throw terminal.stop.reason;
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  } finally {
    terminal.output.write(leaveScreen);
  }
}
