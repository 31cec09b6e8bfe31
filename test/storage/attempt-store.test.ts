import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { StartedEvent } from '../../src/domain/exam/attempt-events.ts';
import { UserError } from '../../src/errors.ts';
import { AttemptLock } from '../../src/storage/attempt-lock.ts';
import { AttemptStore } from '../../src/storage/attempt-store.ts';
import { tempFolder } from '../support/temp-home.ts';

const started = (attemptId: string, atMs = 1_000): StartedEvent => ({
  type: 'started',
  atMs,
  format: 1,
  attemptId,
  mode: 'timed',
  seed: 1,
  deadlineMs: 100_000,
  paper: {
    exam: 'DVA-C03',
    items: [0, 1].map((index) => ({
      questionId: `q${index}`,
      domainId: '1',
      taskId: '1.1',
      choose: 1,
      keys: [0],
      order: [0, 1, 2, 3],
      scored: true,
      fingerprint: '',
    })),
  },
});

function aStore() {
  const folder = join(tempFolder('attempts'), 'attempts');
  return { folder, store: new AttemptStore(folder), file: (id: string) => join(folder, `${id}.jsonl`) };
}

const answer = (choice: number, question = 0) =>
  ({ type: 'answer', atMs: 2_000, question, choices: [choice] }) as const;

test('an attempt is a file of lines; another start of the program reads the same from it', () => {
  const { folder, store, file } = aStore();
  const log = store.start(started('a1'));
  log.append(answer(2));
  log.append({ type: 'visit', atMs: 3_000, question: 1 });
  log.append({ type: 'flag', atMs: 4_000, question: 1, flagged: true });
  expect(readFileSync(file('a1'), 'utf8').trim().split('\n')).toHaveLength(4);
  log.close();
  const { attempts, trouble } = new AttemptStore(folder).list();
  expect(trouble).toEqual([]);
  expect(attempts[0]?.attempt).toMatchObject({ answers: [[2], []], flags: [false, true], position: 1 });
  expect([...(attempts[0]?.shown ?? [])]).toEqual([0, 1]);
});

test('no folder is no attempt; attempts come in the order of their start', () => {
  const { store } = aStore();
  expect(store.list()).toEqual({ attempts: [], trouble: [] });
  store.start(started('later', 9_000)).close();
  store.start(started('earlier', 2_000)).close();
  expect(store.list().attempts.map(({ attempt }) => attempt.attemptId)).toEqual(['earlier', 'later']);
});

test('names of new attempts differ within one minute', () => {
  const { store } = aStore();
  const names = new Set(Array.from({ length: 20 }, () => store.newId('2026-11-20-0935')));
  expect(names.size).toBeGreaterThan(15);
  for (const name of names) expect(name).toMatch(/^2026-11-20-0935-[0-9a-f]{4}$/);
});

