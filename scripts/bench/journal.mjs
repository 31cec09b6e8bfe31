import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median, wholeProcess } from './measure.mjs';

const day = 20_700;
const line = (index) =>
  JSON.stringify({
    v: 1,
    id: `E${String(index).padStart(25, '0')}`,
    at: 1_700_000_000_000 + index * 1000,
    tz: 0,
    day: day + Math.floor(index / 5_000),
    type: 'review',
    card: `dynamodb-card-${index % 500}`,
    grade: 1 + ((index * 7) % 4),
    ms: 5_000,
    hash: '0123456789abcdef',
    recall: 0.91,
  });

/** A journal of so many reviews of 500 cards. */
function writeJournal(home, events) {
  mkdirSync(join(home, 'journal'), { recursive: true });
  const handle = openSync(join(home, 'journal', 'd-bench.jsonl'), 'w');
  for (let from = 0; from < events; from += 10_000) {
    const count = Math.min(10_000, events - from);
    writeSync(handle, `${Array.from({ length: count }, (_, index) => line(from + index)).join('\n')}\n`);
  }
  closeSync(handle);
}

async function load(root) {
  const out = join(root, 'node_modules/.cache/aws-study/bench-journal.mjs');
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: out,
    packages: 'external',
    logLevel: 'warning',
    stdin: {
      contents: `export { JournalStore } from './src/storage/journal-store.ts'; export { fold } from './src/domain/journal/fold.ts';`,
      resolveDir: root,
    },
  });
  return import(pathToFileURL(out).href);
}

const timed = (work) => {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e6;
};

/** What an answer costs, and that neither it nor a start grows with the journal. */
export function journalRows(root) {
  const answer = (events) => ({
    name: `answer: append to a journal of ${events.toLocaleString('en-US')} events`,
    async measure() {
      const { JournalStore } = await load(root);
      const home = mkdtempSync(join(tmpdir(), 'aws-study-bench-'));
      writeJournal(home, events);
      const journal = new JournalStore({
        folder: join(home, 'journal'),
        snapshot: join(home, 'snapshot.json'),
        device: () => 'd-bench',
      });
      journal.read();
      const handle = openSync(join(home, 'bare.jsonl'), 'a');
      const [bare, ours] = [[], []];
      for (let index = 0; index < 300; index += 1) {
        const text = `${line(index)}\n`;
        bare.push(
          timed(() => {
            writeSync(handle, text);
            fsyncSync(handle);
          }),
        );
        ours.push(
          timed(() =>
            journal.append(
              {
                type: 'review',
                card: `dynamodb-card-${index}`,
                grade: 3,
                ms: 5_000,
                hash: '0123456789abcdef',
              },
              { at: Date.now(), tz: 0, day: day + 300 },
            ),
          ),
        );
      }
      closeSync(handle);
      rmSync(home, { recursive: true, force: true });
      return {
        figure: `${(median(ours) / median(bare)).toFixed(2)}x`,
        bar: '2x',
        note: `${median(ours).toFixed(3)} ms against ${median(bare).toFixed(3)} ms for a bare append and fsync`,
      };
    },
  });
  return [
    answer(10),
    answer(1_000_000),
    {
      name: 'fold: 1,000,000 reviews',
      async measure() {
        const { fold } = await load(root);
        const events = Array.from({ length: 1_000_000 }, (_, index) => JSON.parse(line(index)));
        const ms = median([1, 2, 3].map(() => timed(() => fold(events))));
        return { figure: `${(ms / 1000).toFixed(2)} s`, bar: '1 s' };
      },
    },
    {
      name: 'start: "due" with a snapshot, 1,000,000 events against 1,000',
      async measure() {
        const bin = join(root, 'bin/aws-study.mjs');
        const homes = [1_000, 1_000_000].map((events) => {
          const home = mkdtempSync(join(tmpdir(), 'aws-study-bench-'));
          writeJournal(home, events);
          const now = { AWS_STUDY_HOME: home, AWS_STUDY_NOW: '2027-04-01T12:00:00Z' };
          // One answer taken makes the snapshot that every later start reads.
          const cold = timed(() =>
            wholeProcess([bin, 'review', 'sqs-standard-queue-duplicates', 'good', '--trust-clock'], now),
          );
          return { home, now, cold };
        });
        const [few, many] = homes.map(({ now }) =>
          median(Array.from({ length: 9 }, () => wholeProcess([bin, 'due', '--json'], now))),
        );
        const cold = homes[1].cold;
        for (const { home } of homes) rmSync(home, { recursive: true, force: true });
        return {
          figure: `${(many / few).toFixed(2)}x`,
          bar: '1.1x',
          note: `${many.toFixed(0)} ms against ${few.toFixed(0)} ms; without a snapshot ${(cold / 1000).toFixed(1)} s`,
        };
      },
    },
  ];
}
