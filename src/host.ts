import { getEventListeners } from 'node:events';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './domain/chance.ts';
import { exitCodes, Interrupted, UserError } from './errors.ts';
import type { Clock, Host, Terminal, World, WorldOptions } from './ports.ts';
import { type Paths, placesIn, studyPaths } from './storage/paths.ts';

const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** The one file that touches the process, the clock, chance and home folders. It makes the real ports. */
export function createHost(process: NodeJS.Process): Host {
  const complain = complainOn(process);
  // A reader that went away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    complain(`error: standard output takes nothing more (${error.code}).\n`);
    complain('hint: Make room where it goes, or send it somewhere else.\n');
    process.exit(exitCodes.userMustAct);
  });
  const stop = new AbortController();
  return {
    print: (text) => process.stdout.write(inSigns(process, text)),
    complain,
    onBug(say) {
      let isThrownOn = false;
      process.on('uncaughtException', (error) => {
        const isWaitedOn = getEventListeners(stop.signal, 'abort').length > 0;
        if (isWaitedOn && !stop.signal.aborted) {
          isThrownOn = true;
          stop.abort(error);
        } else {
          // What goes wrong again and again is said once: an exit code tells that main has done so.
          process.exit((isThrownOn ? process.exitCode : undefined) ?? say(error));
        }
      });
    },
    async world(options) {
      const { env } = process;
      const clock = clockOf(env.AWS_STUDY_NOW);
      const terminal = terminalOf(process, { options, stop, complain });
      const paths = await pathsFor(options.home, env);
      return worldOf({ clock, terminal, paths, options });
    },
  };
}

/** Standard error, made when there is something to say. Where nobody reads it, there is nobody to tell so. */
function complainOn(process: NodeJS.Process): (text: string) => void {
  let output: NodeJS.WritableStream | undefined;
  return (text) => {
    output ??= process.stderr.on('error', () => {});
    output.write(inSigns(process, text));
  };
}

/** A shell leaves "~" alone in --home=~/x and in quotes; nobody means a folder of that name. */
const underHome = (path: string, home: string | undefined) =>
  home === undefined || home === '' ? path : path.replace(/^~(?=\/|$)/, home);

/** Where everything of this learner is. @throws UserError where nothing says. */
async function pathsFor(given: string | undefined, env: NodeJS.ProcessEnv): Promise<Paths> {
  if (given === '') throw new UserError('--home is empty.', 'Name a folder, or leave --home out.');
  const chosen = given ?? (env.AWS_STUDY_HOME || undefined);
  if (chosen !== undefined) return studyPaths(underHome(chosen, env.HOME));
  try {
    const { data, cache } = await import('./storage/paths-of-system.ts');
    return placesIn(data, cache);
  } catch (cause) {
    throw new UserError(
      'the system knows no home folder for this user.',
      'Name a folder for your answers with --home <dir> or AWS_STUDY_HOME.',
      { cause },
    );
  }
}

/** Whether the terminal can be expected to show more than ASCII. */
function hasUnicode({ env, platform }: NodeJS.Process): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return platform === 'win32' || locale === ''
    ? platform !== 'win32' || env.WT_SESSION !== undefined
    : /utf-?8/i.test(locale);
}

/** Help and errors hold one sign beyond ASCII. The views see to themselves. */
const inSigns = (process: NodeJS.Process, text: string) =>
  hasUnicode(process) ? text : text.replaceAll('…', '...');

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

interface TerminalParts {
  readonly options: WorldOptions;
  readonly stop: AbortController;
  readonly complain: (text: string) => void;
}

function terminalOf(process: NodeJS.Process, { options, stop, complain }: TerminalParts): Terminal {
  // Node makes a stream when it is first asked for: what only prints is not to wait for the others.
  const { stdout: output, env } = process;
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
  return {
    get input() {
      return process.stdin;
    },
    output,
    get interactive() {
      return !dumb && options.plain !== true && output.isTTY === true && process.stdin.isTTY === true;
    },
    colors: !refused && (forced || (output.isTTY === true && !dumb)),
    unicode: hasUnicode(process),
    size: () => ({ columns: output.columns || Number(env.COLUMNS) || 80, rows: output.rows || 24 }),
    onResize(callback) {
      output.on('resize', callback);
      return () => output.off('resize', callback);
    },
    print: (text) => output.write(`${text}\n`),
    complain: (text) => complain(`${text}\n`),
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
    makeReady: async () => (await adapters()).makeReady(paths.journal),
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
