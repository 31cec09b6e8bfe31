import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gradeDrill } from '../../src/domain/drills/grade.ts';
import { drillTemplates } from '../../src/domain/drills/index.ts';
import { answersIn } from '../support/pseudo-terminal.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

interface Question {
  readonly drill: string;
  readonly calculator: string;
  readonly question: string;
  readonly answer: string;
  readonly command: string;
  readonly steps: readonly unknown[];
  readonly traps: readonly { readonly value: number | string; readonly sentence: string }[];
  readonly sources: readonly string[];
}

const drill = (home: string, input: string, ...argv: string[]) => runCli(['drill', ...argv], { home, input });
const questions = async (home: string, ...argv: string[]) =>
  json<Question[]>(await runCli(['drill', ...argv, '--json'], { home }));

describe('--json prints questions with answers, without asking', () => {
  test('as many as asked, the same for the same seed', async () => {
    const home = tempFolder('home');
    const once = await questions(home, '--count', '40', '--seed', '7');
    expect(once).toHaveLength(40);
    expect(new Set(once.slice(0, drillTemplates.length).map((one) => one.drill)).size).toBe(
      drillTemplates.length,
    );
    expect(await questions(home, '--count', '40', '--seed', '7')).toEqual(once);
    expect(await questions(home, '--count', '40', '--seed', '8')).not.toEqual(once);
    for (const { steps, sources, answer } of once) {
      expect(steps.length).toBeGreaterThan(0);
      expect(sources[0]).toMatch(/^https:/);
      expect(answer).not.toBe('');
    }
  });

  test('ten without a count; only the calculators and templates named', async () => {
    const home = tempFolder('home');
    expect(await questions(home)).toHaveLength(10);
    const some = await questions(home, 'cidr', 'sqs-extend', '--count', '30');
    expect(new Set(some.map((one) => (one.calculator === 'cidr' ? 'cidr' : one.drill)))).toEqual(
      new Set(['cidr', 'sqs-extend']),
    );
  });

  test('its command computes its answer', async () => {
    const home = tempFolder('home');
    for (const { command, answer } of await questions(home, '--count', '32', '--seed', '3')) {
      const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2] ?? '').slice(1);
      const outcome = await runCli([...argv, '--json'], { home });
      expect({ command, code: outcome.code }).toEqual({ command, code: 0 });
      expect(answer).not.toBe('');
    }
  });
});

