import { describe, expect, test } from 'vitest';
import { compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { flagText } from '../../../src/authoring/compile/flags/flag.ts';
import { redact } from '../../../src/authoring/compile/flags/personal-data.ts';
import { domainNamed, namesIn } from '../../../src/authoring/compile/gazetteer.ts';
import { compileText, draftsOf } from './notes.ts';

const flagsOf = (text: string) => draftsOf(compileText(text)).flatMap(({ flags }) => flags.map(flagText));

describe('stale facts', () => {
  test.each([
    [
      '# RDS\n\n- Up to 5 read replicas per database',
      /your note says "5 read replicas"; AWS now says 15 read replicas .*https/,
    ],
    ['# S3\n\n- max 5TB for an object', /AWS now says 50 TB/],
    ['# S3\n\n- An account has at most 100 buckets', /10,000 buckets/],
    ['# SQS\n\n- A message has at most 256 KB', /1 MiB/],
    ['# SQS\n\nFIFO queues take 300 messages a second', /300 calls a second/],
    ['# Lambda\n\n- Memory goes up to 3008 MB', /10,240 MB/],
    ['# Kinesis\n\n- Records are kept for 1 to 7 days', /365 days/],
    ['# Aurora\n\n- A volume grows to 128 TB', /256 TiB/],
    ['# CodeStar\n\nIt is a tool for projects of a team.', /CodeStar: It ended/],
    ['# EBS\n\nAn EBS volume is attached to only one instance of 2', /Multi-Attach/],
    ['# Lambda\n\n- A package has at most 250 MB', /unzipped/],
    ['# Cloud\n\n- `AWS SSO` - a portal for the people of a company', /IAM Identity Center/],
  ])('%j', (text, flag) => {
    expect(flagsOf(text).join(' ')).toMatch(flag);
  });

  test.each([
    '# S3\n\n- An object has at most 50 TB',
    '# RDS\n\n- MySQL has at most 15 read replicas',
    '# SQS\n\n- A message has at most 1 MiB',
    '# EBS\n\n- gp3 gives at most 80,000 IOPS',
  ])('what holds today is left alone: %j', (text) => {
    expect(flagsOf(text)).toEqual(['numeric']);
  });
});

describe('other flags', () => {
  test.each([
    ['# SQS\n\n- A message waits at most 14 days', ['numeric']],
    ['# SQS\n\n- Polling\n  - The wait is **long** by choice', ['short-parent']],
    ['# SQS\n\n- I think the limit is 14 days', []],
    ['# SQS\n\n- The limit is probably 14 days', ['numeric', 'doubt']],
    ['# KMS\n\n- A digest is signed **asymmetrically** with SHA-256', []],
    ['# ELB\n\n- A policy is a set of ciphers, such as 2016-08', []],
    [
      '# CloudFront\n\n- It can be used to catch static content near readers',
      ['spelling: "Catch": is "cache" meant?'],
    ],
    ['# SQS\n\n> A queue is a buffer between two parts.', ['quotation']],
    [
      '# IAM\n\n- The role of account 210987654321 has **two** policies',
      ['numeric', 'personal-data: account id'],
    ],
  ])('%j', (text, flags) => {
    expect(flagsOf(text)).toEqual(flags);
  });

  test('two notes that give different numbers for the same point at each other', () => {
    const notes = [
      { name: 'a.md', text: '# SQS\n\n- A message stays in the queue for at most 14 days' },
      { name: 'b.md', text: '# SQS\n\n- A message stays in the queue for at most 12 days' },
    ];
    const flags = draftsOf(compileNotes(notes)).map((draft) => draft.flags.map(flagText).join());
    expect(flags).toEqual(['numeric,contradiction: compare b.md:3', 'numeric,contradiction: compare a.md:3']);
  });

  test('names in code that differ by one sign point at each other', () => {
    const notes = [
      { name: 'a.md', text: '# EB\n\n- The worker reads its jobs from a file called `crontab.yaml`.' },
      { name: 'b.md', text: '# EB\n\n- A schedule of jobs is stored in `crontabs.yaml`.' },
    ];
    const flags = draftsOf(compileNotes(notes)).map((draft) => draft.flags.map(flagText).join());
    expect(flags).toEqual(['contradiction: compare b.md:3', 'contradiction: compare a.md:3']);
  });

  test('the same in two notes is one card', () => {
    const text = '# SQS\n\n- A message stays in the queue for at most 14 days';
    const compiled = compileNotes([
      { name: 'b.md', text },
      { name: 'a.md', text: text.replace('- A', '* A') },
    ]);
    expect(draftsOf(compiled).map(({ place }) => place.file)).toEqual(['a.md']);
    expect(
      compiled.ignored
        .filter(({ why }) => why === 'duplicate')
        .map(({ place, text: as }) => [place.file, as]),
    ).toEqual([['b.md', 'as a.md:3']]);
  });
});

describe('personal data', () => {
  test.each([
    ['arn:aws:iam::210987654321:user/x', 'arn:aws:iam::111122223333:user/x', ['account id']],
    ['account 2109-8765-4321', 'account 1111-2222-3333', ['account id']],
    ['mail jo.doe+aws@corp.example.eu now', 'mail someone@example.com now', ['e-mail address']],
    ['key AKIAQWERTYUIOPASDFGH', 'key AKIAIOSFODNN7EXAMPLE', ['access key']],
    [
      'secret aB3dE6gH9jK2mN5pQ8sT1vW4yZ7aB0cD3eF6gH9j',
      'secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ['secret key'],
    ],
    ['in vpc-0a1b2c3d4e5f60718', 'in vpc-0123456789abcdef0', ['resource id']],
    [
      'host ec2-52-1-2-3.compute-1.amazonaws.com',
      'host ec2-203-0-113-10.compute-1.amazonaws.com',
      ['host name'],
    ],
    ['at 52.94.236.248', 'at 203.0.113.10', ['IP address']],
    [
      'uuid c3dbb673-e9d7-4328-9de1-a03ffb969c7d',
      'uuid 00000000-0000-0000-0000-000000000000',
      ['identifier'],
    ],
  ])('%s', (line, safe, found) => {
    expect(redact(line)).toEqual({ text: safe, found });
    expect(redact(safe)).toEqual({ text: safe, found: [] });
  });

  test.each([
    '10.0.0.0/16',
    '0.0.0.0/0',
    '169.254.169.254',
    '123456789012',
    'port 443',
    'TLS 1.2',
    'someone@example.com',
    '2026-11-20',
  ])('%s names nobody', (line) => {
    expect(redact(line)).toEqual({ text: line, found: [] });
  });
});

describe('the gazetteer', () => {
  test.each([
    ['Amazon Simple Queue Service', 'sqs'],
    ['dead-letter queues', 'sqs'],
    ['Load balancing with an ALB', 'elb'],
    ['VPC endpoints', 'vpc'],
    ['AWS Dynamo DB', 'dynamodb'],
    ['route53 records', 'route-53'],
    ['Elastic Block Store (EBS) and EC2', 'ebs'],
    ['a batch of jobs', undefined],
    ['configure the config', undefined],
    ['arn:aws:s3:::bucket', undefined],
  ])('%s', (text, slug) => {
    expect(domainNamed(text)?.slug).toBe(slug);
  });

  test('all names in a text, in order', () => {
    const text = 'SNS fans out to SQS queues and Lambda functions';
    expect(namesIn(text).map(({ slug, start, end }) => [slug, text.slice(start, end)])).toEqual([
      ['sns', 'SNS'],
      ['sqs', 'SQS'],
      ['lambda', 'Lambda functions'],
    ]);
  });

  test('cards are sorted by service, a service that is only mentioned below another has no say', () => {
    const compiled = compileText(
      '# AWS\n\n## SQS\n\n- Lambda polls the queue for 20 seconds\n\n## SNS\n\n- A topic has 12 letters',
    );
    expect(compiled.decks.map(({ deck }) => deck)).toEqual(['notes-sns', 'notes-sqs']);
    expect(
      compileText('# SQS\n\n- The limit is 14 days', { deck: 'mine' }).decks.map(({ deck }) => deck),
    ).toEqual(['mine']);
  });
});
