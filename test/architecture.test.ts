import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { allImports, type Import, importsOf, readSource, sourceFiles } from './support/source-imports.ts';
import { tempFolder } from './support/temp-home.ts';

const root = join(import.meta.dirname, '..');

/** `src/domain/ids.ts` is in the room `domain`, `src/host.ts` is a room of its own. */
const roomOf = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? '';

/** Rooms a room may know. What makes adapters (host) and what starts the program stand above all of them. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  ports: ['domain'],
  content: ['ports', 'domain', 'errors'],
  storage: ['ports', 'domain', 'errors'],
  study: ['ports', 'domain', 'errors'],
  // A screen asks a session and shows what it answers: it names the session's types, and never makes one.
  terminal: ['ports', 'domain', 'errors', 'study (types)'],
  authoring: ['ports', 'domain', 'errors'],
  commands: ['authoring', 'study', 'terminal', 'ports', 'domain', 'errors'],
  program: ['commands', 'ports', 'domain', 'errors'],
  main: ['program', 'ports', 'domain', 'errors'],
  host: ['learner-adapters', 'content', 'storage', 'terminal', 'ports', 'domain', 'errors'],
  'learner-adapters': ['content', 'storage'],
  cli: ['host', 'main'],
};

/** What draws or reads keys stays in the terminal, what reads the command line at the top. */
const drawing = /^(?:chalk|marked-terminal|cli-highlight|@inquirer\/.*|commander|node:(?:readline|tty).*)$/;
const machine = /^node:/;

/** Packages and node modules a room may use. Only content, storage and what makes adapters touch the disk. */
const packages: Readonly<Record<string, (name: string) => boolean>> = {
  domain: (name) => /^(?:zod|ts-fsrs|ip-address|ipaddr\.js)$/.test(name),
  content: (name) => !drawing.test(name),
  storage: (name) => !drawing.test(name),
  'learner-adapters': () => false,
  authoring: (name) => !drawing.test(name) && !machine.test(name),
  terminal: (name) => name !== 'commander' && !/^node:(?!readline|child_process|fs$)/.test(name),
  commands: (name) => name === 'node:path',
  program: (name) => name === 'commander',
  main: (name) => name === 'commander',
  host: (name) => /^node:(?:events|fs|fs\/promises|path|url)$/.test(name),
};

const isOwn = ({ to }: Import) => to.startsWith('src/');
const say = ({ from, to, how }: Import) => `${from} -> ${to} (${how})`;

describe('the arrows between rooms', () => {
  test('every room has its arrows', () => {
    expect([...new Set(sourceFiles.map(roomOf))].filter((room) => arrows[room] === undefined)).toEqual([]);
  });

  test.each(Object.keys(arrows))('%s knows only what it may', (room) => {
    const wrong = allImports
      .filter((one) => isOwn(one) && roomOf(one.from) === room && roomOf(one.to) !== room)
      .filter(({ to, how }) => {
        const may = arrows[room] ?? [];
        return !may.includes(roomOf(to)) && !(how === 'type' && may.includes(`${roomOf(to)} (types)`));
      });
    expect(wrong.map(say)).toEqual([]);
  });

  test.each(Object.keys(arrows))('%s uses only its packages', (room) => {
    const wrong = allImports.filter(
      (one) => !isOwn(one) && roomOf(one.from) === room && packages[room]?.(one.to) !== true,
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test.each([
    [
      'zod',
      /^src\/domain\/.*(?:schema|index)\.ts$|^src\/domain\/calculators\/|^src\/(?:content|authoring)\//,
    ],
    ['ts-fsrs', /^src\/domain\/scheduling\/memory\.ts$/],
    ['commander', /^src\/(?:main|program)\.ts$/],
    ['chalk', /^src\/terminal\/theme\.ts$/],
    ['marked-terminal', /^src\/terminal\/render-markdown\.ts$/],
    ['@inquirer/core', /^src\/terminal\/screen\.ts$/],
  ])('%s stays in its place', (name, place) => {
    const users = allImports.filter(({ to }) => to === name).map(({ from }) => from);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !place.test(file))).toEqual([]);
  });

  test('commands are loaded one at a time', () => {
    const lists = importsOf('src/commands/index.ts').filter(isOwn);
    const tables = lists.filter(({ how }) => how === 'static').map(({ to }) => to);
    expect(tables.filter((file) => !file.endsWith('-commands.ts'))).toEqual([]);
    const entries = tables.flatMap((file) => importsOf(file).filter(isOwn));
    expect(entries.filter(({ how }) => how === 'dynamic').length).toBeGreaterThan(25);
    const loaded = entries.filter(({ how, to }) => how === 'static' && !to.endsWith('/trust-clock.ts'));
    expect(loaded.map(say)).toEqual([]);
  });
});

describe('the parser that the tests above trust', () => {
  test('sees every shape of import', () => {
    const source = [
      "import { a } from './a.ts';",
      "import b, { c } from './b.ts';",
      "import {\n  d,\n  type E,\n} from './d.ts';",
      "import type { F } from './f.ts';",
      "import { type G, type H } from './g.ts';",
      "import './effect.ts';",
      "export { i } from './i.ts';",
      "export type { J } from './j.ts';",
      "export * from './k.ts';",
      "const l = await import('./l.ts');",
      "type M = typeof import('./m.ts');",
      "// import { no } from './no.ts';",
    ].join('\n');
    expect(importsOf('src/x.ts', source).map(({ to, how }) => `${to} ${how}`)).toEqual([
      'src/a.ts static',
      'src/b.ts static',
      'src/d.ts static',
      'src/f.ts type',
      'src/g.ts type',
      'src/effect.ts static',
      'src/i.ts static',
      'src/j.ts type',
      'src/k.ts static',
      'src/l.ts dynamic',
      'src/m.ts type',
    ]);
  });

  test('misses nothing that the bundler sees', async () => {
    const result = await build({
      absWorkingDir: root,
      entryPoints: [...sourceFiles],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'unused',
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
    });
    const seen = new Set(allImports.map(({ from, to }) => `${from} -> ${to}`));
    const missed = Object.entries(result.metafile.inputs).flatMap(([from, { imports }]) =>
      from.startsWith('src/') && from.endsWith('.ts')
        ? imports.map(({ path }) => `${from} -> ${path}`).filter((arrow) => !seen.has(arrow))
        : [],
    );
    expect(missed).toEqual([]);
  });
});

test('no cycles of static imports', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, how } of allImports.filter(isOwn)) {
    if (how === 'static') next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of sourceFiles) walk(file, []);
  expect(cycles).toEqual([]);
});

