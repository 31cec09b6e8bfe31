import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBuilt } from '../support/clean-runs.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { answersIn, bin, learnerEnv } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

const mine = (home: string, cards: readonly object[] = [aCard('mine', 'basic'), aCard('mine', 'text')]) =>
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));

test('a whole quiz over a pipe: no prompt hangs, nothing but text comes out', () => {
  const home = tempFolder('home');
  mine(home);
  const { status, stdout, stderr } = runBuilt(home, ['quiz', 'mine'], { input: '\n3\nhard\n\n' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('2 answers to 2 cards');
  expect(stdout).not.toContain('\u001B');
  expect(answersIn(home)).toEqual(['mine-basic 3', 'mine-text 3']);
});

test('q ends the program though the pipe stays open', async () => {
  const home = tempFolder('home');
  mine(home);
  const child = spawn(process.execPath, [bin, 'quiz', 'mine'], { env: learnerEnv(home) });
  let out = '';
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stdin.write('q\n');
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect(code).toBe(0);
  expect(out).toContain('No card was answered.');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s over a pipe: saved, and its exit code',
  async (signal) => {
    const home = tempFolder('home');
    mine(home);
    const child = spawn(process.execPath, [bin, 'quiz', 'mine'], { env: learnerEnv(home) });
    let out = '';
    const said = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => out.includes(text) && resolve();
        child.stdout.on('data', look);
        look();
      });
    child.stdout.on('data', (data) => {
      out += String(data);
    });
    child.stdin.write('\n3\n');
    await said('Card 2 of 2');
    const exited = new Promise((resolve) => child.on('exit', resolve));
    child.kill(signal);
    expect(await exited).toBe({ SIGTERM: 143, SIGINT: 130, SIGHUP: 129 }[signal]);
    expect(out).toContain('1 answer to 1 card');
    expect(answersIn(home)).toEqual(['mine-basic 3']);
  },
);

const shell = (home: string, line: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${line.replaceAll('AWS', `"${process.execPath}" "${bin}"`)}`], {
    encoding: 'utf8',
    cwd: home,
    env: learnerEnv(home),
    timeout: 20_000,
  });

test.each([
  'AWS --help',
  'AWS deck list',
  'AWS search a --limit 900',
  'AWS quiz --json',
  'AWS quiz </dev/null',
])('%s | head -1: a line, no stack', (line) => {
  const { stdout, stderr } = shell(tempFolder('home'), `${line} | head -1`);
  expect(stdout.split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).toBe('');
});

test.each(['AWS foo', 'AWS show nope --json', 'AWS deck lint none.yaml'])(
  '%s, and nobody reads the complaint: the exit code stays',
  (line) => {
    const { status, stdout } = shell(tempFolder('home'), `${line} 2> >(true)`);
    expect([status, stdout]).toEqual([2, '']);
    const closed = shell(
      tempFolder('home'),
      `(sleep 0.3; ${line}) 2>&1 >/dev/null | true; exit \${PIPESTATUS[0]}`,
    );
    expect(closed.status).toBe(2);
  },
);

test('a reader that never reads', () => {
  const { stderr } = shell(tempFolder('home'), 'AWS search a --limit 900 | true');
  expect(stderr).toBe('');
});

describe('the bin', () => {
  test('without dist/ says how to get it', () => {
    const folder = tempFolder('checkout');
    mkdirSync(join(folder, 'bin'));
    copyFileSync(bin, join(folder, 'bin', 'aws-study.mjs'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'aws-study.mjs')], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'error: aws-study is not built yet.\nhint: Run "npm ci" in its folder, which builds it.\n',
    );
  });

  test('prints one line for --version', () => {
    const { stdout, stderr, status } = runBuilt(tempFolder('home'), ['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect([status, stderr]).toEqual([0, '']);
  });
});

test('many reviews in a row from a script: the fold of what they printed is what is shown', () => {
  const home = tempFolder('home');
  mine(home);
  let last = '';
  for (const grade of ['good', 'again', 'good', 'easy'])
    last = runBuilt(home, ['review', 'mine-basic', grade, '--json']).stdout;
  const shown = JSON.parse(runBuilt(home, ['show', 'mine-basic', '--json']).stdout) as Record<
    string,
    unknown
  >;
  const printed = JSON.parse(last) as Record<string, unknown>;
  expect(shown).toMatchObject({
    stabilityDays: printed.stabilityDays,
    difficulty: printed.difficulty,
    due: printed.due,
    reviews: 4,
  });
});
