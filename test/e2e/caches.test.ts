import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/aws-study.mjs');

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aws-study-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    env: { ...process.env, AWS_STUDY_HOME: home },
  });

// Caches fail in silence by design, so the built program is asked whether they are there: a bundle can break them.
test("the built program keeps the learner's own decks compiled", () => {
  mkdirSync(join(home, 'decks'));
  writeFileSync(
    join(home, 'decks', 'own.yaml'),
    'deck: own\ntitle: Own\ncards:\n  - {id: own-a, kind: basic, topic: t, front: F?, back: B}\n',
  );
  expect(run('deck', 'list', '--json').status).toBe(0);
  const cached = readdirSync(join(home, 'cache', 'decks'));
  expect(cached.filter((name) => name.endsWith('.json'))).toHaveLength(1);
  expect(cached.filter((name) => name.endsWith('.cards'))).toHaveLength(1);
});

test('the built program writes a snapshot after two hundred events, and the next start reads it', () => {
  mkdirSync(join(home, 'journal'), { recursive: true });
  const line = (index: number) =>
    JSON.stringify({
      v: 1,
      id: `E${String(index).padStart(25, '0')}`,
      at: 1_700_000_000_000 + index,
      tz: 0,
      day: 19_675,
      type: 'review',
      card: 'sqs-standard-queue-duplicates',
      grade: 3,
    });
  writeFileSync(
    join(home, 'journal', 'd-a.jsonl'),
    `${Array.from({ length: 250 }, (_, i) => line(i)).join('\n')}\n`,
  );
  const now = { AWS_STUDY_NOW: '2023-11-15T12:00:00Z' };
  Object.assign(process.env, now);
  const first = run('review', 'sqs-standard-queue-duplicates', 'good', '--json');
  expect(first.stderr).toBe('');
  expect(existsSync(join(home, 'cache', 'snapshot.json'))).toBe(true);
  const second = run('show', 'sqs-standard-queue-duplicates', '--json');
  expect(JSON.parse(second.stdout)).toMatchObject({ reviews: 251 });
  expect(run('doctor', '--json').stdout).toContain('fits the journal');
  delete process.env.AWS_STUDY_NOW;
});
