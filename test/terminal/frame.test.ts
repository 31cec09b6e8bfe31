import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Frame, fitFrame } from '../../src/terminal/frame.ts';
import { widthOf } from '../../src/terminal/wrap.ts';

const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);

const frame = (parts: Partial<Frame> & { readonly bodyLines?: number } = {}): Frame => ({
  id: 'one',
  head: lines('head', 2),
  body: lines('body', parts.bodyLines ?? 30),
  foot: lines('foot', 2),
  ...parts,
});

const anyFrame = fc
  .record({
    head: fc.integer({ min: 0, max: 3 }),
    body: fc.integer({ min: 0, max: 80 }),
    foot: fc.integer({ min: 1, max: 6 }),
    typed: fc.option(fc.string({ maxLength: 100 }), { nil: undefined }),
    focus: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true }), { nil: undefined }),
    focusRows: fc.integer({ min: 1, max: 3 }),
    ownArrows: fc.boolean(),
  })
  .map(({ head, body, foot, typed, focus, focusRows, ownArrows }): Frame => {
    const first = focus === undefined || body === 0 ? undefined : Math.floor(focus * body);
    return {
      id: 'any',
      head: lines('head', head),
      body: lines('body', body),
      foot: lines('foot', foot),
      input: typed === undefined ? undefined : { prompt: '> ', line: typed },
      focus: first,
      focusEnd: first === undefined ? undefined : Math.min(body - 1, first + focusRows - 1),
      ownArrows,
    };
  });
const size = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 4, max: 60 }) });
const offset = fc.integer({ min: -5, max: 100 });

describe('laws of fitFrame', () => {
  test('one row stays free, from 4 rows up', () => {
    fc.assert(
      fc.property(anyFrame, size, offset, (given, room, wanted) => {
        const { top, bottom } = fitFrame(given, room, wanted);
        expect(top.length + bottom.length).toBeLessThanOrEqual(room.rows - 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is in focus is in sight', () => {
    fc.assert(
      fc.property(anyFrame, size, offset, (given, room, wanted) => {
        if (given.focus === undefined) return;
        expect(fitFrame(given, room, wanted).top).toContain(`body ${given.focus}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('something of the body and of the foot is in sight', () => {
    fc.assert(
      fc.property(anyFrame, size, offset, (given, room, wanted) => {
        const { top, bottom } = fitFrame(given, room, wanted);
        const shown = [...top, ...bottom];
        expect(shown).toContain('foot 0');
        if (given.body.length > 0) expect(shown.some((one) => one.startsWith('body'))).toBe(true);
      }),
    );
  });

  test('scrolling from the top to the end shows every line of the body', () => {
    fc.assert(
      fc.property(anyFrame, size, (given, room) => {
        const free = { ...given, focus: undefined };
        const seen = new Set<string>();
        const { most } = fitFrame(free, room, 0);
        for (let at = 0; at <= most; at += 1) for (const one of fitFrame(free, room, at).top) seen.add(one);
        expect(given.body.filter((one) => !seen.has(one))).toEqual([]);
      }),
    );
  });

  test('the typed line shows its end and fits the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 20, max: 60 }),
        (line, columns) => {
          const { top } = fitFrame(frame({ input: { prompt: '> ', line } }), { columns, rows: 20 }, 0);
          const shown = top.at(-1) ?? '';
          expect(widthOf(shown)).toBeLessThan(columns);
          expect(line.endsWith(shown.slice(2))).toBe(true);
        },
      ),
    );
  });
});

describe('marks where a page goes on', () => {
  test.each([
    ['arrows page', {}, 0, '-- 24 more lines: j or down --'],
    ['arrows page, at the end', {}, 99, '-- end: k or up --'],
    ['arrows choose', { ownArrows: true }, 0, '-- 24 more lines: page down --'],
    ['arrows choose, at the end', { ownArrows: true }, 99, '-- end: page up --'],
    ['letters are typed', { input: { prompt: '> ', line: '' } }, 0, '-- 25 more lines: down --'],
    ['letters are typed, at the end', { input: { prompt: '> ', line: '' } }, 99, '-- end: up --'],
    ['one line', { bodyLines: 8 }, 0, '-- 2 more lines: j or down --'],
  ])('%s', (_, parts, wanted, mark) => {
    const { top } = fitFrame(frame(parts), { columns: 40, rows: 12 }, wanted);
    expect(top.filter((one) => one.startsWith('--'))).toEqual([mark]);
  });

  test('none where all is in sight', () => {
    const { top, most } = fitFrame(frame({ bodyLines: 7 }), { columns: 40, rows: 12 }, 3);
    expect(top).toEqual([...lines('head', 2), ...lines('body', 7), ...lines('foot', 2)]);
    expect(most).toBe(0);
  });
});

test('in a very short window the body comes first, then the keys, then the head', () => {
  expect(fitFrame(frame(), { columns: 40, rows: 4 }, 0).top).toEqual([
    'body 0',
    '-- 29 more lines: j or down --',
    'foot 0',
  ]);
  expect(fitFrame(frame(), { columns: 40, rows: 6 }, 0).top).toEqual([
    'body 0',
    'body 1',
    '-- 28 more lines: j or down --',
    'foot 0',
    'foot 1',
  ]);
});
