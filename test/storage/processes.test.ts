import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/domain/chance.ts';
import { parseEvent } from '../../src/domain/journal/event.ts';
import { aStore, journalFile, linesOf } from '../support/a-journal.ts';
import { startDriver } from '../support/run-driver.ts';
import { tempHome } from '../support/temp-home.ts';

const idsOn = (folder: string) =>
  readdirSync(folder).flatMap((name) =>
    linesOf(join(folder, name)).flatMap((line) => parseEvent(line)?.id ?? []),
  );

test('two processes that write 200 answers each at once lose none, and tear no line', async () => {
  const paths = tempHome();
  // Both are the first ever: they race for the name of the device too.
  const runs = ['a', 'b'].map((label) => startDriver(['append', paths.home, '200', label]));
  for (const run of runs) expect(await run.ended).toEqual({ code: 0, signal: null });
  const acknowledged = runs.flatMap((run) => run.lines());
  expect(new Set(acknowledged).size).toBe(400);
  expect(readdirSync(paths.journal)).toHaveLength(1);
  expect(idsOn(paths.journal).sort()).toEqual([...acknowledged].sort());
  const { progress, trouble } = aStore(paths).read();
  expect([progress.cards.size, trouble]).toEqual([400, []]);
}, 30_000);

test('kill -9 at any moment loses no acknowledged answer: 50 kills, four processes at once on one journal', async () => {
  const paths = tempHome();
  const random = seededRandom(50);
  const acknowledged: string[] = [];
  const wave = async (count: number, from: number) => {
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const run = startDriver(['append', paths.home, '100000', `k${from + index}`]);
        await run.started;
        await new Promise((resolve) => setTimeout(resolve, random() * 60));
        run.child.kill('SIGKILL');
        expect((await run.ended).signal).toBe('SIGKILL');
        acknowledged.push(...run.lines());
      }),
    );
  };
  for (let killed = 0; killed < 50; killed += 4) await wave(Math.min(4, 50 - killed), killed);
  expect(acknowledged.length).toBeGreaterThan(100);
  const onDisk = new Set(idsOn(paths.journal));
  expect(acknowledged.filter((id) => !onDisk.has(id))).toEqual([]);
  // What was killed between writing and saying so may be there too: at most one answer a process.
  expect(onDisk.size - acknowledged.length).toBeLessThanOrEqual(50);
  const { progress } = aStore(paths).read();
  expect(progress.events).toBe(onDisk.size);
}, 60_000);

test('a limit on the size of files is said in words; what was acknowledged before is there, and it goes on after', async () => {
  const paths = tempHome();
  const run = startDriver(['append', paths.home, '500', 'f'], 'ulimit -f 8');
  expect(await run.ended).toEqual({ code: 1, signal: null });
  const said = run.lines();
  const last = said.pop() ?? '';
  expect(last).toMatch(
    /^UserError: could not write to .*\.jsonl: the file may not grow any more \(EFBIG\)\. Raise/,
  );
  expect(said.length).toBeGreaterThan(10);
  expect(idsOn(paths.journal)).toEqual(said);
  const after = startDriver(['append', paths.home, '3', 'g']);
  expect(await after.ended).toEqual({ code: 0, signal: null });
  expect(idsOn(paths.journal)).toEqual([...said, ...after.lines()]);
  const device = readdirSync(paths.journal)[0]?.replace('.jsonl', '') ?? '';
  const { trouble } = aStore(paths).read();
  // The piece of the line that did not fit is named by its number, where there is one.
  for (const { file, line } of trouble) {
    expect(file).toBe(journalFile(paths, device));
    expect(line).toBe(said.length + 1);
  }
}, 30_000);
