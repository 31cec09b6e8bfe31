import { describe, expect, test } from 'vitest';
import { compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { explainLine, summarise } from '../../../src/authoring/compile/summary.ts';
import { cardsOf, compileText, draftsOf, fixture, shown } from './notes.ts';

describe('what becomes a card', () => {
  test.each<[string, string, string[]]>([
    [
      'a sentence with a number',
      '# SQS\n\n- A message waits at most 14 days',
      ['**Amazon SQS:** A message waits at most {{c1::14 days}}.'],
    ],
    [
      'two numbers, two blanks',
      '# SQS\n\nThe default is 4 days, the most is 14 days.',
      ['**Amazon SQS:** The default is {{c1::4 days}}, the most is {{c2::14 days}}.'],
    ],
    [
      'the same number twice is one blank',
      '# IAM\n\n- A group holds 300 users, so all 300 users fit.',
      ['**AWS IAM:** A group holds {{c1::300}} users, so all {{c1::300}} users fit.'],
    ],
    [
      'one of two that answer each other',
      '# VPC\n\n- Security groups are stateful',
      ['**Amazon VPC:** Security groups are {{c1::stateful::stateful or stateless}}.'],
    ],
    [
      'a strong word',
      '# SNS\n\n- Subscribers get a **copy** of every message',
      ['**Amazon SNS:** Subscribers get a {{c1::copy}} of every message.'],
    ],
    [
      'a short form goes with its long form',
      '# Cloud\n\nEvery Region has several **Availability Zones** (AZ) of its own.',
      ['Every Region has several {{c1::Availability Zones (AZ)}} of its own.'],
    ],
    [
      'term and definition',
      '# SQS\n\n- `Delay` - a time in which nobody sees the message',
      ['**Amazon SQS:** what is `Delay`? => A time in which nobody sees the message'],
    ],
    [
      'a definition as a sentence',
      '# Lambda\n\nA layer is an archive of libraries.',
      ['**AWS Lambda:** what is a **layer**? => An archive of libraries'],
    ],
    [
      'a definition by its verb',
      '# ECS\n\n- **Binpack**: minimizes the number of hosts',
      ['**Amazon ECS:** what does **Binpack** do? => Minimizes the number of hosts'],
    ],
    [
      'an example is no part of the answer',
      '# Lambda\n\n- **Trigger**: an event that starts the function, e.g. an upload',
      ['**AWS Lambda:** what is **Trigger**? => An event that starts the function'],
    ],
    [
      'a value that can be typed',
      '# SQS\n\n- Retention: 14 days',
      ['**Amazon SQS:** what is the **retention**? => 14 days'],
    ],
    [
      'a price',
      '# S3\n\n- Standard class: $0.023 per GB',
      ['**Amazon S3:** what does **Standard class** cost? => $0.023 per GB'],
    ],
    [
      'a command and its gloss',
      '# S3\n\n- `aws sns list-topics` show the topics',
      ['**Amazon S3:** which command does this: show the topics? => `aws sns list-topics`'],
    ],
    [
      'a task and its command',
      '# EKS\n\nTo see the nodes, run `kubectl get nodes`.',
      ['**Amazon EKS:** which command does this: see the nodes? => `kubectl get nodes`'],
    ],
    [
      'what for',
      '# VPC\n\nTo reach the internet from a subnet, attach a gateway.',
      ['**Amazon VPC:** how do you reach the internet from a subnet? => Attach a gateway'],
    ],
    [
      'a case and what comes of it',
      '# SQS\n\n- If the queue is empty, the call waits.',
      ['**Amazon SQS:** what happens if the queue is empty? => The call waits'],
    ],
    [
      'a reason',
      '# KMS\n\n- Deleted keys cannot be restored because their material is gone',
      ['**AWS KMS:** why does this hold: deleted keys cannot be restored? => Their material is gone'],
    ],
    [
      'a head and names',
      '# EBS\n\n- Volume types:\n  - gp3\n  - io2',
      ['**Amazon EBS:** Volume types: name all 2. => - gp3\n- io2'],
    ],
    [
      'numbered steps',
      '# ACM\n\n## How to protect a domain\n\n1. Request a certificate\n2. Create the record\n3. Wait for the check',
      [
        '**ACM:** order the steps to protect a domain. => Request a certificate > Create the record > Wait for the check',
      ],
    ],
    [
      'a chain of arrows',
      '# RDS\n\n## Creating a database\n\n- Choose an engine -> Set a password -> Pick a subnet group',
      [
        '**Amazon RDS:** order the steps of creating a database. => Choose an engine > Set a password > Pick a subnet group',
      ],
    ],
    [
      'short values side by side',
      '# SQS\n\n- **Standard**: best-effort order\n- **FIFO**: strict order\n- **Delay**: late delivery',
      [
        '**Amazon SQS:** which belongs to **Standard**? => [Best-effort order] | Strict order | Late delivery',
        '**Amazon SQS:** which belongs to **FIFO**? => [Strict order] | Best-effort order | Late delivery',
        '**Amazon SQS:** which belongs to **Delay**? => [Late delivery] | Best-effort order | Strict order',
      ],
    ],
    [
      'an entity table',
      '# S3\n\n| Class | Use |\n|---|---|\n| Standard | every day |\n| Archive | once a year |\n| One Zone | copies |',
      [
        '**Amazon S3:** match each class with its use. => Standard = every day | Archive = once a year | One Zone = copies',
      ],
    ],
    [
      'a comparison',
      '# Messaging\n\n| | SQS | SNS |\n|-|-|-|\n| Delivery | pull | push |',
      ['**Messaging:** compare SQS and SNS: delivery? => - SQS: pull\n- SNS: push'],
    ],
    [
      'a question as a heading',
      '# Compute\n\n## Which service runs a container?\n\n- ECS\n- EKS',
      ['**Compute:** which service runs a container? => - ECS\n- EKS'],
    ],
  ])('%s', (_, text, cards) => {
    expect(cardsOf(text)).toEqual(cards);
  });
});

describe('what does not', () => {
  test.each<[string, string, RegExp]>([
    ['a fragment', '# S3\n\n- cheap', /too short/],
    ['what points back', '# S3\n\n- These are kept for 30 days', /points at what was said before/],
    [
      '"it" below a line too long to repeat',
      '# S3\n\n- The bucket that was made in the first part of the course by everybody who took part in it\n  - It holds 5 files',
      /points at what was said before/,
    ],
    ['a doubt', '# S3\n\n- The limit is 5 GB ???', /not sure/],
    ['a to-do', '# S3\n\n- TODO: limits of 5 GB', /not sure/],
    ['a question of the writer', '# S3\n\n- what is the limit of 5 GB for?', /not sure/],
    ['a link', '# S3\n\n- [here](https://example.com/a)', /only a link/],
    ['a click', '# S3\n\n- Click the tab of the bucket 2 times', /instruction/],
    ['a lab of somebody', '# S3\n\n- QueueA sends 5 messages to QueueB', /one lab/],
    ['an image', '# S3\n\n![x](https://example.com/a.png)', /image/],
    ['a diagram', '# S3\n\n```mermaid\ngraph LR\n```', /diagram/],
    ['settings', '# S3\n\nName: lab\nRange: 10.0.0.0/16', /settings/],
    [
      'bars without a separator',
      '# S3\n\nRule | Type | Port\n100 | SSH | 22',
      /without a Markdown separator/,
    ],
  ])('%s', (_, text, why) => {
    const compiled = compileText(text);
    expect(draftsOf(compiled)).toEqual([]);
    const words = explainLine(compiled, 'notes.md', 3).map((fate) => fate.words);
    const below = explainLine(compiled, 'notes.md', 4).map((fate) => fate.words);
    expect([...words, ...below].join('; ')).toMatch(why);
  });
});

describe('how notes are laid out', () => {
  test.each<[string, string]>([
    ['levels that jump', '# AWS\n\n##### SQS\n\n- A message waits at most 14 days'],
    ['a bold line as a heading', '# AWS\n\n**SQS**\n\n- A message waits at most 14 days'],
    ['a plain line as a heading', '# AWS\n\nSQS\n\n- A message waits at most 14 days'],
    ['an underlined heading', 'SQS\n===\n\n- A message waits at most 14 days'],
    ['a numbered heading', '# 3.2.1 SQS\n\n- A message waits at most 14 days'],
    ['a heading with blanks before it', ' ## SQS\n\n- A message waits at most 14 days'],
    ['stars and tabs', '# SQS\n\n*\tA message waits at most 14 days'],
    ['CRLF', '# SQS\r\n\r\n- A message waits at most 14 days\r\n'],
    ['a byte order mark', '\uFEFF# SQS\n\n- A message waits at most 14 days'],
    ['front matter', '---\ntitle: x\n---\n# SQS\n\n- A message waits at most 14 days'],
    ['a lower heading before a higher one', '## Lab\n\n# SQS\n\n- A message waits at most 14 days'],
  ])('%s', (_, text) => {
    expect(cardsOf(text)).toEqual(['**Amazon SQS:** A message waits at most {{c1::14 days}}.']);
  });

  test('a ruled line is no heading of the line above it', () => {
    const compiled = compileText(
      `# VPC\n\nInbound rules\n${'-'.repeat(50)}\nRule # | Type | Allow |\n100 SSH Deny\n`,
    );
    expect(draftsOf(compiled)).toEqual([]);
    expect(
      summarise(compiled)
        .ignored.map(({ why }) => why)
        .join(),
    ).toContain('without a Markdown separator');
    expect(compiled.ignored.filter(({ why }) => why === 'heading').map(({ text }) => text)).toEqual(['VPC']);
  });

  test('a heading of dashes and one that is an arrow are no topics', () => {
    const compiled = compileText(
      '## SQS -----\n\n## <------ need to review this\n\n- A message waits at most 14 days',
    );
    expect(draftsOf(compiled).map(shown)).toEqual([
      '**Amazon SQS:** A message waits at most {{c1::14 days}}.',
    ]);
    expect(compiled.todos).toHaveLength(1);
  });

  test('numbered steps go on over code, text and a step 0', () => {
    const steps = Array.from(
      { length: 6 },
      (_, index) =>
        `${index}. Create the thing ${'abcdef'[index]}\n\n\`\`\`bash\n| a | b |\n\`\`\`\n\nNow you see:\n`,
    );
    const [order, ...others] = draftsOf(compileText(`# VPC\n\n## Build a network\n\n${steps.join('\n')}`));
    expect(others).toEqual([]);
    expect(order?.body).toMatchObject({
      kind: 'order',
      front: '**Amazon VPC:** order the steps to build a network.',
      steps: [...'abcdef'].map((letter) => `Create the thing ${letter}`),
    });
  });

  test.each([
    [6, 1],
    [7, 2],
    [12, 2],
    [13, 0],
  ])('%i steps are %i cards', (count, cards) => {
    const steps = Array.from(
      { length: count },
      (_, index) => `${index + 1}. Create thing ${'abcdefghjklmn'[index]}`,
    );
    const made = cardsOf(`# VPC\n\n## Build a network\n\n${steps.join('\n')}`);
    expect(made).toHaveLength(cards);
    if (cards === 2) expect(made[0]).toContain('(part 1 of 2)');
  });

  test('a policy loses its comments, and a comment without a certain answer is no card', () => {
    const compiled = compileNotes([fixture('lab-log.md')]);
    const [policy] = draftsOf(compiled).filter(({ structure }) => structure === 'policy');
    expect(policy?.body).toMatchObject({
      back: 'Trust policy: it lets `arn:aws:iam::111122223333:user/alex` assume the role (`sts:AssumeRole`).',
    });
    expect(JSON.stringify(policy?.body)).not.toContain('//');
    expect(
      compiled.ignored.filter(({ text }) => text.includes('never has a principal')).map(({ why }) => why),
    ).toEqual(['no-target']);
  });

  test.each([
    [
      '{"Effect":"Deny","Action":"s3:*","Resource":"*"}',
      'Denies every action of s3 (`s3:*`) on every resource.',
    ],
    [
      '{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":"arn:aws:sqs:eu-west-1:111122223333:q"}',
      'Allows `sqs:SendMessage` on `arn:aws:sqs:eu-west-1:111122223333:q`.',
    ],
    [
      '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Principal":"*"}',
      'Allows `s3:GetObject` on every resource to anyone.',
    ],
    [
      '{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}',
      'Allows every action on every resource, under a condition.',
    ],
  ])('policy %s', (statement, answer) => {
    const [card] = draftsOf(compileText(`# IAM\n\n\`\`\`json\n{"Statement": [${statement}]}\n\`\`\``));
    expect(card?.body).toMatchObject({ back: answer });
  });
});
