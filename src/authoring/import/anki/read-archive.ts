import { Inflate } from 'fflate/browser';
import { UserError } from '../../../errors.ts';

/** What an archive may unpack to, in bytes: all that is read of it together, and one file against its packed size. */
export const mostUnpackedBytes = 256 * 1024 * 1024;
const mostRatio = 300;
const freeBytes = 1024 * 1024;
const pieceBytes = 16 * 1024;

const damaged = (what: string): UserError =>
  new UserError(`this archive is damaged: ${what}.`, 'Export it from Anki once more.');

interface Entry {
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  readonly headerAt: number;
}

export interface Archive {
  readonly names: readonly string[];
  /** The bytes of a file; undefined where there is none of that name. @throws UserError where it is damaged or too large. */
  read(name: string): Uint8Array | undefined;
}

/**
 * A zip archive by its directory. Nothing is unpacked until it is asked for, and never more than is allowed; names that
 * lead out of a folder make the whole archive suspect.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let left = mostUnpackedBytes;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const content = unpack(bytes, view, entry, left);
      left -= content.length;
      return content;
    },
  };
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const headerMark = 0x04034b50;
const longestComment = 65_535;

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (start === 0xffffffff || count === 0xffff)
    throw new UserError('this archive is larger than Anki makes them.', 'Export fewer decks at a time.');
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryMark)
      throw damaged('its directory breaks off');
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    checkName(name);
    if (entries.has(name)) throw damaged(`it holds "${name.slice(0, 60)}" twice`);
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new UserError('this archive is encrypted.', 'Export it without a password.');
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - longestComment);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  throw damaged('it has no end, so it is cut short or no zip file');
}

function checkName(name: string): void {
  if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\u0000/.test(name))
    throw new UserError(
      `this archive names a file outside of itself ("${name.slice(0, 80)}").`,
      'It was made to harm, or by a broken program: do not use it.',
    );
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, left: number): Uint8Array {
  const { headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== headerMark)
    throw damaged('a file in it does not begin where it should');
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + packedBytes > bytes.length) throw damaged('a file in it is cut short');
  const packed = bytes.subarray(from, from + packedBytes);
  const most = Math.min(left, Math.max(freeBytes, packedBytes * mostRatio));
  if (entry.bytes > most) throw tooMuch();
  if (method !== 0 && method !== 8) throw damaged(`it is packed in a way Anki does not use (${method})`);
  const content = method === 0 ? packed : inflate(packed, entry.bytes);
  if (content.length !== entry.bytes || crc32(content) !== entry.crc)
    throw damaged('a file in it is not what was packed');
  return content;
}

const tooMuch = (): UserError =>
  new UserError(
    'this archive unpacks to more than it may.',
    `At most ${mostUnpackedBytes / 1024 / 1024} MiB, and ${mostRatio} times its size: export fewer decks at a time.`,
  );

/** Piece by piece, so that one that grows beyond what it said is stopped on its way. */
function inflate(packed: Uint8Array, expected: number): Uint8Array {
  const content = new Uint8Array(expected);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > expected) throw damaged('a file in it is larger than it says');
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += pieceBytes)
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged('a file in it cannot be unpacked');
  }
  return content.subarray(0, filled);
}

let table: Uint32Array | undefined;

/** The checksum of zip files: CRC-32 with the polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ ((value & 1) * 0xedb88320);
    return value >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
