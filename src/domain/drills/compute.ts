import { calculator as apiGateway } from '../calculators/api-gateway/api-gateway.ts';
import { formatNumber } from '../calculators/format.ts';
import { calculator as kinesis } from '../calculators/kinesis.ts';
import { calculator as lambda } from '../calculators/lambda/lambda.ts';
import { defineDrill, number, pick, whole } from './drill.ts';

const shards = number('shards', 'shard');
const MIB = 1024 ** 2;

const kinesisShards = defineDrill(kinesis, 'kinesis-shards', 'Shards of a stream', (random) => {
  const rate = whole(random, 2, 60) * 250;
  const kilobytes = pick(random, [0.2, 0.5, 1, 2, 3, 5, 8]);
  const consumers = whole(random, 1, 4);
  const mib = (rate * kilobytes * 1024) / MIB;
  const byRecords = Math.ceil(rate / 1000);
  return {
    question: `A stream takes ${formatNumber(rate)} records a second of ${kilobytes} KB. ${consumers === 1 ? 'One consumer reads' : `${consumers} consumers read`} all of it without enhanced fan-out. How many shards are needed?`,
    inputs: { rate: `${rate}/s`, 'record-size': `${kilobytes}KB`, consumers: String(consumers) },
    answer: 'shards',
    expect: shards,
    traps: [
      {
        value: byRecords,
        sentence: '1,000 records a second is not the only limit: 1 MB/s in and 2 MB/s out count as well.',
      },
      {
        value: Math.ceil(mib),
        sentence: '1 MB/s in is not the only limit: 1,000 records a second and 2 MB/s out count as well.',
      },
      {
        value: Math.max(byRecords, Math.ceil(mib)),
        sentence: 'The consumers share 2 MB/s of each shard and need more.',
      },
      {
        value: Math.max(byRecords, Math.ceil(mib * consumers)),
        sentence: 'A shard gives 2 MB/s, twice what it takes.',
      },
    ],
  };
});

const kinesisFanOut = defineDrill(kinesis, 'kinesis-fan-out', 'Shards with enhanced fan-out', (random) => {
  const rate = whole(random, 2, 30) * 500;
  const kilobytes = pick(random, [0.5, 1, 2, 4]);
  const consumers = whole(random, 3, 8);
  const mib = (rate * kilobytes * 1024) / MIB;
  return {
    question: `A stream takes ${formatNumber(rate)} records a second of ${kilobytes} KB. ${consumers} consumers read all of it, each with enhanced fan-out. How many shards are needed?`,
    inputs: {
      rate: `${rate}/s`,
      'record-size': `${kilobytes}KB`,
      consumers: String(consumers),
      'fan-out': 'true',
    },
    answer: 'shards',
    expect: shards,
    traps: [
      {
        value: Math.max(Math.ceil(rate / 1000), Math.ceil(mib), Math.ceil((mib * consumers) / 2)),
        sentence: 'With enhanced fan-out each consumer has 2 MB/s of its own: they do not share.',
      },
      { value: Math.ceil(mib), sentence: '1,000 records a second is a limit too.' },
    ],
  };
});

const concurrency = defineDrill(lambda, 'lambda-concurrency', 'Concurrency of a function', (random) => {
  const rate = pick(random, [20, 50, 75, 100, 150, 200, 300, 400, 500]);
  const milliseconds = pick(random, [120, 150, 250, 350, 400, 750, 800, 1200, 1500, 2000]);
  return {
    question: `A function gets ${formatNumber(rate)} requests a second; each takes ${formatNumber(milliseconds)} ms. What concurrency does it need?`,
    inputs: { rate: `${rate}/s`, duration: `${milliseconds}ms` },
    answer: 'concurrency',
    expect: number('executions', 'concurrent executions', 'environments', 'concurrency', 'instances'),
    traps: [
      {
        value: rate,
        sentence: 'Requests a second are not concurrency: multiply by the seconds that one takes.',
      },
      {
        value: Math.ceil((rate * 1000) / milliseconds),
        sentence: 'Multiply the rate by the duration; do not divide.',
      },
      { value: rate * milliseconds, sentence: 'The duration is in milliseconds: divide by 1,000.' },
    ],
  };
});

