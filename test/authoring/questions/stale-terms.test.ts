import { describe, expect, test } from 'vitest';
import { closedServicesIn, staleTerms, staleTermsIn } from '../../../src/authoring/lint/stale-terms.ts';

/** [outdated sentence, part of what is said about it]. Every term stands here at least once. */
const outdated: readonly (readonly [string, string])[] = [
  ['Create a CloudWatch Events rule that runs every hour.', 'Amazon EventBridge'],
  ['Use AWS SSO for the workforce.', 'IAM Identity Center'],
  ['Send the records to Kinesis Data Firehose.', 'Amazon Data Firehose'],
  ['Run the query in Kinesis Data Analytics.', 'Apache Flink'],
  ['Index the logs in Amazon Elasticsearch Service.', 'OpenSearch'],
  ['Build the dashboard in Amazon QuickSight.', 'Quick Sight'],
  ['Stream the desktop with AppStream 2.0.', 'WorkSpaces Applications'],
  ['Cache sessions in ElastiCache for Redis.', 'Valkey'],
  ['Let CodeWhisperer complete the code.', 'Kiro'],
  ['A SysOps Administrator passes SOA-C02.', 'CloudOps'],
  ['Connect the repository with CodeStar Connections.', 'CodeConnections'],
  ['Brand the Cognito hosted UI.', 'managed login'],
  ['The function runs on nodejs16.x.', 'deprecated'],
  ['Its runtime is python3.8.', 'deprecated'],
  ['Test the state machine with Step Functions Local.', 'TestState'],
  ['Grant an origin access identity read access to the bucket.', 'OAC'],
  ['The group uses a launch configuration.', 'launch templates'],
  ['The company pays for Developer Support.', 'Business Support+'],
  ['An SQS message can be up to 256 KB.', '1 MiB'],
  ['The maximum message size of a queue is 256 KiB.', '1 MiB'],
  ['Messages larger than 262,144 bytes do not fit into SQS.', '1 MiB'],
  ['A FIFO queue is limited to 20,000 messages in flight.', '120,000'],
  ['FIFO queues support at most 300 messages per second.', 'high throughput'],
  ['The payload of an asynchronous invocation must not exceed 256 KB.', '1 MB'],
  ['An EventBridge event has a maximum size of 256 KB.', '1 MB'],
  ['Lambda memory has a maximum of 3,008 MB.', '10,240'],
  ['The /tmp directory is limited to 512 MB.', '10,240'],
  ['Concurrency grows by 500 instances per minute.', '1,000 environments'],
  ['The maximum object size in S3 is 5 TB.', '50 TB'],
  ['The limit is 100 buckets.', '10,000'],
  ['A Kinesis record is limited to 1 MB.', '10 MiB'],
  ['A Kinesis stream keeps data for at most 7 days.', '365'],
  ['A gp3 volume has a maximum of 16,000 IOPS.', '80,000'],
  ['An Aurora volume can grow up to 128 TiB.', '256 TiB'],
  ['An Aurora Global Database allows up to 5 secondary Regions.', '10 secondary'],
  ['RDS for MySQL supports up to five read replicas.', '15 read replicas'],
  ['TransactWriteItems is limited to 25 items.', '100 items'],
  ['API Gateway has a hard limit of 29 seconds.', 'Regional'],
  ['The 29-second timeout cannot be raised.', 'Regional'],
  ['Route 53 has seven routing policies.', 'eight'],
  ['The framework stands on five pillars.', 'six'],
  ['Trusted Advisor checks five categories.', 'six'],
  ['A Convertible Reserved Instance saves up to 54%.', '66%'],
  ['Compute Savings Plans save up to 72%.', '66%'],
  ['S3 is eventually consistent for overwrites.', 'strong consistency'],
  ['Objects are not encrypted by default.', 'SSE-S3'],
  ['SQS messages are unencrypted unless a key is set.', 'SSE-SQS'],
  ['Add a random prefix to the key names in S3.', '3,500'],
  ['SnapStart works only with Java.', 'Python'],
  ['A gp3 volume spends burst credits.', 'gp2'],
  ['An Elastic IP address is free while it is attached.', '$0.005'],
  ['A public ACM certificate cannot be exported.', 'exportable'],
  ['FIPS 140 Level 3 is met only by CloudHSM.', 'KMS'],
  ['DynamoDB supports only gateway endpoints.', 'interface'],
  ['A failed conditional write costs 1 WCU.', 'size of the item'],
  [
    'DynamoDB does not allow an attribute to store empty strings? No: DynamoDB cannot store empty strings.',
    'empty strings',
  ],
  ['Global tables offer only eventual consistency.', 'strong consistency'],
  ['On-demand costs seven times as much in DynamoDB.', 'halved'],
  ['The capacity mode can be switched once every 24 hours.', 'four times'],
  ['Capacity can be decreased four times a day.', '27'],
  ['Aurora Serverless keeps a minimum of 0.5 ACU.', '0 ACUs'],
  ['A blue/green deployment on ECS requires CodeDeploy.', 'by itself'],
  ['The Map state runs its Iterator for each item.', 'ItemProcessor'],
  ['MessageGroupId is only for FIFO queues.', 'fair queues'],
  ['Geoproximity routing requires traffic flow.', 'ordinary records'],
  ['The Free Tier lasts 12 months.', '$200'],
  ['Root MFA is optional.', 'enforced'],
  ['Only the root user can change the Support plan.', 'IAM principal'],
  ['CodeCommit is closed to new customers.', 'open to new customers again'],
  ['SAA-C04 is out.', 'no such exam'],
];

