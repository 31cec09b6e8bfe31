import { limit, type StaleTerm } from './stale-term.ts';

const kb256 = '256\\s?Ki?B|262,?144 bytes';
const sqsQuotas =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html';
const lambdaQuotas = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';
const s3Limits = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html';
const gp3Page = 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html';

function outgrown(pattern: RegExp, message: string, more: Omit<Partial<StaleTerm>, 'kind'> = {}): StaleTerm {
  return { kind: 'claim', pattern, message, ...more };
}

/** Limits that were raised. */
export const staleLimits: readonly StaleTerm[] = [
  outgrown(limit('SQS|queues?\\b', kb256), 'an SQS message may have 1 MiB.', {
    unless: /\bSNS\b|\bEventBridge\b|\bStep Functions\b/,
    source: sqsQuotas,
  }),
  outgrown(
    limit('FIFO', '20,?000'),
    'a FIFO queue may have 120,000 messages in flight, as a standard queue.',
    {
      source: sqsQuotas,
    },
  ),
  outgrown(
    limit('FIFO', '300 (?:messages|transactions|operations|TPS)'),
    'FIFO takes 300 calls a second for each API action (3,000 messages in batches), and far more with high throughput.',
    { unless: /\bbatch|\bhigh[- ]throughput\b|\bAPI (?:action|call|method)/i, source: sqsQuotas },
  ),
  outgrown(limit('asynchronous|async\\b', kb256), 'an asynchronous invocation of Lambda takes 1 MB.', {
    unless: /\bSNS\b|\bStep Functions\b/,
    source: lambdaQuotas,
  }),
  outgrown(limit('EventBridge', kb256), 'an EventBridge event may have 1 MB.', {
    unless: /\bStep Functions\b/,
  }),
  outgrown(limit('Lambda|functions?\\b', '3,?008\\s?Mi?B'), 'Lambda memory goes up to 10,240 MB.', {
    source: lambdaQuotas,
  }),
  outgrown(
    limit('/?tmp\\b|ephemeral storage', '512\\s?Mi?B'),
    '/tmp has 512 MB by default and up to 10,240 MB.',
    {
      unless: /\bdefault\b|\b10(?:,?240)?\s?[MG]i?B/i,
      source: lambdaQuotas,
    },
  ),
  outgrown(
    /\bburst(?: concurrency)?(?: limit| quota)?\b.*\b(3,?000)\b.*\bthen\b|(\b500 (?:more )?(?:instances|environments|executions)? ?(?:per|every|a) minute)/i,
    'each Lambda function grows by 1,000 environments every 10 seconds.',
    { source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html' },
  ),
  outgrown(limit('S3|objects?\\b', '5\\s?Ti?B'), 'an S3 object may have 50 TB.', {
    unless: /\b50\s?TB/,
    source: s3Limits,
  }),
  outgrown(limit('S3|buckets?\\b', '100 (?:S3 )?buckets'), 'an account may have 10,000 buckets by default.', {
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html',
  }),
  outgrown(
    limit('Kinesis|data record', '1\\s?Mi?B'),
    'a Kinesis record has 1 MiB by default and up to 10 MiB.',
    {
      unless: /\bdefault\b|\bper second\b|\/s\b|\bMi?B\/s|\b10\s?Mi?B|\ba second\b/i,
    },
  ),
  outgrown(limit('Kinesis', '(?:7|seven) days'), 'a Kinesis stream keeps records for up to 365 days.', {
    unless: /\b365\b/,
    source: 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
  }),
  outgrown(
    limit('gp3', '16,?000(?: IOPS)?|1,?000\\s?MiB/s|16\\s?TiB'),
    'gp3 goes up to 80,000 IOPS, 2,000 MiB/s and 64 TiB.',
    {
      unless: /\bgp2\b/,
      source: gp3Page,
    },
  ),
  outgrown(limit('Aurora', '128\\s?TiB?'), 'an Aurora volume grows to 256 TiB.'),
  outgrown(
    limit('Aurora [Gg]lobal', '(?:5|five) (?:secondary |other )?Regions'),
    'a global database has up to 10 secondary Regions.',
  ),
  outgrown(
    limit('RDS|MySQL|MariaDB|PostgreSQL', '(?:5|five) (?:read )?replicas'),
    'RDS has 15 read replicas for MySQL, MariaDB and PostgreSQL.',
    {
      unless: /\bOracle\b|\bSQL Server\b/,
    },
  ),
  outgrown(
    limit('transactions?\\b|TransactWriteItems|TransactGetItems', '25 (?:items|actions|operations|requests)'),
    'a DynamoDB transaction holds 100 items.',
    {
      unless: /\bBatch(?:WriteItem)?\b/i,
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html',
    },
  ),
  outgrown(
    /\b(?:29[- ]seconds?\b.*\b(?:cannot|can't|can not) be (?:raised|increased|changed|extended)|hard (?:limit|timeout|cap)(?: of)? 29[- ]seconds?|29[- ]seconds? hard)/i,
    '29 seconds is a default that can be raised for Regional and private REST APIs.',
    {
      unless: /\bedge|\bHTTP API/i,
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
  ),
  outgrown(
    /\b(?:seven|7) (?:Route 53 )?routing policies\b/i,
    'Route 53 has eight routing policies; IP-based routing came last.',
    {
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html',
    },
  ),
  outgrown(
    /\b(?:five|5) pillars\b/i,
    'the Well-Architected Framework has six pillars; sustainability came last.',
    {
      source:
        'https://docs.aws.amazon.com/wellarchitected/latest/framework/the-pillars-of-the-framework.html',
    },
  ),
  outgrown(
    /\bTrusted Advisor\b.*\b(?:five|5) (?:check )?categories\b|\b(?:five|5) (?:check )?categories\b.*\bTrusted Advisor\b/i,
    'Trusted Advisor has six categories; operational excellence came last.',
  ),
  outgrown(/\bConvertible\b.*\b(54\s?%)/i, 'Convertible Reserved Instances save up to 66%.'),
  outgrown(
    /\bCompute Savings Plans?\b[^.;]*\b(72\s?%)/i,
    'Compute Savings Plans save up to 66%; 72% is for EC2 Instance Savings Plans.',
    {
      unless: /\bEC2 Instance\b/,
      source: 'https://aws.amazon.com/savingsplans/',
    },
  ),
];
