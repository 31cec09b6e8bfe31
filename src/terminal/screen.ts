import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { Interrupted } from '../errors.ts';
import type { Terminal } from '../ports.ts';
import { type Frame, fitFrame, type Size } from './frame.ts';
import { clearScreen, enterScreen, hideCursor, leaveScreen, showCursor } from './screen-codes.ts';

export interface Key {
  /** `a`, `1`, `return`, `space`, `up`, `escape`, `?`: the character where there is one, else the name. */
  readonly name: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

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
  /** Called every second while it is set, for a clock. */
  tick?(model: Model): Step<Model, Result>;
}

const pageKeys: Record<string, (page: number) => number> = {
  pagedown: (page) => page,
  pageup: (page) => -page,
};

const arrowKeys: Record<string, (page: number) => number> = {
  down: () => 1,
  up: () => -1,
  ...pageKeys,
};

const scrollKeys: Record<string, (page: number) => number> = {
  j: () => 1,
  k: () => -1,
  ...arrowKeys,
};

const letterKeys: Record<string, (page: number) => number> = {
  j: () => 1,
  k: () => -1,
  ...pageKeys,
};

/** A screen that uses arrows itself still turns pages; while a line is typed, letters are letters. */
function keysThatScroll({ ownArrows, letterPaging, input }: Frame): typeof pageKeys {
  if (ownArrows === true) return letterPaging === true ? letterKeys : pageKeys;
  return input === undefined ? scrollKeys : arrowKeys;
}

interface RawKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}

function readKey({ name, sequence = '', ctrl = false, shift = false }: RawKey): Key {
  // readline gives signs such as "?" no name, and names letters in lower case only.
  const printable = sequence.length === 1 && sequence > ' ' && sequence !== '\u007F';
  return { name: printable && !ctrl ? sequence.toLowerCase() : (name ?? sequence), ctrl, shift };
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
    // A page starts at its top, to be read first; a pointer is followed from the first key that is not for paging.
    const scroll = useRef({ frame: '', offset: 0, most: 0, page: 1, follow: false });
    const latest = useRef(model);
    latest.current = model;

    const guarded = (act: () => void) => {
      try {
        act();
      } catch (error) {
        failed(error);
        done(undefined as Result);
      }
    };
    const take = (step: Step<Model, Result>) => {
      if ('result' in step) {
        done(step.result);
      } else {
        latest.current = step.model;
        setModel({ model: step.model });
      }
    };

    useEffect((readline) => {
      const stopResize = terminal.onResize(() => {
        // The terminal has moved old lines about: start from a clean screen instead of erasing what is no longer there.
        terminal.output.write(clearScreen);
        setSize({ ...terminal.size() });
      });
      const onClose = () => guarded(() => done(program.ended(latest.current)));
      readline.on('close', onClose);
      // Back from Ctrl-Z and "fg": the shell has drawn over the page, and readline waits paused until it is told.
      const onContinue = () => {
        terminal.output.write(enterScreen);
        readline.resume();
        setSize({ ...terminal.size() });
      };
      readline.on('SIGCONT', onContinue);
      const timer =
        program.tick === undefined
          ? undefined
          : setInterval(
              () => guarded(() => take(program.tick?.(latest.current) as Step<Model, Result>)),
              1000,
            );
      return () => {
        stopResize();
        readline.removeListener('close', onClose);
        readline.removeListener('SIGCONT', onContinue);
        clearInterval(timer);
      };
    }, []);

    useKeypress((raw, readline) =>
      guarded(() => {
        const key = readKey(raw as RawKey);
        const frame = program.view(latest.current, size);
        const move = key.ctrl ? undefined : keysThatScroll(frame)[key.name];
        if (move !== undefined && scroll.current.most > 0) {
          const { offset, most, page } = scroll.current;
          scroll.current.offset = Math.min(most, Math.max(0, offset + move(page)));
          scroll.current.follow = false;
          if (frame.input === undefined) readline.clearLine(0);
          setSize({ ...size });
          return;
        }
        scroll.current.follow = frame.ownArrows === true;
        const step = program.update(latest.current, key, readline.line);
        const typing = 'model' in step && program.view(step.model, size).input !== undefined;
        if (!typing || ('clearLine' in step && step.clearLine === true)) readline.clearLine(0);
        take(step);
      }),
    );

    const frame = program.view(model, size);
    if (frame.id !== scroll.current.frame)
      scroll.current = { frame: frame.id, offset: 0, most: 0, page: 1, follow: frame.opensAtFocus === true };
    const { follow, offset } = scroll.current;
    const fitted = fitFrame(follow ? frame : { ...frame, focus: undefined }, size, offset);
    scroll.current.offset = fitted.offset;
    scroll.current.most = fitted.most;
    // One line of a page stands on the next one too, to read on from.
    scroll.current.page = Math.max(1, fitted.shown - 1);
    const cursor = frame.input === undefined ? hideCursor : showCursor;
    return [cursor + fitted.top.join('\n'), fitted.bottom.join('\n')] satisfies [string, string];
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
