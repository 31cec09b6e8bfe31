import { describe, expect, test } from 'vitest';
import { compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { goalOf } from '../../../src/authoring/compile/drafts/order.ts';
import { shortAnswer } from '../../../src/authoring/compile/facts/short-answer.ts';
import { cardsOf, draftsOf } from './notes.ts';

describe('a definition is asked for by what its meaning is', () => {
  test.each<[string, string]>([
    [
      '**Filter**: decides which events are passed',
      'what does **Filter** do? => Decides which events are passed',
    ],
    ['`groups` create teams of users', 'what does `groups` do? => Create teams of users'],
    [
      '`dry_run` - When true, nothing is invoked',
      'what happens when `dry_run` is true? => Nothing is invoked',
    ],
    [
      'Functions as a service - `AWS Lambda`',
      'which AWS service is **Functions as a service**? => `AWS Lambda`',
    ],
    [
      '**Warm pool** - instances that wait for a load',
      'what is **Warm pool**? => Instances that wait for a load',
    ],
    ['**Alias** - used to name a version', 'what is **Alias** used for? => Name a version'],
    ["'Cooldown: a pause after each change", 'what is **Cooldown**? => A pause after each change'],
  ])('%s', (line, card) => {
    expect(cardsOf(`# Course\n\n## Chapter one\n\n- ${line}`)).toEqual([`**Course / Chapter one:** ${card}`]);
  });

  test.each([
    'One default table per network - can be deleted',
    'GUI - each network has a table',
    '**Separation**: every function is kept in a box of its own by the host',
    '**Availability**: Choose two zones, check both',
    '`standard`: Enable by default, no charge',
  ])('no card of %j', (line) => {
    expect(cardsOf(`# Course\n\n## Chapter one\n\n- ${line}`)).toEqual([]);
  });
});

describe('what a card hangs on', () => {
  test.each<[string, string, string[]]>([
    [
      'a long parent is shortened to its subject',
      '# SQS\n\n- FIFO queue also supports groups of messages by an id\n  - It keeps at most 300 groups',
      ['**Amazon SQS / FIFO queue:** It keeps at most {{c1::300}} groups.'],
    ],
    [
      'a parent that cannot be shortened takes its definitions along',
      '# S3\n\n- When you have thought about all of it for a while\n  - `fast` - objects that are read every day',
      [],
    ],
    [
      'a service that is only guessed is not named',
      '# Notes\n\n- A Lambda function runs for at most 15 minutes',
      ['A Lambda function runs for at most {{c1::15 minutes}}.'],
    ],
    [
      'label: value below a lead',
      '# ELB\n\nCross-zone balancing:\n\n`ALB`: a feature that costs nothing\n`NLB`: a feature that costs money',
      [
        '**ELB / Cross-zone balancing:** what is `ALB`? => A feature that costs nothing',
        '**ELB / Cross-zone balancing:** what is `NLB`? => A feature that costs money',
      ],
    ],
    ['a sentence without its subject', '# S3\n\n- Can be kept for 90 days\n- Attached to 3 hosts', []],
  ])('%s', (_, text, cards) => {
    expect(cardsOf(text)).toEqual(cards);
  });
});

describe('a blank has one answer, and nothing gives it away', () => {
  test.each([
    ['a count without what is counted', 'The queue knows two types.'],
    ['one of several', 'A listener needs a **port**, a protocol and a target.'],
    ['one of several bold words', 'A role has **rights** and gives **credentials** to its users.'],
    ['a bold clause', 'The service **creates roles** for its own use.'],
    ['code at the head', '`region` can be set at the start.'],
    ['what stands after "also"', 'Variables can also be stored in `profile.sh`.'],
    [
      'a denial in a clause about it',
      'A worker runs in an account of its own which is not seen by customers.',
    ],
    ['two denials', 'Type X is chosen for you, so it is not asked for and cannot be changed.'],
    ['"automatically" beside "by hand"', 'The type is automatically chosen, nobody does it by hand.'],
    ['"one" beside "only"', 'A volume is attached to only one host.'],
    ['"one … at a time"', 'A volume belongs to at most one host at a time.'],
    ['a figure that comes again', 'Open port 80 on the balancer (rule: allow 80/443).'],
    ['a limit of 0 that prevents', 'New accounts have a limit of 0 which prevents all starts.'],
    ['an aim without a means', 'Use other tools to measure the start of functions.'],
    ['a means in the words of its aim', 'Use the code generator to generate code for a skill.'],
    ['a sentence as an arrow', 'A request passes from client ---> balancer with `header` of 5 lines.'],
  ])('%s', (_, line) => {
    expect(cardsOf(`# Course\n\n## Chapter one\n\n- ${line}`)).toEqual([]);
  });

  test('poll and push are a pair', () => {
    expect(cardsOf('# Kinesis\n\n- A classic consumer polls the shard for records')).toEqual([
      '**Amazon Kinesis:** A classic consumer {{c1::polls::polls or is pushed}} the shard for records.',
    ]);
  });
});

describe('worked examples', () => {
  const fact = 'A queue holds messages for at most 14 days.';
  const card = '**Amazon SQS:** A queue holds messages for at most {{c1::14 days}}.';

  test.each([
    ['a list below it', `# SQS\n\nLet's assume 40 sensors\n\n- the queue sees 10 groups\n\n${fact}`],
    [
      'lines below a short line about the same',
      `# SQS\n\nQueue order: suppose 40 sensors\n\nQueue groups:\n\n- there are 10 groups\n\n# SQS\n\n${fact}`,
    ],
    [
      'what is indented under it',
      `# SQS\n\n- Say you have 2 queues\n  - the first queue has 5 messages\n- ${fact}`,
    ],
    ['sentences behind it', `# SQS\n\n${fact} Suppose it holds 5 messages. Then 5 messages are read.`],
  ])('%s', (_, text) => {
    expect(cardsOf(text)).toEqual([card]);
  });

  test('assuming a role is none', () => {
    expect(cardsOf('# IAM\n\n- Users assume a role for at most 12 hours')).toEqual([
      '**AWS IAM:** Users assume a role for at most {{c1::12 hours}}.',
    ]);
  });
});

describe('answers are short', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['A queue of messages', 'A queue of messages', undefined],
    [
      'A queue for messages that nobody could read, so that they do not come again',
      'A queue for messages that nobody could read',
      'so that they do not come again',
    ],
    [
      'A set of rules and ciphers, The first of them has the widest use',
      'A set of rules and ciphers',
      'The first of them has the widest use',
    ],
    ['$0.01 per GB, kept for longer', '$0.01 per GB', 'kept for longer'],
    ['$0.01 per GB', '$0.01 per GB', undefined],
    [
      'A fast and durable service for the queues of small teams that enables you to part senders and readers',
      'A fast and durable service for the queues of small teams',
      'that enables you to part senders and readers',
    ],
    ['A service that enables you to send', 'A service that enables you to send', undefined],
    [Array.from({ length: 30 }, () => 'word').join(' '), undefined, undefined],
  ])('%s', (text, answer, tail) => {
    const short = shortAnswer(text);
    expect([short?.answer, short?.tail]).toEqual([answer, tail]);
  });
});