const maxRate = defineDrill(lambda, 'lambda-max-rate', 'Requests a second of a concurrency', (random) => {
  const environments = pick(random, [10, 50, 100, 200, 500, 1000]);
  const milliseconds = pick(random, [10, 20, 40, 50, 80, 100, 125, 200, 250, 500]);
  const byDuration = (environments * 1000) / milliseconds;
  return {
    question: `A function has a reserved concurrency of ${formatNumber(environments)} and takes ${milliseconds} ms. How many requests a second can it serve at most?`,
    inputs: { concurrency: String(environments), duration: `${milliseconds}ms` },
    answer: 'maxRate',
    expect: number('/s', 'rps', 'requests/s', 'requests per second', 'requests'),
    traps: [
      {
        value: byDuration,
        sentence:
          'That is concurrency ÷ duration; below 100 ms the limit of 10 × the concurrency comes first.',
      },
      {
        value: environments * 10,
        sentence: '10 × the concurrency is a limit only; concurrency ÷ duration is less here.',
      },
      {
        value: environments,
        sentence: 'An environment serves more than one request a second when it takes less than a second.',
      },
    ],
  };
});

const cost = defineDrill(lambda, 'lambda-cost', 'Monthly cost of a function', (random) => {
  const millions = whole(random, 1, 50);
  const megabytes = pick(random, [128, 256, 512, 1024, 2048]);
  const milliseconds = pick(random, [50, 100, 120, 200, 250, 400]);
  const gbSeconds = (millions * 1_000_000 * megabytes * milliseconds) / (1024 * 1000);
  const requests = millions * 0.2;
  return {
    question: `${millions} million invocations a month with ${formatNumber(megabytes)} MB and ${milliseconds} ms each, x86, $0.20 per million requests and $0.0000166667 per GB-second, without free tier. What do they cost, to the cent?`,
    inputs: {
      invocations: `${millions}M`,
      memory: `${megabytes}MB`,
      duration: `${milliseconds}ms`,
      architecture: 'x86',
    },
    answer: 'monthlyUsd',
    expect: (value) => ({ kind: 'usd', value: Math.round(Number(value) * 100) / 100 }),
    traps: [
      {
        value: Math.round(requests * 100) / 100,
        sentence: 'Those are the requests alone; the GB-seconds come on top.',
      },
      {
        value: Math.round(gbSeconds * 0.0000166667 * 100) / 100,
        sentence: 'Those are the GB-seconds alone; the requests come on top.',
      },
    ],
  };
});

const load = defineDrill(apiGateway, 'api-gateway-load', 'Load above the rate limit', (random) => {
  const limit = pick(random, [100, 500, 1000, 2500, 10_000]);
  const burst = limit / pick(random, [1, 2, 5]);
  const over = limit * pick(random, [0.1, 0.2, 0.25, 0.5]);
  const offered = limit + over;
  const seconds = pick(random, [5, 10, 20, 30, 60]);
  const total = offered * seconds;
  return {
    question: `An API has a rate limit of ${formatNumber(limit)} requests/s and a burst of ${formatNumber(burst)}; the bucket is full. ${formatNumber(offered)} requests/s arrive for ${seconds} s. How many are accepted?`,
    inputs: { load: `${offered}/s`, for: `${seconds}s`, limit: `${limit}/s`, burst: String(burst) },
    answer: 'accepted',
    expect: number('requests', 'request', 'accepted'),
    traps: [
      { value: limit * seconds, sentence: 'The tokens in the full bucket come on top of the rate.' },
      { value: total, sentence: 'The bucket runs empty: the load is above the rate limit.' },
      {
        value: Math.min(total, (limit + burst) * seconds),
        sentence: 'The burst is spent once; it is not there again each second.',
      },
    ],
  };
});

const spike = defineDrill(apiGateway, 'api-gateway-spike', 'Requests at once', (random) => {
  const limit = pick(random, [500, 1000, 2000, 10_000]);
  const burst = pick(random, [200, 250, 400]) * (limit / 500);
  const arriving = burst + whole(random, 1, 20) * 50;
  return {
    question: `An API has a rate limit of ${formatNumber(limit)} requests/s and a burst of ${formatNumber(burst)}; the bucket is full. ${formatNumber(arriving)} requests arrive in the same instant. How many get a 429?`,
    inputs: { spike: String(arriving), limit: `${limit}/s`, burst: String(burst) },
    answer: 'throttled',
    expect: number('requests', 'request'),
    traps: [
      {
        value: Math.max(0, arriving - limit),
        sentence: 'In one instant the bucket counts, not the rate of a second.',
      },
      {
        value: Math.max(0, arriving - limit - burst),
        sentence: 'The rate refills the bucket over a second; in one instant there is only the burst.',
      },
    ],
  };
});

export const computeDrills = [kinesisShards, kinesisFanOut, concurrency, maxRate, cost, load, spike];