const code = (file: string) => readSource(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test.each([
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
  ['chance', /\bMath\.random\b|\bcrypto\.randomUUID\b/],
  ['the process', /\bprocess\.(?!version\b|platform\b)/],
  ['the console', /\bconsole\./],
  ['waiting', /\basync\s*(?:\(|function\b|\w+\s*=>)|\bawait\s+\w|\bsetTimeout\(/],
])('the core never touches %s', (_, pattern) => {
  const core = sourceFiles.filter((file) => file.startsWith('src/domain/'));
  expect(core.length).toBeGreaterThan(30);
  expect(core.filter((file) => pattern.test(code(file)))).toEqual([]);
});

test.each([
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)/],
  ['chance', /\bMath\.random\b/],
  ['the environment', /\bprocess\.(?:env|argv|stdout|stderr|stdin|exit|on|once)\b/],
  ['the console', /\bconsole\./],
])('%s belongs to host.ts alone', (_, pattern) => {
  const users = sourceFiles.filter(
    (file) => !/^src\/(?:host|cli)\.ts$/.test(file) && pattern.test(code(file)),
  );
  expect(users).toEqual([]);
});

test('nothing is exported by default', () => {
  expect(sourceFiles.filter((file) => /^export default\b/m.test(code(file)))).toEqual([]);
});

test('importing a module does nothing: no output, no handle, no file, no listener', async () => {
  const out = join(root, `node_modules/.cache/aws-study/imports-${process.pid}`);
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const modules = sourceFiles.filter((file) => file !== 'src/cli.ts');
  await build({
    absWorkingDir: root,
    entryPoints: modules,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const [home, cwd] = [tempFolder('home'), tempFolder('cwd')];
  mkdirSync(out, { recursive: true });
  const script = join(out, 'import-all.mjs');
  writeFileSync(
    script,
    `import { readdirSync } from 'node:fs';
    import { join } from 'node:path';
    import { pathToFileURL } from 'node:url';
    const count = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    // Not the program: commander, Inquirer and the like may listen to the process for themselves.
    for (const name of ['@inquirer/core', 'proper-lockfile', 'write-file-atomic', 'lowdb/node']) await import(name);
    const resources = () => process.getActiveResourcesInfo().filter((name) => !/FSReq|Immediate|CloseReq/.test(name));
    const before = count();
    const open = resources();
    const files = readdirSync(${JSON.stringify(out)}, { recursive: true, encoding: 'utf8' });
    let imported = 0;
    for (const file of files) {
      if (!file.endsWith('.mjs') || /import-all|^chunk-/.test(file)) continue;
      await import(pathToFileURL(join(${JSON.stringify(out)}, file)).href);
      imported += 1;
    }
    const [listeners, handles] = [count() - before, resources().slice(open.length)];
    process.on('exit', (code) => {
      console.log(JSON.stringify({ imported, handles, listeners, code }));
    });`,
  );
  const ran = spawnSync(process.execPath, [script], {
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env.PATH ?? '', HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
  });
  expect(ran.stderr).toBe('');
  expect(JSON.parse(ran.stdout)).toEqual({ imported: modules.length, handles: [], listeners: 0, code: 0 });
  expect([...readdirSync(home), ...readdirSync(cwd)]).toEqual([]);
});