describe('a torn file', () => {
  test.each([
    ['cut in the middle of a line', (text: string) => text.slice(0, -9), /cut short/, 3],
    ['with a line of noise', (text: string) => `${text}\u0000\u0000\n`, /not a readable event/, 4],
    [
      'with an event of the future',
      (text: string) => `${text}{"type":"moonwalk","atMs":1}\n`,
      /not a readable/,
      4,
    ],
  ])('%s: the rest counts, and it is reported with its line', (_, tear, words, line) => {
    const { store, file } = aStore();
    const log = store.start(started('a1'));
    log.append(answer(2));
    log.append(answer(3));
    log.close();
    writeFileSync(file('a1'), tear(readFileSync(file('a1'), 'utf8')));
    const { attempts, trouble } = store.list();
    expect(attempts).toHaveLength(1);
    expect(attempts[0]?.attempt.answers[0]).toEqual([line === 3 ? 2 : 3]);
    expect(trouble).toEqual([{ file: file('a1'), line, message: expect.stringMatching(words) }]);
  });

  test('cut anywhere at all, the whole lines before the cut count and nothing else', () => {
    const { store, file } = aStore();
    const log = store.start(started('a1'));
    for (const choice of [1, 2, 3]) log.append(answer(choice));
    log.close();
    const bytes = readFileSync(file('a1'));
    const text = bytes.toString();
    for (let length = text.indexOf('\n') + 1; length <= bytes.length; length += 1) {
      writeFileSync(file('a1'), bytes.subarray(0, length));
      const lines = text.slice(0, length).split('\n').length - 1;
      const { attempts, trouble } = store.list();
      expect(attempts[0]?.attempt.answers[0]).toEqual(lines === 1 ? [] : [lines - 1]);
      expect(trouble).toHaveLength(text[length - 1] === '\n' ? 0 : 1);
    }
  });

  test('what is written after a torn line stands on a line of its own', () => {
    const { store, file } = aStore();
    store.start(started('a1')).close();
    appendFileSync(file('a1'), '{"type":"answer","at');
    const { log } = store.open('a1');
    log.append(answer(1));
    log.close();
    const { attempts, trouble } = store.list();
    expect(attempts[0]?.attempt.answers[0]).toEqual([1]);
    expect(trouble).toMatchObject([{ line: 2 }]);
  });

  test('a file that the disk does not give is reported, and keeps nobody from the others', () => {
    const { store, file } = aStore();
    store.start(started('a1')).close();
    mkdirSync(file('a2'));
    const { attempts, trouble } = store.list();
    expect(attempts.map(({ attempt }) => attempt.attemptId)).toEqual(['a1']);
    expect(trouble).toEqual([
      {
        file: file('a2'),
        line: 0,
        message: 'cannot be read: the path is a folder, not a file (EISDIR); it is left out',
      },
    ]);
    expect(() => store.open('a2')).toThrow(/could not read .*a2\.jsonl/);
  });

  test('a file without its start is left out and said so', () => {
    const { store, folder, file } = aStore();
    mkdirSync(folder, { recursive: true });
    writeFileSync(file('a1'), '{"type":"started","form');
    expect(store.list().attempts).toEqual([]);
    expect(store.list().trouble).toMatchObject([{ message: expect.stringContaining('cut short') }]);
    expect(() => store.open('a1')).toThrow(UserError);
    expect(store.isOpen('a1')).toBe(false);
  });
});

