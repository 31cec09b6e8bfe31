import { calculator } from '../calculators/dynamodb/dynamodb.ts';
import { formatNumber } from '../calculators/format.ts';
import type { Random } from '../chance.ts';
import {
  drawRate,
  drawSize,
  KB,
  kilobytes,
  minuteTrap,
  perSecond,
  read4,
  type Size,
  write1,
} from './draw-load.ts';
import { type Draft, defineDrill, number, RCU_WORDS, type Trap, whole } from './drill.ts';

function reads(random: Random, consistency: 'strong' | 'eventual' | 'transactional'): Draft {
  const size = drawSize(random, 4, 5);
  const rate = drawRate(random, 'reads');
  const factor = consistency === 'strong' ? 1 : consistency === 'eventual' ? 0.5 : 2;
  const blocks = read4(size.bytes);
  const words = {
    strong: 'strongly consistent',
    eventual: 'eventually consistent',
    transactional: 'transactional',
  }[consistency];
  const traps: Trap[] = [
    {
      value: perSecond(rate, write1(size.bytes) * factor),
      sentence: 'That rounds up to 1 KB, the step of writes. Reads go in steps of 4 KB.',
    },
    {
      value: perSecond(rate, (size.bytes / (4 * KB)) * factor),
      sentence: 'That divides by 4 KB without rounding each item up first.',
    },
    ...minuteTrap(rate, blocks * factor),
  ];
  if (consistency === 'strong')
    traps.push({ value: perSecond(rate, blocks / 2), sentence: 'Half is for eventually consistent reads.' });
  if (consistency !== 'strong')
    traps.push({
      value: perSecond(rate, blocks),
      sentence: `That is the strongly consistent figure; ${words} reads cost ${consistency === 'eventual' ? 'half' : 'twice as much'}.`,
    });
  if (consistency === 'eventual') {
    traps.push(
      {
        value: perSecond(rate, Math.ceil(blocks / 2)),
        sentence: 'Half a unit of one read is not rounded up; only the final figure is.',
      },
      {
        value: perSecond(rate, read4(size.bytes / 2)),
        sentence: 'Round the size up to 4 KB first, then halve, not the other way round.',
      },
    );
  }
  if (consistency === 'transactional') {
    traps.push({
      value: perSecond(rate, read4(size.bytes * 2)),
      sentence: 'Round the size up to 4 KB first, then double, not the other way round.',
    });
  }
  return {
    question: `An application makes ${rate.words}, ${words}, of items of ${size.text} each. How many RCU does the table need?`,
    inputs: {
      operation: consistency === 'transactional' ? 'TransactGetItems' : 'GetItem',
      size: `${size.bytes}B`,
      rate: rate.text,
      ...(consistency === 'transactional' ? {} : { consistency }),
    },
    answer: 'capacity',
    expect: number(...RCU_WORDS),
    traps,
  };
}

const rcuStrong = defineDrill(calculator, 'dynamodb-rcu-strong', 'RCU, strongly consistent', (random) =>
  reads(random, 'strong'),
);
const rcuEventual = defineDrill(calculator, 'dynamodb-rcu-eventual', 'RCU, eventually consistent', (random) =>
  reads(random, 'eventual'),
);
const rcuTransactional = defineDrill(
  calculator,
  'dynamodb-rcu-transactional',
  'RCU, transactional',
  (random) => reads(random, 'transactional'),
);

const query = defineDrill(calculator, 'dynamodb-query', 'RCU of a Query', (random) => {
  const count = whole(random, 3, 40) * 5;
  const size = kilobytes(whole(random, 2, 30));
  const strong = random() < 0.5;
  const factor = strong ? 1 : 0.5;
  const filtered = whole(random, 1, Math.floor(count / 2));
  const total = count * size.bytes;
  return {
    question: `One Query with ${strong ? 'strong' : 'eventual'} consistency evaluates ${formatNumber(count)} items of ${size.text} each; a filter expression leaves ${formatNumber(filtered)} of them. How many RCU does it use?`,
    inputs: {
      operation: 'Query',
      size: `${count}x${size.bytes}B`,
      consistency: strong ? 'strong' : 'eventual',
      returned: String(filtered),
    },
    answer: 'units',
    expect: number(...RCU_WORDS),
    traps: [
      {
        value: count * read4(size.bytes) * factor,
        sentence: 'That rounds every item up, as BatchGetItem does. A Query adds the sizes first.',
      },
      {
        value: read4(filtered * size.bytes) * factor,
        sentence: 'The filter works after the read: all evaluated items are charged.',
      },
      {
        value: read4(total) * (strong ? 0.5 : 1),
        sentence: strong
          ? 'Half is for eventually consistent reads.'
          : 'That is the strongly consistent figure.',
      },
    ],
  };
});

const batchGet = defineDrill(calculator, 'dynamodb-batch-get', 'RCU of a BatchGetItem', (random) => {
  const sizes = [
    drawSize(random, 4, 3),
    drawSize(random, 4, 3),
    ...(random() < 0.5 ? [drawSize(random, 4, 2)] : []),
  ];
  const strong = random() < 0.5;
  const factor = strong ? 1 : 0.5;
  const sum = sizes.reduce((total, size) => total + size.bytes, 0);
  const blocks = sizes.reduce((total, size) => total + read4(size.bytes), 0);
  return {
    question: `A BatchGetItem with ${strong ? 'strong' : 'eventual'} consistency reads items of ${listed(sizes)}. How many RCU does it use?`,
    inputs: {
      operation: 'BatchGetItem',
      size: sizes.map((size) => `${size.bytes}B`).join('+'),
      consistency: strong ? 'strong' : 'eventual',
    },
    answer: 'units',
    expect: number(...RCU_WORDS),
    traps: [
      {
        value: read4(sum) * factor,
        sentence: 'That adds the sizes first, as a Query does. In a batch each item is rounded up by itself.',
      },
      {
        value: blocks * (strong ? 0.5 : 1),
        sentence: strong
          ? 'Half is for eventually consistent reads.'
          : 'That is the strongly consistent figure.',
      },
      {
        value: Math.ceil(blocks * factor),
        sentence: 'Half a unit stays half: a single request is not rounded up.',
      },
    ],
  };
});

function listed(sizes: readonly Size[]): string {
  return sizes.map((size) => size.text).join(sizes.length === 2 ? ' and ' : ', ');
}

export const dynamodbReadDrills = [rcuStrong, rcuEventual, rcuTransactional, query, batchGet];
