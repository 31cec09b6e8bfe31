import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

function aHome(): string {
  const home = tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', [aCard('mine', 'basic'), aCard('mine', 'text')]));
  return home;
}

test('passes over a cram, which changed nothing', async () => {
  const home = aHome();
  await runCli(['review', 'mine-basic', 'hard'], { home });
  await runCli(['quiz', 'mine', '--cram'], { home, input: '\n3\nhard\n3\n' });
  expect(json(await runCli(['undo', '--json'], { home }))).toMatchObject([{ card: 'mine-basic' }]);
  expect((await runCli(['undo'], { home })).out).toBe('There is no answer to take back.\n');
});

test('says when, as the clock on the wall said it where the answer was given', async () => {
  const home = aHome();
  await runCli(['review', 'mine-basic', 'easy'], { home, now: '2026-11-20T23:05:00Z' });
  expect((await runCli(['undo'], { home })).out).toBe('Taken back: mine-basic (easy, 2026-11-20 23:05).\n');
});

test('takes back the newest answer of this device, though another one has a newer one', async () => {
  const home = aHome();
  await runCli(['review', 'mine-basic', 'hard'], { home });
  const [own = ''] = readdirSync(join(home, 'journal'));
  const at = Date.parse('2026-11-20T09:30:00Z');
  const newer = { v: 1, id: 'E2', at, tz: 0, day: 20_777, type: 'review', card: 'mine-text', grade: 3 };
  appendFileSync(join(home, 'journal', 'd-phone.jsonl'), `${JSON.stringify(newer)}\n`);
  expect(json(await runCli(['undo', '--json'], { home }))).toEqual([
    { card: 'mine-basic', grade: 'hard', day: '2026-11-20', at: '2026-11-20T08:00:00.000Z' },
  ]);
  expect((await runCli(['undo'], { home })).out).toBe('There is no answer to take back.\n');
  expect(readdirSync(join(home, 'journal')).sort()).toEqual([own, 'd-phone.jsonl'].sort());
});
