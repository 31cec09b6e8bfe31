import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Import {
  /** File that imports, from the project's root: `src/domain/ids.ts`. */
  readonly from: string;
  /** File or package that is imported: `src/errors.ts`, `zod`, `node:fs`. */
  readonly to: string;
  readonly how: 'static' | 'dynamic' | 'type';
}

export const sourceFiles: readonly string[] = readdirSync(join(root, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .sort();

export const readSource = (file: string): string => readFileSync(join(root, file), 'utf8');

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const statement = /^(import|export)\b([^;'"`]*?)\bfrom\s*'([^']+)'|^import\s*'([^']+)'/gm;
const dynamic = /(typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g;

/** Whether a clause names types only: `import type { A }`, `import { type A, type B }`. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b(?!\s*,)/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  const list = names?.split(',').map((name) => name.trim());
  return list?.filter((name) => name !== '').every((name) => name.startsWith('type ')) === true;
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
}

/** Every import and export statement of a source file, dynamic ones and those of types included. */
export function importsOf(from: string, source = readSource(from)): Import[] {
  const code = source.replace(comments, '');
  const found: Import[] = [];
  for (const [, , clause = '', named, bare] of code.matchAll(statement)) {
    const how = bare === undefined && isTypeOnly(clause) ? 'type' : 'static';
    found.push({ from, to: resolved(from, named ?? bare ?? ''), how });
  }
  for (const [, asType, specifier = ''] of code.matchAll(dynamic)) {
    found.push({ from, to: resolved(from, specifier), how: asType === undefined ? 'dynamic' : 'type' });
  }
  return found;
}

export const allImports: readonly Import[] = sourceFiles.flatMap((file) => importsOf(file));
