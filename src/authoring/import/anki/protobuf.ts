/** A field of a message: its number, and a number or bytes. */
export interface ProtoField {
  readonly field: number;
  readonly value: number | Uint8Array;
}

/**
 * The fields of a protobuf message, as far as they can be read; numbers beyond 2^53 lose their exactness.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function* protoFields(bytes: Uint8Array): Generator<ProtoField> {
  let at = 0;
  const varint = (): number => {
    let [value, scale] = [0, 1];
    for (let count = 0; count < 10; count += 1) {
      const byte = bytes[at];
      if (byte === undefined) return Number.NaN;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const key = varint();
    const [field, type] = [Math.floor(key / 8), key % 8];
    if (type === 0) {
      const value = varint();
      if (Number.isNaN(value)) return;
      yield { field, value };
    } else if (type === 2) {
      const length = varint();
      if (Number.isNaN(length) || at + length > bytes.length) return;
      yield { field, value: bytes.subarray(at, at + length) };
      at += length;
    } else if (type === 1 || type === 5) {
      at += type === 1 ? 8 : 4;
    } else {
      return;
    }
  }
}
