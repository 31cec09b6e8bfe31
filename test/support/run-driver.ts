import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';

const source = fileURLToPath(new URL('./storage-driver.ts', import.meta.url));
let bundled: string | undefined;

afterAll(() => {
  if (bundled !== undefined) rmSync(dirname(bundled), { recursive: true, force: true });
});

/** The driver as one file that Node runs as it is; made once for each test file. */
function driver(): string {
  if (bundled === undefined) {
    bundled = join(mkdtempSync(join(tmpdir(), 'aws-study-test-driver-')), 'driver.mjs');
    buildSync({
      entryPoints: [source],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile: bundled,
      logLevel: 'error',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
  }
  return bundled;
}

export interface Run {
  readonly child: ChildProcess;
  /** Whole lines that it has said so far. */
  lines(): string[];
  /** Resolves when it has said its first line. */
  readonly started: Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts the driver; with a shell command before it, such as `ulimit -f 8`, under that. */
export function startDriver(args: readonly string[], before?: string): Run {
  const command = [process.execPath, driver(), ...args];
  const child =
    before === undefined
      ? spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('bash', ['-c', `${before}; exec "$@"`, 'bash', ...command], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
  let said = '';
  let begin = () => {};
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
    if (said.includes('\n')) begin();
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      begin();
      resolve({ code, signal });
    });
  });
  return { child, lines: () => said.split('\n').slice(0, -1), started, ended };
}
