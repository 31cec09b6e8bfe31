import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlocks, readUnits, writeBlocks } from '../../../src/domain/calculators/dynamodb/units.ts';
import { answers, ask, findings, flags, messages, value } from './ask.ts';

const units = (line: string) => value('dynamodb', flags(line), 'units');
const capacity = (line: string) => value('dynamodb', flags(line), 'capacity');

describe('units of one request', () => {
  test.each<readonly [string, number]>([
    // Reads: 4 KB blocks, at least one.
    ['--operation GetItem --consistency strong --size 1B', 1],
    ['--operation GetItem --consistency strong --size 4KB', 1],
    ['--operation GetItem --consistency strong --size 400KB', 100],
    ['--operation GetItem --consistency eventual --size 3.5KB', 0.5],
    ['--operation GetItem --consistency eventual --size 9KB', 1.5],
    ['--operation GetItem --size 9KB', 1.5],
    ['--operation GetItem --consistency transactional --size 6KB', 4],
    ['--operation TransactGetItems --size 4.1KB,1KB', 6],
    // An item that is not there costs as much as the smallest.
    ['--operation GetItem --consistency strong --missing', 1],
    ['--operation GetItem --consistency eventual --missing', 0.5],
    ['--operation DeleteItem --missing', 1],
    // Batch rounds each item, Query and Scan the sum.
    ['--operation BatchGetItem --consistency strong --size 3x0.5KB', 3],
    ['--operation BatchGetItem --consistency eventual --size 1.5KB,6.5KB', 1.5],
    ['--operation Query --consistency strong --size 1.5KB,6.5KB', 2],
    ['--operation Query --consistency eventual --size 100x1KB', 12.5],
    ['--operation Scan --consistency strong --size 1MB', 256],
    ['--operation Query --consistency strong --size 100x1KB --returned 3', 25],
    ['--operation Query --consistency eventual --size 20x300B --index gsi', 1],
    ['--operation Query --consistency strong --size 10x200B --index lsi --fetch-size 5KB', 21],
    // Writes: 1 KB blocks.
    ['--operation PutItem --size 1B', 1],
    ['--operation PutItem --size 1024B', 1],
    ['--operation PutItem --size 1.5KB --old-size 5.2KB', 6],
    ['--operation PutItem --size 5.2KB --old-size 1.5KB', 6],
    ['--operation UpdateItem --size 10KB --old-size 10KB', 10],
    ['--operation DeleteItem --size 2.5KB', 3],
    ['--operation PutItem --size 2.5KB --condition-fails', 3],
    ['--operation UpdateItem --size 1KB --old-size 2.5KB --condition-fails', 3],
    ['--operation BatchWriteItem --size 25x0.1KB', 25],
    ['--operation TransactWriteItems --size 1.2KB,0.5KB', 6],
    // Secondary indexes.
    ['--operation PutItem --size 1.5KB --indexes 1', 4],
    ['--operation PutItem --size 1.5KB --indexes 3 --projected-size 200B', 5],
    ['--operation UpdateItem --size 1.5KB --indexes 2 --index-change key --projected-size 200B', 6],
    ['--operation UpdateItem --size 1.5KB --indexes 2 --index-change none', 2],
    ['--operation DeleteItem --size 1.5KB --indexes 1 --index-change removed --projected-size 1.1KB', 4],
    ['--operation PutItem --size 1.5KB --condition-fails --indexes 2', 2],
    ['--operation DeleteItem --missing --indexes 2', 1],
  ])('%s → %d', (line, expected) => {
    expect(units(line)).toBe(expected);
  });
});

describe('capacity of a load', () => {
  test.each<readonly [string, number]>([
    ['--operation GetItem --consistency eventual --size 3KB --rate 1/s', 1],
    ['--operation GetItem --consistency eventual --size 3KB --rate 3/s', 2],
    ['--operation GetItem --consistency strong --size 10KB --rate 100/min', 5],
    ['--operation GetItem --consistency strong --size 10KB --rate 101/min', 6],
    ['--operation PutItem --size 1.5KB --rate 12,000/min', 400],
    ['--operation PutItem --size 1KB --rate 90/min', 2],
    ['--operation PutItem --size 4.5KB --rate 3600/h', 5],
    ['--operation GetItem --consistency eventual --size 3KB --rate 1/s --mode on-demand', 0.5],
  ])('%s → %d', (line, expected) => {
    expect(capacity(line)).toBe(expected);
  });

  test('a GSI has capacity of its own, an LSI that of the table', () => {
    const line = '--operation PutItem --size 1.5KB --rate 100/s --indexes 2 --projected-size 500B';
    expect(answers('dynamodb', flags(`${line} --index-type gsi`))).toMatchObject({
      capacity: 400,
      table: 200,
      index: 100,
    });
    expect(answers('dynamodb', flags(`${line} --index-type lsi`))).toMatchObject({
      capacity: 400,
      table: 400,
      index: 100,
    });
  });

  test('transactional, strong and eventual are 4 : 2 : 1 before the last rounding, and the last rounding adds less than one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 409_600 }),
        fc.integer({ min: 1, max: 100_000 }),
        (bytes, rate) => {
          const of = (consistency: string) =>
            answers('dynamodb', {
              operation: 'GetItem',
              size: `${bytes}B`,
              rate: `${rate}/s`,
              consistency,
            }) as Record<string, number>;
          const [eventual, strong, transactional] = [of('eventual'), of('strong'), of('transactional')];
          expect(strong?.units).toBe(2 * (eventual?.units ?? 0));
          expect(transactional?.units).toBe(2 * (strong?.units ?? 0));
          const exact = rate * (eventual?.units ?? 0);
          const rounded = eventual?.capacity ?? 0;
          return rounded >= exact && rounded < exact + 1 && strong?.capacity === 2 * exact;
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a Query never costs more than a batch of the same items, nor less than their bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 40_000 }), (count, bytes) => {
        const size = `${count}x${bytes}B`;
        const query = Number(units(`--operation Query --consistency strong --size ${size}`));
        const batch = Number(units(`--operation BatchGetItem --consistency strong --size ${size}`));
        return query <= batch && query * 4096 >= count * bytes && (query - 1) * 4096 < count * bytes;
      }),
      { numRuns: 300 },
    );
  });

  test('blocks are the smallest that hold the bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 409_600 }), (bytes) => {
        expect(readBlocks(bytes)).toBe(Math.floor((bytes + 4095) / 4096));
        expect(writeBlocks(bytes)).toBe(Math.floor((bytes + 1023) / 1024));
        expect(readUnits(readBlocks(bytes), 'strong')).toBe(readBlocks(bytes));
      }),
    );
  });
});

