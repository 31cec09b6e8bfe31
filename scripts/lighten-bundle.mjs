// What is done to the bundle after it was made, so that a start loads fewer files and does less.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, in a fixed order. */
export async function filesUnder(folder) {
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
  [/\b__dirname\b/, 'const __dirname = import.meta.dirname;\n'],
];

export async function giveCommonJs(folder) {
  for (const file of await filesUnder(folder)) {
    if (!/\.m?js$/.test(file)) continue;
    const code = await readFile(file, 'utf8');
    const given = commonJs.filter(([name]) => name.test(code)).map(([, line]) => line);
    if (given.length > 0) await writeFile(file, given.join('') + code);
  }
}

const builtinImport =
  /import(?:\s*(\w+|\$[\w$]*|[\w$]+))?\s*,?\s*(\{[^}]*\}|\*\s*as\s+[\w$]+)?\s*from\s*"(node:[\w/]+)";?/g;

/**
 * A module of Node's own that is imported has all its exports listed first; one that is looked up has not, and is there
 * at once. It halves what those modules cost a start.
 */
async function lookUpBuiltins(folder) {
  for (const file of await filesUnder(folder)) {
    if (!/\.m?js$/.test(file)) continue;
    const code = await readFile(file, 'utf8');
    const found = [];
    const rest = code.replace(builtinImport, (_, whole, parts, id) => {
      const names = [
        whole,
        parts?.startsWith('*') ? parts.replace(/^\*\s*as\s+/, '') : parts?.replace(/\sas\s/g, ':'),
      ];
      for (const name of names)
        if (name) found.push(`const ${name}=process.getBuiltinModule(${JSON.stringify(id)});`);
      return '';
    });
    if (found.length > 0) await writeFile(file, `${found.join('')}\n${rest}`);
  }
}

/** A file of nothing but imports, and exports of what they brought. */
const stub = /^((?:import(?:\{[^}]*\}from)?"\.\/[\w-]+\.js";)+)export\{([^}]*)\};\s*$/;

/**
 * A module that is loaded late by one file and at once by another is put into a chunk, and a stub of its own name hands
 * it on. Whoever loads the stub is made to load the chunk itself: one file less at a start.
 */
async function skipStubs(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const codes = new Map();
  for (const name of files) codes.set(name, await readFile(join(folder, name), 'utf8'));
  const loaders = new Map();
  for (const [name, code] of codes) {
    const [, imports, exports] = stub.exec(code) ?? [];
    if (exports === undefined) continue;
    const from = new Map();
    for (const [, names, chunk] of imports.matchAll(/import\{([^}]*)\}from"([^"]+)";/g)) {
      for (const one of names.split(',')) {
        const [exported, local = exported] = one.split(' as ');
        from.set(local, { exported, chunk });
      }
    }
    const given = exports.split(',').map((one) => {
      const [local, exported = local] = one.split(' as ');
      return { exported, ...(from.has(local) ? { from: from.get(local) } : {}) };
    });
    const chunks = new Set(given.map((one) => one.from?.chunk));
    if (chunks.size !== 1 || chunks.has(undefined)) continue;
    const named = given.map((one) => `${one.exported}:m.${one.from.exported}`).join(',');
    loaders.set(name, `import("${[...chunks][0]}").then(m=>({${named}}))`);
  }
  for (const [name, code] of codes) {
    const direct = code.replace(/import\("\.\/([\w-]+\.js)"\)/g, (whole, to) => loaders.get(to) ?? whole);
    if (direct !== code) await writeFile(join(folder, name), direct);
  }
  await Promise.all([...loaders.keys()].map((name) => rm(join(folder, name))));
}

export async function lighten(folder) {
  await skipStubs(folder);
  await lookUpBuiltins(folder);
}
