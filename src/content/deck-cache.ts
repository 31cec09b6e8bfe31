import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Problem } from '../domain/problem.ts';
import { type DeckIndex, packDeck, packVersion } from './pack.ts';

/** A user's deck as it was last read. */
interface Cached {
  readonly key: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** When it was read: a file changed within the same moment may look unchanged, so its content is compared. */
  readonly readAtMs: number;
  readonly index: DeckIndex;
}

export type CachedDeck =
  | { readonly index: DeckIndex; readonly pack: string }
  | { readonly problems: readonly Problem[] };

/** File systems keep times as coarse as two seconds. */
const coarseMs = 2_000;

const nameOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 24);
const keyOf = (content: Buffer) => `${packVersion}:${createHash('sha256').update(content).digest('hex')}`;

function readCached(path: string): Cached | undefined {
  try {
    const cached = JSON.parse(readFileSync(path, 'utf8')) as Partial<Cached> | null;
    return typeof cached?.key === 'string' && Array.isArray(cached.index?.id)
      ? (cached as Cached)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a reader never meets half of it. A cache that cannot be written costs time only. */
const writeWhole = (path: string, content: string) =>
  writeFileAtomic.sync(path, content, { mode: 0o600, fsync: false });

/**
 * A user's deck file, through a cache keyed by its content and the schema's version. A file whose size and time did
 * not change is not even read; one that was only touched is hashed, not parsed.
 */
export async function loadCached(file: string, folder: string, nowMs: number): Promise<CachedDeck> {
  const stat = statSync(file);
  const base = join(folder, nameOf(file));
  const [indexPath, pack] = [`${base}.json`, `${base}.cards`];
  const cached = readCached(indexPath);
  const sound = cached?.key.startsWith(`${packVersion}:`) === true && packIsWhole(pack, cached.index);
  const untouched = cached?.size === stat.size && cached.modifiedMs === stat.mtimeMs;
  if (sound && untouched && stat.mtimeMs < cached.readAtMs - coarseMs) return { index: cached.index, pack };
  const content = readFileSync(file);
  const key = keyOf(content);
  const fresh = { key, size: stat.size, modifiedMs: stat.mtimeMs, readAtMs: nowMs };
  if (sound && cached.key === key) {
    keep(folder, () => writeWhole(indexPath, JSON.stringify({ ...fresh, index: cached.index })));
    return { index: cached.index, pack };
  }
  const { parseDeck } = await import('./parse-deck.ts');
  const result = parseDeck(content.toString('utf8'), file);
  if ('problems' in result) return result;
  const { index, cards } = packDeck(result.parsed.deck, result.parsed.lines);
  const kept = keep(folder, () => {
    writeWhole(pack, cards);
    writeWhole(indexPath, JSON.stringify({ ...fresh, index }));
  });
  return kept ? { index, pack } : { index, pack: `data:${cards}` };
}

function packIsWhole(pack: string, index: DeckIndex): boolean {
  try {
    return statSync(pack).size === index.bytes;
  } catch {
    return false;
  }
}

function keep(folder: string, write: () => void): boolean {
  try {
    // Level by level: Node's own `recursive` never returns where the system denies what is there (/proc).
    for (const level of [dirname(dirname(folder)), dirname(folder), folder])
      if (!existsSync(level)) mkdirSync(level);
    write();
    return true;
  } catch {
    return false;
  }
}