describe('line by line', () => {
  test('right: recorded as good', async () => {
    const home = tempFolder('home');
    const [first] = await questions(home, 'dynamodb', '--seed', '5');
    const { out, code } = await drill(
      home,
      `${first?.answer}\n\n`,
      'dynamodb',
      '--seed',
      '5',
      '--count',
      '1',
    );
    expect(code).toBe(0);
    expect(out).toContain(first?.question);
    expect(out).toMatch(/\nRight\.\nAnswer: /);
    expect(out).toMatch(/\nSource: https:/);
    expect(out).toContain('1 question, 1 right (100%)');
    expect(answersIn(home)).toEqual([`drill:${first?.drill} 3`]);
  });

  test('wrong by a trap: its sentence and the working; recorded as again', async () => {
    const home = tempFolder('home');
    const all = await questions(home, 'dynamodb-rcu-eventual', '--seed', '5', '--count', '1');
    const [first] = all;
    const trap = first?.traps[0];
    const { out } = await drill(
      home,
      `${trap?.value}\n\n`,
      'dynamodb-rcu-eventual',
      '--seed',
      '5',
      '--count',
      '1',
    );
    expect(out).toContain('\nWrong.\n');
    expect(out).toContain(`Trap: ${trap?.sentence}`);
    expect(out).toMatch(/\nStep: round the size up to 4 KB: ceil\(/);
    expect(out).toContain('Due again today: dynamodb-rcu-eventual');
    expect(answersIn(home)).toEqual(['drill:dynamodb-rcu-eventual 1']);
  });

  test('what is no answer is asked again; ? shows it; the grade can be another', async () => {
    const home = tempFolder('home');
    const input = 'cats\n\n?\n4\n';
    const { out } = await drill(home, input, 'sqs-extend', '--seed', '5', '--count', '1');
    expect(out).toContain('Try again.');
    expect(out).not.toContain('Wrong.');
    expect(out).toContain('1 question, 0 right');
    expect(answersIn(home)).toEqual(['drill:sqs-extend 4']);
  });

  test('q leaves and loses nothing; the end of input too', async () => {
    const home = tempFolder('home');
    await drill(home, '?\n\n?\nq\n', '--seed', '2');
    expect(answersIn(home)).toHaveLength(2);
    const before = answersIn(home).length;
    expect((await drill(home, '', '--seed', '2')).code).toBe(0);
    expect((await drill(home, 'q\n', '--seed', '2')).out).toContain('No question was answered.');
    expect((await drill(home, '?\n', '--seed', '2')).code).toBe(0);
    expect(answersIn(home)).toHaveLength(before + 1);
  });

  test('two grades, where that is the setting', async () => {
    const home = tempFolder('home');
    await runCli(['config', 'grades', 'two'], { home });
    const { out } = await drill(home, '?\n2\n', 'cidr-usable', '--count', '1');
    expect(out).toMatch(/Grade: 1 again \S+, 2 good \S+\. Enter takes again\./);
    expect(answersIn(home)).toEqual(['drill:cidr-usable 3']);
  });

  test('units are forgiven and converted', async () => {
    const home = tempFolder('home');
    const [first] = await questions(home, 'sqs-lambda-visibility', '--seed', '9', '--count', '1');
    const seconds = Number(first?.answer.replace(/[, s]/g, ''));
    const template = drillTemplates.find(({ id }) => id === 'sqs-lambda-visibility');
    expect(template).toBeDefined();
    const { out } = await drill(
      home,
      `${seconds / 60} min\n\n`,
      'sqs-lambda-visibility',
      '--seed',
      '9',
      '--count',
      '1',
    );
    expect(out).toContain('Right.');
  });
});

describe('schedule', () => {
  const next = async (home: string, now: string, ...argv: string[]) => {
    const outcome = await runCli(['drill', ...argv, '--json', '--seed', '1'], { home, now });
    return json<Question[]>(outcome).map((one) => one.drill);
  };

  test('wrong ones come first, then new ones, then those that are known', async () => {
    const home = tempFolder('home');
    const now = '2026-11-20T08:00:00Z';
    const order = await next(home, now, 'sqs');
    const [first, second] = await questions(home, 'sqs', '--seed', '1');
    await drill(home, `${first?.answer}\n\n?\n\nq\n`, 'sqs', '--seed', '1');
    const after = await next(home, now, 'sqs', '--count', '5');
    expect(after[0]).toBe(second?.drill);
    expect(after[4]).toBe(first?.drill);
    expect(new Set(after)).toEqual(new Set(order));
    const later = await next(home, '2026-12-20T08:00:00Z', 'sqs', '--count', '5');
    expect(new Set(later.slice(0, 2))).toEqual(new Set([first?.drill, second?.drill]));
  });
});

describe('the rest of the program and drills in the journal', () => {
  test('today counts those due; quiz, due and doctor are as before', async () => {
    const home = tempFolder('home');
    const before = json<{ newToday: number }>(await runCli(['--json'], { home }));
    const queued = json<unknown[]>(await runCli(['quiz', '--json', '--seed', '1'], { home }));
    await drill(home, '?\n\n?\n\n?\n\nq\n', '--seed', '1');
    expect(json(await runCli(['--json'], { home }))).toMatchObject({
      newToday: before.newToday,
      drillsDue: 3,
      answeredToday: 0,
      streakDays: 1,
    });
    expect((await runCli([], { home })).out).toContain('3 drills due');
    expect(json(await runCli(['quiz', '--json', '--seed', '1'], { home }))).toEqual(queued);
    expect(json<{ due: unknown[] }>(await runCli(['due', '--json'], { home })).due).toEqual([]);
    const doctor = await runCli(['doctor'], { home });
    expect(doctor.code).toBe(0);
    expect(doctor.out).not.toContain('drill:');
    expect(json(await runCli(['undo', '--json'], { home }))).toMatchObject([{ grade: 'again' }]);
    expect(json(await runCli(['--json'], { home }))).toMatchObject({ drillsDue: 2 });
  });
});

test.each([
  [['dynamo'], 'Did you mean "aws-study drill dynamodb"?'],
  [['cidr-slpit'], 'Did you mean "aws-study drill cidr-split"?'],
  [['zzzzzz'], 'Name a calculator: dynamodb, cidr'],
  [['--count', 'many'], 'whole number'],
  [['--halp'], '--help'],
])('drill %j is refused', async (argv, hint) => {
  const outcome = await drill(tempFolder('home'), '', ...argv);
  expect(outcome).toMatchObject({ code: 2, out: '' });
  expect(outcome.err).toContain(hint);
});

test('every answer as it is shown is taken as right', () => {
  for (const template of drillTemplates) {
    const made = template.generate(() => 0.37);
    expect([template.id, gradeDrill(made, made.answerText).correct]).toEqual([template.id, true]);
  }
});

test('the command to go on with keeps the home and the mode, and stands whole on its line', async () => {
  const home = join(tempFolder('home'), 'a b');
  const { out } = await drill(home, '?\n1\nq\n', 'sqs-extend', '--plain', '--home', home);
  expect(out.split('\n')).toContain(`  aws-study drill sqs-extend --plain --home "${home}"`);
  const there = tempFolder('home');
  expect((await drill(there, '?\n1\nq\n', 'sqs')).out).toContain('Go on with "aws-study drill sqs".');
});
