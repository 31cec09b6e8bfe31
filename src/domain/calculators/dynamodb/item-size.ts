/**
 * The size of an item by DynamoDB's own rules: names and strings in UTF-8 bytes, a number 1 byte per two
 * significant digits plus 1 (leading and trailing zeros do not count), binary its raw bytes, null and Boolean 1,
 * a list or map 3 plus 1 for each element. AWS calls the rule for numbers approximate; a sign costs one more byte.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
interface ItemSize {
  readonly bytes: number;
  /** Each top-level attribute with its name counted in. */
  readonly attributes: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

export type MeasuredItem = ItemSize | { readonly problem: string };

/** `text` is JSON: a plain object, or one in DynamoDB's form ({"id": {"S": "a"}}), with or without an "Item" around. */
export function measureItem(text: string): MeasuredItem {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'is not valid JSON' };
  }
  const item = unwrap(parsed);
  if (!isObject(item)) return { problem: 'holds no JSON object (an item is an object of attributes)' };
  const typed = Object.keys(item).length > 0 && Object.values(item).every(isTyped);
  try {
    const attributes = Object.entries(item).map(([name, value]) => {
      const measured = typed ? typedValue(value) : plainValue(value);
      return { name, type: measured.type, bytes: utf8Bytes(name) + measured.bytes };
    });
    return { bytes: attributes.reduce((sum, each) => sum + each.bytes, 0), attributes };
  } catch (error) {
    return {
      problem:
        error instanceof RangeError ? 'is nested too deeply' : 'holds a value that is no DynamoDB value',
    };
  }
}

type Measured = { readonly type: string; readonly bytes: number };

const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'];

function unwrap(value: unknown): unknown {
  return isObject(value) && Object.keys(value).length === 1 && isObject(value.Item) ? value.Item : value;
}

function isTyped(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [key, ...others] = Object.keys(value);
  return key !== undefined && others.length === 0 && TYPES.includes(key);
}

function plainValue(value: unknown): Measured {
  if (value === null) return { type: 'NULL', bytes: 1 };
  if (typeof value === 'boolean') return { type: 'BOOL', bytes: 1 };
  if (typeof value === 'string') return { type: 'S', bytes: utf8Bytes(value) };
  if (typeof value === 'number') return { type: 'N', bytes: numberBytes(String(value)) };
  if (Array.isArray(value)) return { type: 'L', bytes: 3 + sum(value, (each) => 1 + plainValue(each).bytes) };
  if (!isObject(value)) throw new TypeError('not a JSON value');
  return {
    type: 'M',
    bytes: 3 + sum(Object.entries(value), ([name, each]) => 1 + utf8Bytes(name) + plainValue(each).bytes),
  };
}

function typedValue(value: unknown): Measured {
  if (!isObject(value)) throw new TypeError('not a typed value');
  const [type = '', inner] = Object.entries(value)[0] ?? [];
  const list = Array.isArray(inner) ? inner : [];
  switch (type) {
    case 'S':
      return { type, bytes: utf8Bytes(String(inner)) };
    case 'N':
      return { type, bytes: numberBytes(String(inner)) };
    case 'B':
      return { type, bytes: base64Bytes(String(inner)) };
    case 'BOOL':
    case 'NULL':
      return { type, bytes: 1 };
    case 'SS':
      return { type, bytes: sum(list, (each) => utf8Bytes(String(each))) };
    case 'NS':
      return { type, bytes: sum(list, (each) => numberBytes(String(each))) };
    case 'BS':
      return { type, bytes: sum(list, (each) => base64Bytes(String(each))) };
    case 'L':
      return { type, bytes: 3 + sum(list, (each) => 1 + typedValue(each).bytes) };
    case 'M': {
      const entries = isObject(inner) ? Object.entries(inner) : [];
      return {
        type,
        bytes: 3 + sum(entries, ([name, each]) => 1 + utf8Bytes(name) + typedValue(each).bytes),
      };
    }
    default:
      throw new TypeError(`unknown type ${type}`);
  }
}

/** "-0012.50" has the digits 125: 2 bytes for the digits, 1 for the number, 1 for the sign. */
export function numberBytes(text: string): number {
  const match = /^([+-]?)([\d.]+)(?:e[+-]?\d+)?$/i.exec(text.trim());
  if (match === null) throw new TypeError('not a number');
  const digits = (match[2] ?? '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (match[1] === '-' ? 1 : 0);
}

/** UTF-8 bytes without an encoder, which the language itself does not have. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function base64Bytes(text: string): number {
  const letters = text.replace(/[\s=]/g, '').length;
  return Math.floor((letters * 3) / 4);
}

function sum<T>(list: readonly T[], bytes: (each: T) => number): number {
  return list.reduce((total, each) => total + bytes(each), 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
