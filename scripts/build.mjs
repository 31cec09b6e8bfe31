// Bundles src/ into dist/, compiles the shipped decks to JSON, writes schemas/ and the licences of what is bundled.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { collectLicences } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Every file below a folder, in a fixed order. */
async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * What packages in CommonJS expect and a bundle of ES modules has not, given only to the chunks that ask for it. Node's
 * own lookup of its modules serves as require: making a real one would cost a tenth of a start.
 */
const commonJs = [
  [/\brequire\b/, 'const require = (id) => process.getBuiltinModule(id);\n'],
  [/\b__filename\b/, 'const __filename = import.meta.filename;\n'],
];

async function giveCommonJs(folder) {
  for (const file of await filesUnder(folder)) {
    if (!/\.m?js$/.test(file)) continue;
    const code = await readFile(file, 'utf8');
    const given = commonJs.filter(([name]) => name.test(code)).map(([, line]) => line);
    if (given.length > 0) await writeFile(file, given.join('') + code);
  }
}

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
        // Commander can run other programs as subcommands; ours are our own, and help need not load what starts processes.
        build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
          importer.includes('/commander/') ? { path: 'no-child-process', namespace: 'empty' } : undefined,
        );
        build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
          contents: 'module.exports = {};',
          loader: 'js',
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
  'study/plan-session',
  'study/study-session',
  'learner-adapters',
  'storage/paths',
  'storage/append-file',
  'domain/cards/index',
  'domain/grading/grade-answer',
  'domain/scheduling/summary',
  'domain/journal/fold',
  'terminal/theme',
  'terminal/wrap',
  'terminal/words',
  'terminal/markdown',
  'terminal/quiz/model',
  'commands/say-trouble',
];

/** Loaded without the desk, where every millisecond shows. */
const lean =
  /src\/(?:host|main|program)\.ts$|src\/(?:commands|terminal\/views)\/(?:calc|drill)[\w-]*\.ts$|calculators|drills|state-lock|highlight|system-opener/;

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
      if (!lazy.has(path) || lean.test(path)) return undefined;
      const imports = desk.map((file) => `import ${JSON.stringify(at('src', `${file}.ts`))};`);
      return { contents: `${await readFile(path, 'utf8')}\n${imports.join('\n')}`, loader: 'ts' };
    });
  },
};

export async function build() {
  const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
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
  await giveCommonJs(next);
  const content = at('node_modules/.cache/aws-study/compile-content.mjs');
  await mkdir(dirname(content), { recursive: true });
  await bundle({ ...common, entryPoints: ['scripts/compile-content.ts'], outfile: content });
  await giveCommonJs(dirname(content));
  const { compileContent } = await import(`${pathToFileURL(content).href}?${Date.now()}`);
  await compileContent(root, next);
  await writeFile(
    at('THIRD-PARTY-LICENSES.txt'),
    await collectLicences(root, Object.keys(result.metafile.inputs)),
  );
  // Exchanged at the end, so that a program that is running or starting meets a whole build.
  await rm(at('dist'), { recursive: true, force: true });
  await rename(next, at('dist'));
  return relative(root, at('dist'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || (await isStale())) await build();
}
