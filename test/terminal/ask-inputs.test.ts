import { describe, expect, test } from 'vitest';
import {
  missingInputs,
  openInputs,
  type RawInputs,
  usualInputs,
} from '../../src/domain/calculators/calculate.ts';
import type { Task } from '../../src/domain/calculators/calculator.ts';
import { Interrupted } from '../../src/errors.ts';
import { askInputs, askTask } from '../../src/terminal/ask-inputs.ts';
import { all } from '../domain/calculators/ask.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

const taskOf = (name: keyof typeof all, task: string) =>
  all[name].tasks.find((each) => each.name === task) as Task;

function asking(task: Task, given: RawInputs = {}, open: typeof openInputs = missingInputs) {
  const terminal = new FakeTerminal(60, 20);
  const answers = askInputs({ terminal, fileTrouble: async () => undefined }, task, given, open);
  answers.catch(() => {});
  return { terminal, answers };
}

async function typed(terminal: FakeTerminal, text: string) {
  await terminal.settle();
  for (const key of text) await terminal.press(key === ' ' ? '\u0020' : key);
  return terminal.press('enter');
}

describe('what is missing is asked', () => {
  test('only that, with an example, and again after a wrong answer', async () => {
    const { terminal, answers } = asking(taskOf('kinesis', 'shards'), { rate: '500/s' });
    await terminal.settle();
    expect(terminal.screen()).toEqual(['? Record size (such as 2KB)']);
    const told = await typed(terminal, '2cats');
    expect(told.join('\n')).toContain('> "2cats" has the unit "cats"');
    expect(told.join(' ')).toContain('for example 2KB');
    await terminal.press('backspace backspace backspace backspace');
    await typed(terminal, 'KB');
    expect(await answers).toEqual({ rate: '500/s', 'record-size': '2KB' });
  });

  test('a choice is picked with arrows; what it makes needless is not asked', async () => {
    const { terminal, answers } = asking(taskOf('ebs', 'volume'), { iops: '6000' });
    await terminal.settle();
    expect(terminal.screen()[0]).toBe('? Volume type');
    await terminal.press('down');
    await terminal.press('enter');
    expect(await answers).toEqual({ iops: '6000', type: 'gp3' });
  });

  test('a task that needs nothing is asked for all of it, Enter taking the defaults', async () => {
    const { terminal, answers } = asking(taskOf('sqs', 'polling'), { task: 'polling' }, openInputs);
    for (let turn = 0; turn < 12; turn += 1) await terminal.press('enter');
    expect(await answers).toEqual({ task: 'polling' });
  });

  test('a switch is asked yes or no', async () => {
    const { terminal, answers } = asking(taskOf('lambda', 'cost'), {}, openInputs);
    await typed(terminal, '10M');
    await typed(terminal, '512MB');
    await typed(terminal, '100ms');
    await terminal.press('enter');
    expect(terminal.screen().at(-1)).toMatch(/Free tier.*\(y\/N\)/);
    await terminal.press('y');
    await terminal.press('enter');
    expect(await answers).toEqual({
      invocations: '10M',
      memory: '512MB',
      duration: '100ms',
      'free-tier': 'true',
    });
  });

  test('who gave nothing is asked for what decides the most, too; Enter passes it by', async () => {
    const { terminal, answers } = asking(taskOf('cidr', 'split'), {}, usualInputs);
    await typed(terminal, '10.0.0.0/16');
    expect(terminal.screen().at(-1)).toBe('? How many (Enter: none)');
    await typed(terminal, '6');
    expect(await answers).toEqual({ cidr: '10.0.0.0/16', into: '6' });
  });

  test('which task, where nothing says it', async () => {
    const terminal = new FakeTerminal(40, 20);
    const chosen = askTask({ terminal, fileTrouble: async () => undefined }, all.cidr);
    await terminal.press('down');
    expect(terminal.screen().join('\n')).toContain('❯ split');
    for (const line of terminal.screen()) expect(line.length).toBeLessThanOrEqual(40);
    await terminal.press('enter');
    expect((await chosen).name).toBe('split');
  });
});

test('Ctrl-C interrupts', async () => {
  const { terminal, answers } = asking(taskOf('kinesis', 'shards'));
  await terminal.settle();
  await terminal.press('ctrl-c');
  await expect(answers).rejects.toThrow(Interrupted);
});

test('a signal interrupts with its own reason', async () => {
  const { terminal, answers } = asking(taskOf('kinesis', 'shards'));
  await terminal.settle();
  const reason = new Interrupted(143);
  terminal.interrupt(reason);
  await expect(answers).rejects.toBe(reason);
});
