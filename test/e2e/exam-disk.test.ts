import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AttemptStore } from '../../src/storage/attempt-store.ts';
import { mountDisk, remount, sayNotMounted } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-home.ts';

const bin = join(import.meta.dirname, '../../bin/aws-study.mjs');

/** A running exam, line by line. */
function begin(home: string) {
  const args = [bin, 'exam', 'DVA-C03', '--questions', '3', '--domain', '1', '--plain'];
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, args, {
    env: { ...process.env, AWS_STUDY_HOME: home },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return {
    ended,
    err: () => err,
    async line(text: string, until: string) {
      const from = out.length;
      if (text !== '') child.stdin.write(text === '\n' ? text : `${text}\n`);
      while (!out.slice(from).includes(until)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    send: (text: string) => child.stdin.write(`${text}\n`),
    out: () => out,
  };
}

const answers = (home: string) =>
  new AttemptStore(join(home, 'attempts')).list().attempts[0]?.attempt.answers[0];

test('a disk that becomes full in an exam: clear words, exit 2, and what was acknowledged is there', async () => {
  const home = join(tempFolder('disk'), 'home');
  const refused = mountDisk(home, 256);
  if (refused !== undefined) return sayNotMounted('a full disk in an exam', refused);
  const exam = begin(home);
  await exam.line('', 'begin');
  await exam.line('\n', 'help:');
  await exam.line('a', 'Saved: A.');
  const before = answers(home);
  for (let size = 200_000; size > 0; size = Math.floor(size / 2)) {
    try {
      writeFileSync(join(home, `filler-${size}`), Buffer.alloc(size, 1));
    } catch {
      // The next smaller piece may still fit.
    }
  }
  // The page that the file already has takes some more lines; then nothing fits.
  for (let line = 0; line < 400; line += 1) exam.send(line % 2 === 0 ? 'b' : 'a');
  expect(await exam.ended).toBe(2);
  expect(exam.err()).toMatch(/the disk is full \(ENOSPC\)/);
  expect(exam.err()).toContain('hint: Free some space');
  expect(exam.out()).toContain('--resume');
  const acknowledged = exam.out().match(/^Saved: [AB]\./gm) ?? [];
  const events = new AttemptStore(join(home, 'attempts')).list().attempts[0]?.attempt.changes ?? [];
  expect(before).toBeDefined();
  expect(events.length).toBe(acknowledged.length);
}, 30_000);

test('a home that cannot be written: no exam begins, and it says why', async () => {
  const home = join(tempFolder('disk'), 'home');
  const refused = mountDisk(home, 256);
  if (refused !== undefined) return sayNotMounted('a read-only home and an exam', refused);
  remount(home, 'ro');
  const exam = begin(home);
  exam.send('');
  expect(await exam.ended).toBe(2);
  expect(exam.err()).toMatch(/read-only \(EROFS\)/);
  expect(exam.err()).toContain('hint: Choose a folder');
  expect(exam.out()).not.toContain('Question 1');
}, 20_000);

test('a home that becomes read-only in an exam: what was answered is there', async () => {
  const home = join(tempFolder('disk'), 'home');
  const refused = mountDisk(home, 256);
  if (refused !== undefined) return sayNotMounted('a disk that turns read-only in an exam', refused);
  const exam = begin(home);
  await exam.line('', 'begin');
  await exam.line('\n', 'help:');
  await exam.line('a', 'Saved: A.');
  exam.send('quit');
  await exam.ended;
  remount(home, 'ro');
  const again = begin(home);
  again.send('b');
  expect(await again.ended).toBe(2);
  expect(answers(home)).toHaveLength(1);
}, 20_000);
