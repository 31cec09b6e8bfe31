import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as folding from '../../src/domain/journal/fold.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

vi.mock('../../src/domain/journal/fold.ts', { spy: true });

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

test.each([
  ['undo --count 9', 20_776, ['undo', '--count', '9']],
  ['doctor --fix', 21_000, ['doctor', '--fix']],
])('%s takes many answers back and folds the journal as often as for one', async (_, day, argv) => {
  const foldsFor = async (answers: number) => {
    const home = aHome();
    const at = Date.parse('2026-11-20T07:00:00Z') + (day - 20_777) * 86_400_000;
    await runCli(['review', 'mine-basic', 'hard'], { home, now: new Date(at).toISOString() });
    const [own = ''] = readdirSync(join(home, 'journal'));
    const lines = Array.from({ length: answers }, (_, index) =>
      JSON.stringify({
        v: 1,
        id: `E${index}`,
        at: at + 1 + index,
        tz: 0,
        day,
        type: 'review',
        card: 'mine-text',
        grade: 3,
      }),
    );
    appendFileSync(join(home, 'journal', own), lines.map((line) => `${line}\n`).join(''));
    vi.mocked(folding.fold).mockClear();
    expect((await runCli(argv, { home })).code).toBe(0);
    const folds = vi.mocked(folding.fold).mock.calls.length;
    const undos = readFileSync(join(home, 'journal', own), 'utf8').match(/"undo"/g)?.length;
    return { folds, undos };
  };
  const few = await foldsFor(1);
  const many = await foldsFor(8);
  expect([few.undos, many.undos]).toEqual([2, 9]);
  expect(many.folds).toBe(few.folds);
});
