import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, learnerEnv } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The built program, started in a folder, with what the environment says of homes. */
function startIn(cwd: string, args: readonly string[], env: Env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    cwd,
    input: '',
    timeout: 20_000,
    env: learnerEnv(cwd, { TERM: undefined, AWS_STUDY_HOME: undefined, ...env }),
  });
  return { status, stdout, stderr };
}

const homeSaid = (outcome: { readonly stdout: string }) =>
  (JSON.parse(outcome.stdout) as { home: string }).home;

/** A folder with two others in it, to stand in. */
function twoPlaces() {
  const root = tempFolder('homes');
  const [here, there] = [join(root, 'here'), join(root, 'there')];
  mkdirSync(here);
  mkdirSync(there);
  return { root, here, there };
}

describe('a relative home is settled once', () => {
  const doctor = ['doctor', '--json'];

  test.each<[string, string[], Env, string]>([
    ['--home ./x', ['--home', './x'], {}, 'x'],
    ['--home ../x', ['--home', '../x'], {}, '../x'],
    ['AWS_STUDY_HOME=x', [], { AWS_STUDY_HOME: 'x' }, 'x'],
    [
      'HOME=x',
      [],
      { HOME: 'x', XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined },
      'x/.local/share/aws-study',
    ],
    ['XDG_DATA_HOME=x', [], { XDG_DATA_HOME: 'x', XDG_CACHE_HOME: 'y' }, 'x/aws-study'],
    ['--home=~/x', ['--home=~/x'], { HOME: '/somewhere' }, '/somewhere/x'],
    ['AWS_STUDY_HOME=~', [], { AWS_STUDY_HOME: '~', HOME: '/somewhere' }, '/somewhere'],
  ])('%s is said by its whole path', (_, flags, env, path) => {
    const { here } = twoPlaces();
    const whole = path.startsWith('/') ? path : join(here, path);
    expect(homeSaid(startIn(here, [...doctor, ...flags], env))).toBe(whole);
    const listed = startIn(here, ['deck', 'list', ...flags], env);
    expect(listed.stdout).toContain(`Your own go to ${join(whole, 'decks')}.`);
  });

  test('what was answered there is there from another folder, with its snapshot', () => {
    const { root, here, there } = twoPlaces();
    const card = 'sqs-fifo-queue-name';
    const env = { HOME: '../learner', XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined };
    expect(startIn(here, ['review', card, 'good'], env).status).toBe(0);
    expect(readdirSync(here)).toEqual([]);
    const shown = startIn(there, ['show', card, '--json'], env);
    expect(JSON.parse(shown.stdout)).toMatchObject({ reviews: 1 });
    const home = join(root, 'learner/.local/share/aws-study');
    expect(JSON.parse(startIn(root, ['show', card, '--json', '--home', home]).stdout)).toMatchObject({
      reviews: 1,
    });
    expect(readdirSync(there)).toEqual([]);
  });

  test('an empty HOME is none: nothing is kept wherever one stands', () => {
    const { here } = twoPlaces();
    const env = { HOME: '', XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined };
    const outcome = startIn(here, doctor, env);
    if (outcome.status === 2) expect(outcome.stderr).toContain('the system knows no home folder');
    else expect(homeSaid(outcome).startsWith(here)).toBe(false);
    expect(existsSync(join(here, '.local'))).toBe(false);
  });
});

test.each([
  ['--version'],
  ['deck', 'list'],
  ['deck', 'list', '--json'],
  ['help'],
  ['deck', 'export', '--format', 'json'],
])('%s %s: an output that takes nothing is said, with exit code 2', (...args) => {
  const home = tempFolder('home');
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', '"$0" "$@" >/dev/full', process.execPath, bin, ...args],
    { encoding: 'utf8', cwd: home, env: learnerEnv(home), timeout: 20_000 },
  );
  expect(stderr).toBe(
    'error: standard output takes nothing more (ENOSPC).\nhint: Make room where it goes, or send it somewhere else.\n',
  );
  expect(status).toBe(2);
});
