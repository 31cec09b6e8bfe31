import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './domain/chance.ts';
import { exitCodes, Interrupted, UserError } from './errors.ts';
import type { Clock, Host, Terminal, World, WorldOptions } from './ports.ts';
import { type Paths, studyPaths } from './storage/paths.ts';

const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** The one file that touches the process, the clock, chance and home folders. It makes the real ports. */
export function createHost(process: NodeJS.Process): Host {
  // A reader that went away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? exitCodes.done : (process.exitCode ?? exitCodes.bug)),
  );
  return {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    async world(options) {
      const { env } = process;
      const clock = clockOf(env.AWS_STUDY_NOW);
      const terminal = terminalOf(process, options);
      const paths = studyPaths(options.home ?? (env.AWS_STUDY_HOME || undefined));
      return worldOf({ clock, terminal, paths, options });
    },
  };
}

function clockOf(fixed: string | undefined): Clock {
  const zoneOffset = (atMs: number) => new Date(atMs).getTimezoneOffset();
  if (fixed === undefined || fixed === '') return { now: () => Date.now(), zoneOffset };
  const at = Date.parse(fixed);
  if (Number.isNaN(at)) {
    throw new UserError(
      `AWS_STUDY_NOW is "${fixed}", which is no instant.`,
      'Write one like 2026-11-20T08:00:00Z.',
    );
  }
  return { now: () => at, zoneOffset };
}

function terminalOf(process: NodeJS.Process, options: WorldOptions): Terminal {
  // Node makes a stream when it is first asked for: what only prints is not to wait for the others.
  const { stdout: output, env } = process;
  const stop = new AbortController();
  for (const [signal, code] of [
    ['SIGTERM', exitCodes.terminated],
    ['SIGHUP', exitCodes.hangup],
    ['SIGINT', exitCodes.interrupted],
  ] as const) {
    // Kept after the first signal: a package that cleans up at exit ends the process at once where nobody else listens.
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(code);
      stop.abort(new Interrupted(code));
      // A screen settles at the abort and restores the cursor; what hangs elsewhere is ended here.
      process.exitCode = code;
      setTimeout(() => process.exit(code), 200).unref();
    });
  }
  const dumb = env.TERM === 'dumb';
  const isOff = env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false';
  const forced = env.FORCE_COLOR !== undefined && !isOff;
  const refused = options.color === false || (env.NO_COLOR ?? '') !== '' || isOff;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return {
    get input() {
      return process.stdin;
    },
    output,
    get interactive() {
      return !dumb && options.plain !== true && output.isTTY === true && process.stdin.isTTY === true;
    },
    colors: !refused && (forced || (output.isTTY === true && !dumb)),
    unicode:
      process.platform === 'win32' || locale === ''
        ? process.platform !== 'win32' || env.WT_SESSION !== undefined
        : /utf-?8/i.test(locale),
    size: () => ({ columns: output.columns || Number(env.COLUMNS) || 80, rows: output.rows || 24 }),
    onResize(callback) {
      output.on('resize', callback);
      return () => output.off('resize', callback);
    },
    print: (text) => output.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    stop: stop.signal,
  };
}

async function readText(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new UserError(`${path} ${why}.`, 'Check the path and its permissions.');
  }
}

interface Parts {
  readonly clock: Clock;
  readonly terminal: Terminal;
  readonly paths: Paths;
  readonly options: WorldOptions;
}

/** Makes a function that does its work once and remembers the outcome. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function worldOf({ clock, terminal, paths, options }: Parts): World {
  const warn = (message: string) => terminal.complain(`warning: ${message}`);
  const adapters = once(() => import('./learner-adapters.ts'));
  const state = once(async () => {
    const { StateFile } = await adapters();
    return new StateFile(paths.state, { warn, now: clock.now });
  });
  const random = options.seed === undefined ? Math.random : seededRandom(options.seed);
  return {
    clock,
    random,
    terminal,
    home: paths.home,
    decksFolder: paths.decks,
    readText,
    settings: once(async () => {
      const { SettingsFile } = await adapters();
      return new SettingsFile(await state());
    }),
    journal: once(async () => {
      const { JournalStore } = await adapters();
      const file = await state();
      let { device } = file.read();
      // Only the first answer ever needs the lock, so only then is it loaded.
      const ensureDevice =
        device === undefined ? (await import('./storage/state-lock.ts')).ensureDevice : undefined;
      return new JournalStore({
        folder: paths.journal,
        snapshot: join(paths.cache, 'snapshot.json'),
        device: () => {
          device ??= ensureDevice?.(file) ?? '';
          return device;
        },
      });
    }),
    library: once(async () => {
      const { DeckLibrary } = await adapters();
      return new DeckLibrary({
        shipped: join(packageRoot, 'dist'),
        own: paths.decks,
        cache: paths.cache,
        now: clock.now,
      });
    }),
    exams: once(async () => {
      const { ExamLibrary } = await import('./content/exam-library.ts');
      return new ExamLibrary(join(packageRoot, 'dist'));
    }),
    attempts: once(async () => {
      const { AttemptStore } = await import('./storage/attempt-store.ts');
      return new AttemptStore(paths.attempts);
    }),
    workshop: once(async () => {
      const { DeckWorkshop } = await import('./content/deck-workshop.ts');
      return new DeckWorkshop({ project: packageRoot, own: paths.decks });
    }),
    timeLimit: async () => (await import('./storage/time-limit.ts')).withinSeconds,
    files: async () => (await import('./storage/author-files.ts')).authorFiles,
    sqlite: once(async () => {
      const { loadSqlite } = await import('./content/sqlite.ts');
      return loadSqlite(join(packageRoot, 'dist', 'sql-wasm.wasm'));
    }),
    doctor: once(async () => {
      const { HomeDoctor } = await import('./storage/home-doctor.ts');
      return new HomeDoctor(paths, await state());
    }),
    opener: once(async () => {
      const { systemOpener } = await import('./terminal/system-opener.ts');
      const locate = (file: string) => (isAbsolute(file) ? file : join(packageRoot, file));
      return systemOpener({ env: process.env, platform: process.platform, terminal, locate });
    }),
  };
}
