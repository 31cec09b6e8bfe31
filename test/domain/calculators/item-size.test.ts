import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureItem, numberBytes, utf8Bytes } from '../../../src/domain/calculators/dynamodb/item-size.ts';
import { answers, messages } from './ask.ts';

describe('the size of an item', () => {
  test.each<readonly [string, string, number]>([
    ['a string with its name', '{"id":"abc"}', 5],
    ['UTF-8, not letters', '{"nm":"é€😀"}', 11],
    ['a number: two digits a byte, and one', '{"n":1234}', 4],
    ['zeros at the ends do not count', '{"n":1000}', 3],
    ['a sign does', '{"n":-12}', 4],
    ['true, null', '{"a":true,"b":null}', 4],
    ['an empty list and an empty map', '{"l":[],"m":{}}', 8],
    ['a list: 3, and 1 for each element', '{"l":["ab","c"]}', 9],
    ['a map: 3, 1 for each element, and the names', '{"m":{"k":"v"}}', 7],
    ['the form of DynamoDB', '{"id":{"S":"abc"},"n":{"N":"1234"}}', 9],
    ['within Item', '{"Item":{"id":{"S":"abc"}}}', 5],
    ['binary counts its raw bytes', '{"b":{"B":"aGVsbG8="}}', 6],
    ['sets', '{"s":{"SS":["ab","c"]},"n":{"NS":["12","3"]}}', 9],
    ['nested types', '{"m":{"M":{"k":{"L":[{"S":"v"}]}}}}', 11],
  ])('%s', (_, text, bytes) => {
    expect(measureItem(text)).toMatchObject({ bytes });
  });

  test.each([
    ['no', 'is not valid JSON'],
    ['[1]', 'holds no JSON object'],
    ['{"n":{"N":"twelve"}}', 'holds a value that is no DynamoDB value'],
    [`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'is nested too deeply'],
  ])('%s', (text, problem) => {
    expect(measureItem(text)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  test('text is measured as the encoder of the platform does it', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => utf8Bytes(text) === encoder.encode(text).length),
    );
  });

  test('plain JSON and the form of DynamoDB come out alike', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }),
          fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
          { minKeys: 2 },
        ),
        (item) => {
          const typed = Object.fromEntries(
            Object.entries(item).map(([name, each]) => [
              name,
              each === null
                ? { NULL: true }
                : typeof each === 'string'
                  ? { S: each }
                  : typeof each === 'number'
                    ? { N: String(each) }
                    : { BOOL: each },
            ]),
          );
          expect(measureItem(JSON.stringify(typed))).toEqual(measureItem(JSON.stringify(item)));
        },
      ),
    );
  });

  test.each([
    ['0', 1],
    ['0.0012', 2],
    ['123456789', 6],
    ['1e10', 2],
    ['-3.14', 4],
  ])('the number %s has %d bytes', (text, bytes) => {
    expect(numberBytes(text)).toBe(bytes);
  });

  test('an item file stands in for the size', () => {
    const item = JSON.stringify({ id: 'a', text: 'x'.repeat(4100) });
    expect(answers('dynamodb', { operation: 'GetItem', consistency: 'strong', item })).toMatchObject({
      units: 2,
      itemBytes: 4107,
    });
    expect(messages('dynamodb', { operation: 'GetItem', item: '{' })).toEqual([
      '--item: the file is not valid JSON. Give a JSON file such as {"id": "a1", "visits": 12}.',
    ]);
    expect(messages('dynamodb', { operation: 'GetItem', item, size: '1KB' })[0]).toContain('both given');
  });
});