describe('steps have a goal', () => {
  test.each([
    ['How to create a role', 'to create a role'],
    ['Creating a network', 'of creating a network'],
    ['Agent installation', 'of the agent installation'],
    ['So the steps are', undefined],
    ['Permissions policy', undefined],
    ['Create', undefined],
    ['To delete a bucket:', 'to delete a bucket'],
    ['If you want to remove a table, do the following:', 'to remove a table'],
    ['Follow these steps to restore a snapshot', 'to restore a snapshot'],
    ['Run these', undefined],
    ['Then what you need is a role', undefined],
  ])('%s', (title, goal) => {
    expect(goalOf(title)).toBe(goal);
  });

  test.each([
    ['## Create a queue', 'to create a queue'],
    ['## Create a queue\n\n### Steps', 'to create a queue'],
    ['## Create a queue\n\nSteps:', 'to create a queue'],
    ['## Create a queue\n\nTo delete a bucket:', 'to delete a bucket'],
    ['## Create a queue\n\nIf you want to remove a table, do the following:', 'to remove a table'],
    ['## Create a queue\n\nThen what you need is a role:', undefined],
  ])('below %j', (head, goal) => {
    const text = `# S3\n\n${head}\n\n1. Open the list\n2. Add an entry\n3. Save the list\n`;
    const fronts = draftsOf(compileNotes([{ name: 'notes.md', text }])).flatMap(({ body }) =>
      body.kind === 'order' ? [body.front.replace(/^.* order the steps (.*)\.$/, '$1')] : [],
    );
    expect(fronts).toEqual(goal === undefined ? [] : [goal]);
  });

  test.each([
    [
      'bullets without a word about their order',
      '## Script\n\n- Update all\n- Install it\n- Create a folder',
    ],
    [
      'a step with steps',
      '## Create a role\n\n1. Create it:\n   a. add rights\n   b. add trust\n2. Attach it\n3. Test it',
    ],
    [
      'a step that is too long',
      `## Create a role\n\n1. Create it\n2. Attach ${'a very long step '.repeat(10)}\n3. Test it`,
    ],
    [
      'a step that points elsewhere',
      '## Create a role\n\n1. Create it\n2. Attach it as explained above\n3. Test it',
    ],
  ])('no card of %s', (_, text) => {
    expect(cardsOf(`# IAM\n\n${text}`)).toEqual([]);
  });
});
