import { calculator } from '../calculators/dynamodb/dynamodb.ts';
import type { Random } from '../chance.ts';
import { drawRate, drawSize, KB, minuteTrap, perSecond, read4, write1 } from './draw-load.ts';
import { type Draft, defineDrill, number, WCU_WORDS, whole } from './drill.ts';

function writes(random: Random, transactional: boolean): Draft {
  const size = drawSize(random, 1, 6);
  const rate = drawRate(random, 'writes');
  const factor = transactional ? 2 : 1;
  const blocks = write1(size.bytes);
  return {
    question: `An application makes ${rate.words}${transactional ? ', each in a transaction,' : ''} of items of ${size.text} each. How many WCU does the table need?`,
    inputs: {
      operation: transactional ? 'TransactWriteItems' : 'PutItem',
      size: `${size.bytes}B`,
      rate: rate.text,
    },
    answer: 'capacity',
    expect: number(...WCU_WORDS),
    traps: [
      {
        value: perSecond(rate, read4(size.bytes) * factor),
        sentence: 'That rounds up to 4 KB, the step of reads. Writes go in steps of 1 KB.',
      },
      {
        value: perSecond(rate, (size.bytes / KB) * factor),
        sentence: 'That multiplies the size without rounding each item up first.',
      },
      ...(transactional
        ? [
            { value: perSecond(rate, blocks), sentence: 'Transactional writes cost twice as much.' },
            {
              value: perSecond(rate, write1(size.bytes * 2)),
              sentence: 'Round the size up to 1 KB first, then double, not the other way round.',
            },
          ]
        : []),
      ...minuteTrap(rate, blocks * factor),
    ],
  };
}

const wcu = defineDrill(calculator, 'dynamodb-wcu', 'WCU', (random) => writes(random, false));
const wcuTransactional = defineDrill(
  calculator,
  'dynamodb-wcu-transactional',
  'WCU, transactional',
  (random) => writes(random, true),
);

const update = defineDrill(calculator, 'dynamodb-update', 'WCU of an update', (random) => {
  const before = drawSize(random, 1, 12);
  const after = drawSize(random, 1, 6);
  const changed = whole(random, 20, 300);
  return {
    question: `An UpdateItem changes an attribute of ${changed} bytes. The item has ${before.text} before and ${after.text} after it. How many WCU does the update use?`,
    inputs: { operation: 'UpdateItem', 'old-size': `${before.bytes}B`, size: `${after.bytes}B` },
    answer: 'units',
    expect: number(...WCU_WORDS),
    traps: [
      { value: 1, sentence: 'The whole item counts, not the attribute that changes.' },
      {
        value: Math.min(write1(after.bytes), write1(before.bytes)),
        sentence: 'The larger of before and after is charged, not the smaller.',
      },
      {
        value: write1(before.bytes) + write1(after.bytes),
        sentence: 'Before and after are not added: the larger one is charged.',
      },
      {
        value: read4(Math.max(before.bytes, after.bytes)),
        sentence: 'Writes go in steps of 1 KB, not 4 KB.',
      },
    ],
  };
});

const gsiKey = defineDrill(
  calculator,
  'dynamodb-gsi-key',
  'Writes with global secondary indexes',
  (random) => {
    const size = drawSize(random, 1, 4);
    const projected = whole(random, 1, 9) * 100;
    const indexes = whole(random, 1, 4);
    const key = random() < 0.6;
    const table = write1(size.bytes);
    const per = write1(projected);
    return {
      question: `An item of ${size.text} is written over and ${key ? 'its attribute that is the partition key' : 'a projected attribute (no key)'} of ${indexes === 1 ? 'one GSI changes' : `${indexes} GSIs changes`}; an index entry has ${projected} bytes. How many WCU does it use, table and indexes together?`,
      inputs: {
        operation: 'PutItem',
        size: `${size.bytes}B`,
        indexes: String(indexes),
        'index-change': key ? 'key' : 'projected',
        'projected-size': `${projected}B`,
      },
      answer: 'units',
      expect: number(...WCU_WORDS),
      traps: [
        { value: table, sentence: 'The indexes are written as well.' },
        key
          ? {
              value: table + indexes * per,
              sentence: 'A changed index key costs two writes: the old entry is deleted, the new one put.',
            }
          : {
              value: table + 2 * indexes * per,
              sentence: 'Two writes are for a changed index key; a projected attribute costs one.',
            },
        {
          value: table * (1 + indexes * (key ? 2 : 1)),
          sentence: 'An index entry counts with its projected size, not with that of the item.',
        },
      ],
    };
  },
);

export const dynamodbWriteDrills = [wcu, wcuTransactional, update, gsiKey];
