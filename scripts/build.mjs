// Bundles src/ into dist/, compiles the shipped decks to JSON, writes schemas/ and the licences of what is bundled.
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { collectLicences } from './licences.mjs';
import { filesUnder, giveCommonJs, lighten } from './lighten-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

async function isStale() {
  const built = await stat(at('dist/cli.js')).catch(() => undefined);
  if (built === undefined) return true;
  const sources = ['src', 'decks', 'exams', 'scripts'].map((folder) => filesUnder(at(folder)));
  const files = [...(await Promise.all(sources)).flat(), at('package-lock.json')];
  const times = await Promise.all(files.map((file) => stat(file)));
  return times.some(({ mtimeMs }) => mtimeMs > built.mtimeMs);
}

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
  plugins: [
    {
      name: 'lighter-packages',
      setup(build) {
        // highlight.js brings 191 languages; cards show a handful.
        build.onResolve({ filter: /^highlight\.js$/ }, () => ({
          path: at('src/terminal/highlight-languages.cjs'),
        }));
        build.onResolve({ filter: /^node-emoji$/ }, () => ({ path: at('src/terminal/no-emoji.ts') }));
        // The theme says whether there are colors; chalk need not load what asks the terminal for it.
        build.onResolve({ filter: /^#supports-color$/ }, () => ({
          path: 'colors-are-told',
          namespace: 'colors',
        }));
        build.onLoad({ filter: /.*/, namespace: 'colors' }, () => ({
          contents: 'export default { stdout: { level: 1 }, stderr: { level: 1 } };',
        }));
        // Commander can run other programs as subcommands; ours are our own, and help need not load what starts processes.
        build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
          importer.includes('/commander/') ? { path: 'no-child-process', namespace: 'empty' } : undefined,
        );
        build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
          contents: 'module.exports = {};',
          loader: 'js',
        }));
        // Half of what loading ip-address takes are its tables of special networks, which come last and are not used.
        build.onLoad({ filter: /ip-address\/dist\/ipv[46]\.js$/ }, async ({ path }) => {
          const code = await readFile(path, 'utf8');
          const [, name] = /^exports\.(Address[46]) = \1;$/m.exec(code) ?? [];
          if (name === undefined) throw new Error(`${path} has changed: see where its tables begin`);
          return {
            contents: `${code.slice(0, code.indexOf(`exports.${name} = ${name};`))}exports.${name} = ${name};`,
          };
        });
        // And IPv6 is loaded when a block of it is met.
        build.onLoad({ filter: /ip-address\/dist\/ip-address\.js$/ }, () => ({
          contents: [4, 6]
            .map(
              (n) =>
                `Object.defineProperty(exports, 'Address${n}', { enumerable: true, get: () => require('./ipv${n}').Address${n} });`,
            )
            .join('\n'),
        }));
        // marked-terminal gets the stand-in, the stand-in the real one.
        build.onResolve({ filter: /^cli-highlight$/ }, ({ importer }) =>
          importer.includes('marked-terminal') ? { path: at('src/terminal/lazy-highlight.ts') } : undefined,
        );
      },
    },
  ],
};

/**
 * Code that several lazily loaded files share is split by who shares it, into dozens of small chunks, and each costs
 * half a millisecond of a start. Whatever is loaded when the learner's desk is open anyway is made to share all of the
 * desk: then it is one chunk.
 */
const desk = [
  'study/open-desk',
  'study/plan-session',
  'study/study-session',
  'learner-adapters',
  'storage/append-file',
  'domain/cards/index',
  'domain/grading/grade-answer',
  'domain/scheduling/summary',
  'domain/journal/fold',
  'terminal/theme',
  'terminal/wrap',
  'terminal/safe-text',
  'terminal/plain-signs',
  'terminal/views/working',
  'terminal/views/calc-result',
  'terminal/words',
  'terminal/layout',
  'terminal/grading',
  'terminal/markdown',
  'terminal/quiz/model',
  'commands/say-trouble',
];

/** What nearly everything uses: one chunk for all. */
const basics = ['errors', 'domain/chance', 'domain/nearest'];