describe('two terminals', () => {
  test('the second is refused while the first has the attempt, and welcome after it', () => {
    const { folder, store } = aStore();
    const log = store.start(started('a1'));
    const other = new AttemptStore(folder);
    expect(other.isOpen('a1')).toBe(true);
    expect(() => other.open('a1')).toThrow(/open in another terminal \(process \d+/);
    log.close();
    expect(other.isOpen('a1')).toBe(false);
    other.open('a1').log.close();
    expect(readdirSync(folder)).toEqual(['a1.jsonl']);
  });

  test('another living process is respected, and a killed one leaves nothing behind', async () => {
    const { folder, store } = aStore();
    store.start(started('a1')).close();
    const lock = join(folder, 'a1.lock');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void other.kill('SIGKILL'));
    writeFileSync(lock, JSON.stringify({ pid: other.pid, host: hostname(), started: '', token: 'x' }));
    expect(() => store.open('a1')).toThrow(/open in another terminal/);
    other.kill('SIGKILL');
    await once(other, 'exit');
    store.open('a1').log.close();
    expect(existsSync(lock)).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('a process number that is used again is not the process', () => {
    const { folder, store } = aStore();
    store.start(started('a1')).close();
    const lock = { pid: process.pid, host: hostname(), started: '1', token: 'x' };
    writeFileSync(join(folder, 'a1.lock'), JSON.stringify(lock));
    store.open('a1').log.close();
  });

  test('a lock of another machine is never taken: nobody can know whether its process lives', () => {
    const { folder, store } = aStore();
    store.start(started('a1')).close();
    const lock = { pid: 1, host: 'elsewhere', started: '', token: 'x' };
    writeFileSync(join(folder, 'a1.lock'), JSON.stringify(lock));
    expect(() => store.open('a1')).toThrow(/process 1 on elsewhere/);
  });

  describe('a dead lock that several terminals find', () => {
    const dead = 2 ** 22 + 1;
    const lockOf = (pid: number, token: string) =>
      JSON.stringify({ pid, host: hostname(), started: '', token });

    /** A lock whose holder is dead; `meanwhile` happens between finding that and moving the lock away. */
    function aDeadLock(meanwhile: (path: string) => void) {
      const { folder } = aStore();
      mkdirSync(folder, { recursive: true });
      const path = join(folder, 'a1.lock');
      writeFileSync(path, lockOf(dead, 'dead'));
      const kill = vi.spyOn(process, 'kill').mockImplementation((pid) => {
        if (pid !== dead) return true;
        meanwhile(path);
        throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
      });
      onTestFinished(() => kill.mockRestore());
      return { lock: new AttemptLock(path), path, files: () => readdirSync(folder) };
    }

    test('the slower puts back the lock of the quicker, and is refused', () => {
      const quicker = lockOf(process.pid, 'quicker');
      const { lock, path, files } = aDeadLock((at) => writeFileSync(at, quicker));
      expect(lock.take()).toMatchObject({ token: 'quicker' });
      expect(readFileSync(path, 'utf8')).toBe(quicker);
      expect(files()).toEqual(['a1.lock']);
      expect(lock.isMine()).toBe(false);
    });

    test('it is not put back over the lock of a third', () => {
      const [quicker, third] = [lockOf(process.pid, 'quicker'), lockOf(process.pid, 'third')];
      const { lock, path, files } = aDeadLock((at) => writeFileSync(at, quicker));
      const parse = JSON.parse;
      const reading = vi.spyOn(JSON, 'parse').mockImplementation((text) => {
        // The slower looks at what it moved away; at that moment a third finds no lock, and takes the attempt.
        if (text === quicker && !existsSync(path)) writeFileSync(path, third);
        return parse(text);
      });
      onTestFinished(() => reading.mockRestore());
      expect(lock.take()).toMatchObject({ token: 'third' });
      expect(readFileSync(path, 'utf8')).toBe(third);
      expect(files()).toEqual(['a1.lock']);
    });

    test('one that is gone by then is simply taken', () => {
      const { lock, files } = aDeadLock((at) => unlinkSync(at));
      expect(lock.take()).toBeUndefined();
      expect(lock.isMine()).toBe(true);
      expect(files()).toEqual(['a1.lock']);
    });
  });

  test.each(['', 'not json', '{"pid":"x"}'])('a broken lock (%j) is replaced', (content) => {
    const { folder, store } = aStore();
    store.start(started('a1')).close();
    writeFileSync(join(folder, 'a1.lock'), content);
    store.open('a1').log.close();
  });

  test('who lost the attempt writes nothing more, and does not take the lock of the other away', () => {
    const { folder, store } = aStore();
    const log = store.start(started('a1'));
    const lock = join(folder, 'a1.lock');
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), started: '', token: 'other' }));
    expect(() => log.append(answer(1))).toThrow(/another terminal has taken over/);
    log.close();
    expect(existsSync(lock)).toBe(true);
    expect(store.list().attempts[0]?.attempt.answers[0]).toEqual([]);
  });
});

describe('a disk that refuses', () => {
  test.skipIf(!existsSync('/dev/full'))('full: clear words, and no lock stays behind', () => {
    const { folder, store, file } = aStore();
    mkdirSync(folder, { recursive: true });
    symlinkSync('/dev/full', file('a1'));
    expect(() => store.start(started('a1'))).toThrow(/the disk is full \(ENOSPC\)/);
    expect(readdirSync(folder)).toEqual(['a1.jsonl']);
  });

  test.skipIf(process.platform !== 'linux')('read-only, even for root: clear words', () => {
    const store = new AttemptStore('/sys/aws-study-attempts');
    expect(() => store.start(started('a1'))).toThrow(/permission was denied|not permitted|read-only/);
    expect(store.list()).toEqual({ attempts: [], trouble: [] });
  });

  test('a file in the place of the folder: clear words', () => {
    const { folder, store } = aStore();
    writeFileSync(folder, '');
    expect(() => store.start(started('a1'))).toThrow(UserError);
    expect(() => store.list()).toThrow(/not a folder/);
  });
});
