import { decompress } from 'fzstd';
import { UserError } from '../../../errors.ts';
import { mostUnpackedBytes } from './read-archive.ts';

const frameMark = 0xfd2fb528;
const mostBlockBytes = 128 * 1024;
/** Larger than Anki ever asks for; it is memory that a file may claim before it proves anything. */
const mostWindowBytes = 128 * 1024 * 1024;

const damaged = (what: string): UserError =>
  new UserError(`the collection in this archive is damaged: ${what}.`, 'Export it from Anki once more.');

/**
 * One frame of Zstandard. Its header and the lengths of its blocks are checked first, so that no more memory is taken
 * than an honest file of that size needs.
 * @see https://datatracker.ietf.org/doc/html/rfc8878
 */
export function readZstd(bytes: Uint8Array, mostBytes = mostUnpackedBytes): Uint8Array {
  const end = frameEnd(bytes, mostBytes);
  let content: Uint8Array;
  try {
    content = decompress(bytes.subarray(0, end));
  } catch (error) {
    throw error instanceof RangeError || error instanceof Error ? damaged('it cannot be unpacked') : error;
  }
  if (content.length > mostBytes) throw tooLarge();
  return content;
}

const tooLarge = (): UserError =>
  new UserError('this archive unpacks to more than it may.', 'Export fewer decks at a time.');

/** Where the frame ends; every length on the way is checked. */
function frameEnd(bytes: Uint8Array, mostBytes: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (end: number) => {
    if (end > bytes.length) throw damaged('it is cut short');
  };
  need(6);
  if (view.getUint32(0, true) !== frameMark) throw damaged('it is not compressed as it should be');
  const descriptor = view.getUint8(4);
  const single = (descriptor & 0x20) !== 0;
  if ((descriptor & 3) !== 0) throw damaged('it needs a dictionary');
  let at = 5;
  if (!single) {
    const window = view.getUint8(at);
    const base = 2 ** (10 + (window >> 3));
    if (base + (base / 8) * (window & 7) > mostWindowBytes) throw tooLarge();
    at += 1;
  }
  const sizeBytes = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  need(at + sizeBytes);
  if (declaredBytes(view, at, sizeBytes) > mostBytes) throw tooLarge();
  at += sizeBytes;
  let most = 0;
  for (let last = false; !last; ) {
    need(at + 3);
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const [type, length] = [(header >> 1) & 3, header >> 3];
    if (type === 3 || length > mostBlockBytes) throw damaged('a block of it is impossible');
    last = (header & 1) === 1;
    most += type === 2 ? mostBlockBytes : length;
    if (most > mostBytes + mostBlockBytes) throw tooLarge();
    at += 3 + (type === 1 ? 1 : length);
    need(at);
  }
  const end = at + ((descriptor & 4) === 0 ? 0 : 4);
  need(end);
  return end;
}

function declaredBytes(view: DataView, at: number, sizeBytes: number): number {
  if (sizeBytes === 0) return 0;
  if (sizeBytes === 1) return view.getUint8(at);
  if (sizeBytes === 2) return view.getUint16(at, true) + 256;
  if (sizeBytes === 4) return view.getUint32(at, true);
  return Number(view.getBigUint64(at, true));
}