describe('what DynamoDB does not do', () => {
  test.each([
    [
      '--operation Query --size 1KB --index gsi --consistency strong',
      'a GSI cannot be read with strong consistency',
    ],
    ['--operation Query --size 1KB --consistency transactional', 'Query cannot be transactional'],
    [
      '--operation BatchGetItem --size 1KB --consistency transactional',
      'BatchGetItem cannot be transactional',
    ],
    ['--operation GetItem --size 1KB,2KB', 'GetItem reads one item'],
    ['--operation PutItem --size 1KB,2KB', 'PutItem writes one item'],
    ['--operation BatchGetItem --size 101x1KB', 'at most 100 items, not 101'],
    ['--operation PutItem --item {}', 'without a key there is none'],
    ['--operation BatchWriteItem --size 26x1KB', 'at most 25 puts and deletes'],
    ['--operation TransactWriteItems --size 101x1KB', 'at most 100 items and 4 MB'],
    ['--operation TransactGetItems --size 20x300KB', 'at most 100 items and 4 MB'],
    ['--operation PutItem --size 1KB --old-size 500KB', '400 KB at most'],
  ])('%s', (line, words) => {
    expect(messages('dynamodb', flags(line))[0]).toContain(words);
  });

  test('a load above a partition is warned of', () => {
    expect(
      findings('dynamodb', flags('--operation GetItem --consistency strong --size 4KB --rate 3001/s')),
    ).toEqual([expect.stringContaining('3,000 RCU')]);
    expect(
      findings('dynamodb', flags('--operation GetItem --consistency strong --size 4KB --rate 3000/s')),
    ).toEqual([]);
    expect(findings('dynamodb', flags('--operation PutItem --size 1KB --rate 1001/s'))).toEqual([
      expect.stringContaining('1,000 WCU'),
    ]);
  });
});

describe('the traps are named with their numbers', () => {
  test.each([
    [
      '--operation BatchGetItem --consistency strong --size 1.5KB,6.5KB',
      'Adding the sizes before rounding gives 2 RCU',
    ],
    ['--operation Query --consistency strong --size 100x1KB', 'Rounding every item up gives 100 RCU'],
    ['--operation Query --consistency strong --size 100x1KB --returned 10', 'all 100 evaluated are charged'],
    ['--operation TransactWriteItems --size 1.2KB', 'Doubling the size before rounding gives 3 WCU'],
    ['--operation UpdateItem --size 0.4KB --old-size 3.2KB', 'Counting only the new size gives 1 WCU'],
    [
      '--operation PutItem --size 1KB --indexes 1 --index-change key',
      'One write for a changed index key gives 1 WCU',
    ],
  ])('%s', (line, words) => {
    const done = ask('dynamodb', flags(line));
    expect(done.ok && done.result.traps.join(' ')).toContain(words);
  });
});

describe('cost and partitions', () => {
  test.each<readonly [string, string, number]>([
    ['--writes 1M --write-size 1.5KB --write-kind transactional', 'monthlyUsd', 2.5],
    ['--reads 1M --read-size 8KB --consistency strong', 'monthlyUsd', 0.25],
    ['--reads 1M --read-size 8KB --consistency eventual', 'monthlyUsd', 0.125],
    ['--mode provisioned --rcu 100 --hours 720', 'monthlyUsd', 9.36],
    ['--mode on-demand --storage 100GB', 'monthlyUsd', 25],
    ['--rcu 3000 --wcu 1000', 'partitions', 2],
    ['--storage 95GB', 'partitions', 10],
    ['--rcu 10', 'partitions', 1],
    ['--hot-item-size 9KB --consistency eventual', 'hotReads', 2000],
  ])('%s → %s %d', (line, name, expected) => {
    expect(value('dynamodb', flags(line), name)).toBeCloseTo(expected, 6);
  });
});
