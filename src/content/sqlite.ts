import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { UserError } from '../errors.ts';
import type { SqlDatabase, SqlValue } from '../ports.ts';

/**
 * SQLite as WebAssembly, loaded when it is first asked for. Returns how to open a database from the bytes of its file,
 * or a new one.
 */
export async function loadSqlite(wasmFile: string): Promise<(bytes?: Uint8Array) => SqlDatabase> {
  let wasm: Uint8Array;
  try {
    wasm = new Uint8Array(readFileSync(wasmFile));
  } catch (error) {
    throw new UserError(
      `the database engine could not be read (${wasmFile}).`,
      'Run "npm run build", or install again.',
      { cause: error },
    );
  }
  const { Database } = await initSqlJs({ wasmBinary: wasm.buffer as ArrayBuffer });
  return (bytes) => {
    const database = new Database(bytes);
    return {
      *rows(sql) {
        const statement = database.prepare(sql);
        try {
          while (statement.step()) yield statement.get() as SqlValue[];
        } finally {
          statement.free();
        }
      },
      run: (sql, values) => void database.run(sql, values === undefined ? undefined : [...values]),
      bytes: () => database.export(),
      close: () => database.close(),
    };
  };
}
