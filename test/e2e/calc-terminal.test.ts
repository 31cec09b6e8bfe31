import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { answersIn, bin, learnerEnv, PseudoTerminal } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

const start = (args: readonly string[], columns = 100) => {
  const home = tempFolder('home');
  return { home, term: new PseudoTerminal(args, { home, columns, rows: 40 }) };
};

describe('calc in a real terminal', () => {
  test.each([40, 100])('asks for what is missing and answers, at %i columns', async (columns) => {
    const { term } = start(['calc', 'kinesis', '--consumers', '2'], columns);
    await term.shows('Records (such as 5000/s)');
    term.type('12 cats\r');
    await term.shows('> "12 cats" has the unit "cats"');
    term.send('backspace backspace backspace backspace backspace');
    term.type('00/s\r');
    await term.shows('Record size (such as 2KB)');
    term.type('1KB\r');
    await term.shows(/Shards\s+2/);
    expect(await term.exited).toBe(0);
    expect(term.raw).toContain('\u001B[?25h');
  });

  test('asks which task first, where nothing is given', async () => {
    const { term } = start(['calc', 'cidr']);
    await term.shows('the five reserved ones');
    term.send('down down enter');
    await term.shows('Hosts (such as 250)');
    term.type('250\r');
    await term.shows(/Smallest subnet\s+\/24/);
    expect(await term.exited).toBe(0);
  });

  test.each(['ctrl-c', 'ctrl-d'])('%s exits with 130', async (key) => {
    const { term } = start(['calc', 'kinesis']);
    await term.shows('Records');
    term.send(key);
    expect(await term.exited).toBe(130);
    expect(term.raw).not.toMatch(/Error|Warning|at .*\.js/);
  });

  test('with --json or --plain nothing is asked', async () => {
    for (const flag of ['--json', '--plain']) {
      const { term } = start(['calc', 'kinesis', flag]);
      expect(await term.exited).toBe(2);
      await term.rests();
      expect(term.text()).toContain('needs inputs');
    }
  });
});

test('calc in a pipe, through the front door', () => {
  const args = ['calc', 'dynamodb', '--operation', 'GetItem', '--size', '6KB', '--rate', '200/s', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    env: learnerEnv(tempFolder('home')),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout).outputs[0]).toMatchObject({ name: 'capacity', value: 200, unit: 'RCU' });
});

describe('drill in a real terminal', () => {
  test('a wrong answer with its working, a right one, and the summary', async () => {
    const { home, term } = start(['drill', 'cidr-split', '--count', '2', '--seed', '3']);
    await term.shows('1/2');
    term.type('/1\r');
    const told = await term.shows('Wrong:');
    expect(told).toMatch(/new prefix\s+\/\d+ \+ \d+ = \/\d+/);
    term.send('enter');
    await term.shows('2/2');
    term.type('?');
    await term.shows('It is /');
    term.send('3');
    expect(await term.exited).toBe(0);
    expect(await term.shows('2 questions, 0 right')).toBeTruthy();
    expect(answersIn(home)).toEqual(['drill:cidr-split 1', 'drill:cidr-split 3']);
    expect(term.emulator.buffer.active.type).toBe('normal');
  });

  test('a calc card in a quiz, with fresh numbers and the working', async () => {
    const { home, term } = start(['quiz', 'vpc', '--kind', 'calc', '--limit', '1', '--seed', '2']);
    await term.shows('enter check');
    term.type('nothing\r');
    await term.shows('Worked out:');
    term.send('3');
    expect(await term.exited).toBe(0);
    expect(answersIn(home)).toHaveLength(1);
  });
});