test.each(outdated)('%s', (sentence, message) => {
  expect(
    staleTermsIn(sentence)
      .map((match) => match.term.message)
      .join(),
  ).toContain(message);
});

test('every term is tried', () => {
  const tried = new Set(outdated.flatMap(([sentence]) => staleTermsIn(sentence).map((match) => match.term)));
  expect(staleTerms.filter((term) => !tried.has(term)).map((term) => term.message)).toEqual([]);
});

describe('what is true today is left alone', () => {
  test.each([
    'An SQS message can be up to 1 MiB.',
    'The producer sends messages of about 256 KB to an SQS queue.',
    'The maximum payload between Step Functions states is 256 KiB, so pass the queue only a key.',
    'SNS messages have a default maximum of 256 KiB before they reach the SQS queue.',
    'An SQS message may have 1 MiB; the limit was 256 KB until August 2025.',
    'A FIFO queue takes 300 API calls a second, up to 3,000 messages in batches.',
    'A FIFO queue may have 120,000 messages in flight (20,000 before Nov 2024).',
    '/tmp has 512 MB by default and a maximum of 10,240 MB.',
    'An S3 object may have 50 TB.',
    'A single PUT is limited to 5 GB.',
    'A shard takes at most 1 MB per second of Kinesis records.',
    'A gp2 volume reaches a maximum of 16,000 IOPS.',
    'A gp3 volume needs 16,000 IOPS.',
    'RDS for Oracle supports up to five read replicas.',
    'BatchWriteItem takes at most 25 requests, a transaction 100.',
    'S3 is strongly consistent; there is no eventual consistency to wait for.',
    'S3 replication is eventually consistent across Regions.',
    'DynamoDB reads are eventually consistent by default, unlike reads from S3.',
    'A random prefix is not needed in S3.',
    'gp3 has no burst credits.',
    'SnapStart is free for Java only, and also works with Python.',
    'Amazon EventBridge, formerly CloudWatch Events, routes events.',
    'OAC replaces the origin access identity (OAI).',
    'An OAI is legacy and cannot read objects under SSE-KMS.',
    'The integration timeout is 29 seconds by default.',
    'CodeCommit was closed to new customers in 2024 and has been open again since November 2025.',
    'EC2 Instance Savings Plans save up to 72%, Compute Savings Plans up to 66%.',
    'The function runs on nodejs22.x or python3.13.',
    'A key attribute in DynamoDB cannot hold empty strings.',
    'ElastiCache for Redis OSS is one of three engines.',
    'aws sso login opens the browser.',
    'A CloudWatch alarm sends events to a queue.',
  ])('%s', (sentence) => {
    expect(staleTermsIn(sentence).map((match) => match.found)).toEqual([]);
  });
});

test('what is found is shown, sentence by sentence', () => {
  const text = 'S3 is fine. An SQS message can be up to 256 KB. Use AWS SSO.\n\nS3 is eventually consistent.';
  expect(staleTermsIn(text).map((match) => match.found)).toEqual([
    '256 KB',
    'AWS SSO',
    'eventually consistent',
  ]);
});

test('patterns keep no state between texts', () => {
  expect(
    staleTerms.filter(({ pattern, unless }) => /[gy]/.test(pattern.flags + (unless?.flags ?? ''))),
  ).toEqual([]);
});

test('a long text without spaces takes no time', () => {
  const begin = performance.now();
  staleTermsIn(`${'S3 SQS gp3 maximum '.repeat(400)}${'a'.repeat(4000)}`);
  expect(performance.now() - begin).toBeLessThan(500);
});

test.each([
  ['Deploy the image to App Runner.', ['App Runner']],
  ['Filter the object with S3 Select.', ['S3 Select']],
  ['Store the ledger in Amazon QLDB.', ['QLDB']],
  ['Review the code with Amazon CodeGuru Reviewer.', ['CodeGuru']],
  ['Ship the data on a Snowball Edge.', ['Snowball Edge']],
  ['Migrate the service from App Runner to ECS Express Mode.', []],
  ['Replace AWS Cloud9 with CloudShell.', []],
  ['Connect with AWS CodeStar connections.', []],
  ['Create a repository in CodeCommit.', []],
  ['Deploy the image to Amazon ECS.', []],
])('%s uses closed services: %o', (text, found) => {
  expect(closedServicesIn(text).map((match) => match.found)).toEqual(found);
});
