import { spawnSync } from 'node:child_process';
import pty from '@lydell/node-pty';

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds of a whole process. */
export function wholeProcess(args, env = {}) {
  const from = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}`);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/**
 * Milliseconds until a text is on the screen of a real terminal; then `keys` are typed and the process ends. Where
 * `before` is given, its `keys` are typed as soon as its text is there, and the time goes on until the other text.
 */
export function untilShown(args, text, { env = {}, keys = 'q', before } = {}) {
  return new Promise((resolve, reject) => {
    const from = process.hrtime.bigint();
    let isBefore = before !== undefined;
    const terminal = pty.spawn(process.execPath, args, {
      cols: 100,
      rows: 30,
      env: { ...process.env, ...env },
    });
    let seen = '';
    let shownMs;
    terminal.onData((data) => {
      seen += data;
      if (isBefore && seen.includes(before.text)) {
        isBefore = false;
        seen = '';
        terminal.write(before.keys);
      }
      if (!isBefore && shownMs === undefined && seen.includes(text)) {
        shownMs = Number(process.hrtime.bigint() - from) / 1e6;
        if (keys !== '') terminal.write(keys);
      }
    });
    terminal.onExit(() =>
      shownMs === undefined ? reject(new Error(`never shown: ${text}\n${seen}`)) : resolve(shownMs),
    );
  });
}

/** Milliseconds until a bare node in a real terminal has ended: what the program itself can never beat. */
export function bareInTerminal() {
  return new Promise((resolve) => {
    const from = process.hrtime.bigint();
    const terminal = pty.spawn(process.execPath, ['-e', '0'], { cols: 100, rows: 30 });
    terminal.onExit(() => resolve(Number(process.hrtime.bigint() - from) / 1e6));
  });
}

/** Medians of two measurements taken in turn, so that a machine that slows down slows both. */
export async function inTurn(first, second, runs) {
  const [a, b] = [[], []];
  for (let run = 0; run <= runs; run += 1) {
    const [one, two] = [await first(), await second()];
    // The first run warms the disk cache and does not count.
    if (run > 0) {
      a.push(one);
      b.push(two);
    }
  }
  return [median(a), median(b)];
}
