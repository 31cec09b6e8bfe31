import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-home.ts';

const root = join(import.meta.dirname, '../..');

const npm = (cwd: string, env: Record<string, string>, program: 'npm' | 'npx', ...args: string[]) => {
  const ran = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 50_000,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  if (ran.error !== undefined) throw ran.error;
  return ran;
};

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** Packs what is built: `prepare` would build again while other tests run the program. */
function pack(folder: string): Packed {
  const { stdout, stderr, status } = npm(
    root,
    { HOME: folder },
    'npm',
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  );
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as Packed[])[0] as Packed;
}

test('the packed program runs in an empty folder, without network and without dependencies', () => {
  const folder = tempFolder('packed');
  const { filename, files, size } = pack(folder);
  const tarball = join(folder, filename);
  console.info(`${filename}: ${(size / 1024).toFixed(0)} KiB packed, ${files.length} files`);
  expect(statSync(tarball).size).toBeLessThan(3 * 1024 * 1024);

  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const env = { HOME: folder, AWS_STUDY_HOME: join(folder, 'home'), AWS_STUDY_NOW: '2026-11-20T08:00:00Z' };
  const npx = (...args: string[]) => npm(empty, env, 'npx', '--yes', '--offline', `file:${tarball}`, ...args);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const printed = npx('--version');
  expect(printed.stderr.replace(/^npm (?:warn|notice).*\n/gm, '')).toBe('');
  expect(printed.stdout).toBe(`${version}\n`);
  const decks = JSON.parse(npx('deck', 'list', '--json').stdout) as { deck: string; cards: number }[];
  expect(decks.length).toBeGreaterThanOrEqual(6);
  expect(decks.reduce((sum, { cards }) => sum + cards, 0)).toBeGreaterThan(420);
  const review = JSON.parse(npx('review', 'sqs-fifo-queue-name', 'good', '--json').stdout) as object;
  expect(Object.keys(review)).toEqual([
    'card',
    'grade',
    'stabilityDays',
    'difficulty',
    'due',
    'intervalDays',
  ]);
});

test('the packed files: the program, its licences, and nothing of how it is made', () => {
  const { files } = pack(tempFolder('packed'));
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'THIRD-PARTY-LICENSES.txt',
      'bin/aws-study.mjs',
      'dist/cli.js',
      'dist/decks.json',
      'package.json',
      'schemas/deck.schema.json',
    ]),
  );
  expect(
    paths.filter((path) => /^(?:src|test|scripts|decks|exams|node_modules)\/|\.map$|\.test\./.test(path)),
  ).toEqual([]);
  expect(files.find(({ path }) => path === 'bin/aws-study.mjs')?.mode).toBe(0o755);
});

test('no dependency is left to install, and every bundled package has its licence', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest.dependencies).toBeUndefined();
  const licences = readFileSync(join(root, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of [
    'commander',
    'chalk',
    'marked',
    'marked-terminal',
    'ts-fsrs',
    'zod',
    'js-yaml',
    'lowdb',
    '@inquirer/core',
  ])
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
});

test('publint has nothing to say', () => {
  const { stdout, status } = npm(
    root,
    { HOME: tempFolder('home') },
    'npx',
    '--no-install',
    'publint',
    '--strict',
  );
  expect(stdout).toContain('All good!');
  expect(status).toBe(0);
});
