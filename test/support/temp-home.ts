import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Paths, studyPaths } from '../../src/storage/paths.ts';

/** A fresh folder under the system's own for temporary files; it is gone when the test is. */
export function tempFolder(name = 'study'): string {
  const folder = mkdtempSync(join(tmpdir(), `aws-study-test-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The paths of a home that does not exist yet, as at a learner's first start. */
export function tempHome(): Paths {
  return studyPaths(join(tempFolder('home'), 'home'));
}

/** The paths of an empty home. */
export function emptyHome(): Paths {
  const paths = tempHome();
  mkdirSync(paths.journal, { recursive: true });
  mkdirSync(paths.decks, { recursive: true });
  return paths;
}
