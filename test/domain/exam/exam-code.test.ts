import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examKey, familyOf } from '../../../src/domain/exam/exam-code.ts';
import { editDistance } from '../../../src/domain/nearest.ts';

test.each([
  ['dva-c03', 'dva-c03', 0],
  ['dva-c3', 'dva-c03', 1],
  ['dva-c30', 'dva-c03', 1],
  ['dvac03', 'dva-c03', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('%s to %s takes %i edits', (from, to, edits) => {
  expect(editDistance(from, to)).toBe(edits);
});

test('the distance is symmetric, zero only to itself, and at most the longer length', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', '-') });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('a code has a key and a family', () => {
  expect(examKey(' DVA-C03 ')).toBe('dva-c03');
  expect(familyOf('SAA-C03')).toBe('saa');
});