/** Shared by the calculators and what shows them, which are loaded without the desk: there every millisecond shows. */
const slideRule = [
  'domain/calculators/calculator',
  'domain/calculators/index',
  'domain/calculators/calculate',
  'domain/calculators/answer',
  'domain/calculators/command-line',
  'domain/calculators/read-flags',
];
const page = [
  'terminal/theme',
  'terminal/wrap',
  'terminal/safe-text',
  'terminal/plain-signs',
  'terminal/views/working',
  'terminal/views/calc-result',
];

/** What each of the files that are loaded late is made to share; the first line that names a file counts. */
const shares = [
  [/src\/(?:commands\/calc|domain\/calculators\/)/, [...basics, ...slideRule]],
  [/src\/terminal\/(?:ask-inputs|views\/calc-help)/, [...basics, ...slideRule, ...page]],
  [/src\/terminal\/views\/(?:calc|drill)-/, page],
  [/src\/(?:host|main)\.ts$/, basics],
  [/storage\/paths|highlight/, []],
  [/storage\/state-lock|system-opener/, basics],
  [
    /commands\/(?:drill|deck-lint|deck-preview)|cards\/draw-calc|study\/load-calculators/,
    [...basics, ...slideRule, ...desk],
  ],
  [/./, [...basics, ...desk]],
];

const shareDesk = {
  name: 'share-desk',
  setup(build) {
    let lazy;
    build.onStart(async () => {
      lazy = new Set();
      for (const file of await filesUnder(at('src'))) {
        const code = await readFile(file, 'utf8');
        for (const [, path] of code.matchAll(/\bimport\('(\.[^']+)'\)/g)) lazy.add(join(dirname(file), path));
      }
    });
    build.onLoad({ filter: /src\/.*\.ts$/ }, async ({ path }) => {
      if (!lazy.has(path)) return undefined;
      const [, shared] = shares.find(([files]) => files.test(path));
      const imports = shared.map((file) => `import ${JSON.stringify(at('src', `${file}.ts`))};`);
      return { contents: `${await readFile(path, 'utf8')}\n${imports.join('\n')}`, loader: 'ts' };
    });
  },
};

export async function build() {
  const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  await sweepBrokenBuilds();
  const next = at(`dist.${process.pid}.new`);
  await rm(next, { recursive: true, force: true });
  const result = await bundle({
    ...common,
    plugins: [...common.plugins, shareDesk],
    entryPoints: { cli: 'src/cli.ts' },
    outdir: next,
    splitting: true,
    minify: true,
    keepNames: false,
    metafile: true,
    define: { VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  });
  await lighten(next);
  await giveCommonJs(next);
  await compileContent(next);
  await copyFile(at('node_modules/sql.js/dist/sql-wasm.wasm'), join(next, 'sql-wasm.wasm'));
  await writeFile(
    at('THIRD-PARTY-LICENSES.txt'),
    await collectLicences(root, Object.keys(result.metafile.inputs)),
  );
  // Exchanged at the end, so that a program that is running or starting meets a whole build.
  const old = at(`dist.${process.pid}.old`);
  await rename(at('dist'), old).catch(() => {});
  await rename(next, at('dist'));
  await rm(old, { recursive: true, force: true });
  return relative(root, at('dist'));
}

/** Removes what builds that were killed have left behind; one that is still running is left alone. */
async function sweepBrokenBuilds() {
  for (const name of await readdir(root)) {
    const [, pid] = /^dist\.(\d+)\.(?:new|old)$/.exec(name) ?? [];
    if (pid === undefined) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      await rm(at(name), { recursive: true, force: true });
    }
  }
}

/** Runs the program's own reading of decks and exams on the project's; each build has a folder of its own. */
async function compileContent(out) {
  const folder = at(`node_modules/.cache/aws-study/${process.pid}`);
  const file = join(folder, 'compile-content.mjs');
  await mkdir(folder, { recursive: true });
  try {
    await bundle({ ...common, entryPoints: ['scripts/compile-content.ts'], outfile: file });
    await giveCommonJs(folder);
    const compiler = await import(pathToFileURL(file).href);
    await compiler.compileContent(root, out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || (await isStale())) await build();
}
