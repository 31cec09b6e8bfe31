import { protoFields } from './protobuf.ts';
import type { Archive } from './read-archive.ts';
import { readZstd } from './read-zstd.ts';

const zstdMark = [0x28, 0xb5, 0x2f, 0xfd];
const mostListed = 20_000;

/**
 * Names of the pictures and sounds in an archive: JSON in old ones, a compressed list of messages in new ones. What
 * cannot be read is no reason to refuse the notes.
 */
export function mediaNames(archive: Archive): string[] {
  try {
    const bytes = archive.read('media');
    if (bytes === undefined || bytes.length === 0) return [];
    return (
      zstdMark.every((byte, at) => bytes[at] === byte) ? inMessages(readZstd(bytes)) : inJson(bytes)
    ).slice(0, mostListed);
  } catch {
    return [];
  }
}

function inJson(bytes: Uint8Array): string[] {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof value === 'object' && value !== null ? Object.values(value).map(String) : [];
}

function inMessages(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (const { field, value } of protoFields(bytes)) {
    if (field !== 1 || !(value instanceof Uint8Array)) continue;
    for (const inner of protoFields(value))
      if (inner.field === 1 && inner.value instanceof Uint8Array)
        names.push(new TextDecoder().decode(inner.value));
  }
  return names;
}
