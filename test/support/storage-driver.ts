/** A process of its own at the storage: started, raced and killed by tests. Says on standard output what it has done. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { studyPaths } from '../../src/storage/paths.ts';
import { SettingsFile } from '../../src/storage/settings-file.ts';
import { StateFile } from '../../src/storage/state-file.ts';
import { changeState, ensureDevice } from '../../src/storage/state-lock.ts';

const [task, home = '', count = '0', label = 'x'] = process.argv.slice(2);
const paths = studyPaths(home);
const state = new StateFile(paths.state, { warn: (message) => say(`warning ${message}`), now: Date.now });

/** Synchronous: when it returns, whoever started this process has it. A pipe that is full is waited for. */
function say(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function append(): void {
  const store = new JournalStore({
    folder: paths.journal,
    snapshot: join(paths.cache, 'snapshot.json'),
    device: () => ensureDevice(state),
  });
  for (let index = 0; index < Number(count); index += 1) {
    const happening = { type: 'review', card: `${label}-${index}`, grade: 3 } as const;
    const event = store.append(happening, { at: Date.now(), tz: 0, day: 20_777 });
    say(event.id);
  }
}

async function changeSettings(): Promise<void> {
  const name = label as 'newPerDay' | 'reviewsPerDay';
  const settings = new SettingsFile(state);
  for (let value = 1; value <= Number(count); value += 1) await settings.update({ [name]: value });
  say('done');
}

function holdLock(): void {
  changeState(state, (before) => {
    say('locked');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
    return before;
  });
}

try {
  if (task === 'append') append();
  if (task === 'settings') await changeSettings();
  if (task === 'hold-lock') holdLock();
} catch (error) {
  const { name, message, hint } = error as Error & { hint?: string };
  say(`${name}: ${message} ${hint}`);
  process.exitCode = 1;
}
