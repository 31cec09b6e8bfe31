import { describe, expect, test } from 'vitest';
import { isLineWise } from '../../../src/authoring/compile/outline/line-facts.ts';
import { readNotes } from '../../../src/authoring/compile/read-notes.ts';
import { cardsOf, compileText, draftsOf } from './notes.ts';

describe('questions as learners note them down', () => {
  const card = '**Amazon SQS:** how long is a message kept? => 14 days';

  test.each<[string, string]>([
    ['Q and A', 'Q: How long is a message kept?\nA: 14 days'],
    ['in bold', '**Q:** How long is a message kept?\n**A:** 14 days'],
    ['numbered', 'Q1. How long is a message kept?\nA1. 14 days'],
    ['with brackets', 'Q) How long is a message kept?\nA) 14 days'],
    ['in words', 'Question: How long is a message kept?\nAnswer: 14 days'],
    ['as items', '* Q: How long is a message kept?\n    * A: 14 days'],
    ['with a blank line between', 'Q: How long is a message kept?\n\nA: 14 days'],
    ['without a question mark', 'Q: how long is a message kept\nA: 14 days'],
    ['a lone question mark', 'How long is a message kept?\n?\n14 days'],
    ['a callout', '> [!question]- How long is a message kept?\n> 14 days'],
    ['a heading', '## How long is a message kept?\n\n14 days'],
    ['a strong line', '**How long is a message kept?** 14 days'],
    ['an item with an arrow', '- How long is a message kept? -> 14 days'],
    ['an item and its text', '- **How long is a message kept?**\n\n  14 days'],
    ['a table', '| Question | Answer |\n|---|---|\n| How long is a message kept? | 14 days |'],
  ])('%s', (_, text) => {
    expect(cardsOf(`# SQS\n\n${text}`)).toEqual([card]);
  });

  test.each<[string, string, string]>([
    ['letters and a key', 'Which one?\nA. one\nB. two\nC. three\nAnswer: B', 'one | [two] | three'],
    [
      'several are right',
      'Which?\na) one\nb) two\nc) three\n\nCorrect answers: a, c',
      '[one] | two | [three]',
    ],
    ['boxes', 'Which?\n- [x] one\n- [ ] two\n- [ ] three', '[one] | two | three'],
    ['a tick', 'Which?\n- A. one\n- B. two \u2705\n- C. three', 'one | [two] | three'],
  ])('options: %s', (_, text, options) => {
    const [only, ...others] = cardsOf(`# SQS\n\n${text}`);
    expect(others).toEqual([]);
    expect(only).toContain(`=> ${options}`);
  });

  test.each([
    ['without an answer', 'Q: How long is a message kept?\n\nA message is kept.'],
    ['without a key', 'Which one?\nA. one\nB. two\nC. three'],
    ['with a doubt', 'Q: How long is a message kept?\nA: 14 days ???'],
  ])('%s: on the to-do list, no draft', (_, text) => {
    const compiled = compileText(`# SQS\n\n${text}`);
    expect(draftsOf(compiled)).toEqual([]);
    expect(compiled.todos).toHaveLength(1);
  });

  test('a question that asks for an order is one', () => {
    expect(cardsOf('# SQS\n\nQ: What is the order of a redrive?\nA:\n1. choose\n2. start\n3. wait')).toEqual([
      '**Amazon SQS:** what is the order of a redrive? Put in order. => choose > start > wait',
    ]);
  });

  test('true or false', () => {
    expect(cardsOf('# SQS\n\nT/F: A queue has one owner. True')).toEqual([
      '**Amazon SQS:** true or false: A queue has one owner? => True',
    ]);
  });

  test("blanks in Anki's notation are kept; half of it is none", () => {
    expect(cardsOf('# SQS\n\n- It waits for {{c1::20 seconds}} at most')).toEqual([
      '**Amazon SQS:** It waits for {{c1::20 seconds}} at most.',
    ]);
    expect(cardsOf('# SQS\n\n- A call waits for {{c1::20 seconds at most')).toEqual([]);
  });
});

describe('signs between a name and what it is', () => {
  test.each<[string, string]>([
    ['RPO = data that may be lost', 'what is **RPO**? => Data that may be lost'],
    ['AMI = Amazon Machine Image', 'what does **AMI** stand for? => Amazon Machine Image'],
    ['longest delay::15 minutes', 'what is **longest delay**? => 15 minutes'],
    ['build file :: buildspec.yml', 'what is **build file**? => buildspec.yml'],
    ['NAT ....... the way out', 'what is **NAT**? => The way out'],
    ['need files \u2192 EFS', 'what do you choose for this: files? => EFS'],
    ['own licences -> Dedicated Hosts', 'own licences \u2192 ? => Dedicated Hosts'],
    ['queue without servers -> SQS', 'which AWS service fits: queue without servers? => SQS'],
  ])('%s', (line, card) => {
    expect(cardsOf(`# Course\n\n- ${line}`)).toEqual([`**Course:** ${card}`]);
  });

  test.each([
    'Services -> EC2',
    'click Create -> the thing is there',
    '**Actions** -> **Stop**',
    'a -> b -> c -> a',
    'const x = y;',
    'https://example.com/a = b',
    'a = a',
  ])('no draft of %j', (line) => {
    expect(cardsOf(`# Course\n\n- ${line}`)).toEqual([]);
  });
});

describe('lines that are each a fact', () => {
  test.each<[string, string[], boolean]>([
    ['names', ['A = b', 'C = d'], true],
    ['sentences', ['A queue is here.', 'A topic is there.'], true],
    ['one of three is neither', ['A = b', 'C = d', 'and so on'], false],
    [
      'running text',
      ['A queue keeps messages until somebody', 'reads them. It is a', 'service of AWS.'],
      false,
    ],
    ['what goes on', ['A queue is here.', 'It keeps messages.'], false],
    ['one line', ['A = b'], false],
  ])('%s', (_, lines, isIt) => {
    expect(isLineWise(lines)).toBe(isIt);
  });

  test('what a lead announces hangs on it, and what follows a blank line does not', () => {
    expect(
      cardsOf(
        '# Course\n\nModes:\nslow: nightly copies\nfast: daily reads\nnone: plain tests\n\nRPO = data lost\nRTO = time lost',
      ),
    ).toEqual([
      '**Course / Modes:** which belongs to **slow**? => [Nightly copies] | Daily reads | Plain tests',
      '**Course / Modes:** which belongs to **fast**? => [Daily reads] | Nightly copies | Plain tests',
      '**Course / Modes:** which belongs to **none**? => [Plain tests] | Nightly copies | Daily reads',
      '**Course:** what is **RPO**? => Data lost',
      '**Course:** what is **RTO**? => Time lost',
    ]);
  });

  test.each([
    'Created: May 1, 2025\nOwner: A. Person',
    'Instructor: A. Person\nDate: 14 Feb',
    'legend: !! = exam',
  ])('what is said of the notes themselves is no fact: %j', (text) => {
    expect(cardsOf(`# Course\n\n${text}`)).toEqual([]);
  });
});

describe('marks of note-taking programs', () => {
  test.each<[string, string]>([
    ['[[Bucket|buckets]] live in [[S3]]', 'buckets live in S3'],
    ['[[SQS#Polling]] and [[#Limits]]', 'SQS: Polling and Limits'],
    ['![[picture.png]] [[toc]]', '![[picture.png]] [[toc]]'],
    ['if [[ -f x ]]; then', 'if [[ -f x ]]; then'],
    ['#aws #study/exam', ''],
    ['a fact #aws/sqs', 'a fact'],
    ['port #443', 'port #443'],
    ['%% for myself %%', ''],
    ['a fact ^anchor', 'a fact'],
    ['<aside>', ''],
    ['## \u{1F4BB} Servers', '## Servers'],
    ['**\u{1F6AA} Gateway** lets in', '**Gateway** lets in'],
    ['| a | \u2705 | \u274C |', '| a | yes | no |'],
    ['[00:24:10] A volume', 'A volume'],
    ['!! a fact !!', 'a fact'],
    ['`!!` repeats', '`!!` repeats'],
  ])('%s', (line, text) => {
    expect(readNotes(line)[0]?.text).toBe(text);
  });

  test('what is highlighted is asked for, and its counterpart is the hint', () => {
    expect(cardsOf('# SQS\n\n- Queues are ==private== in ==each== account')).toEqual([
      '**Amazon SQS:** Queues are {{c1::private::public or private}} in {{c2::each}} account.',
    ]);
  });
});

describe('short lines below a name', () => {
  test.each<[string, string[]]>([
    [
      '- Timeout\n    - default 30 s\n    - max 12 h',
      ['Timeout:** default {{c1::30 s}}.', 'Timeout:** max {{c1::12 h}}.'],
    ],
    ['- Copy\n    - asynchronous', ['Copy:** {{c1::asynchronous::synchronous or asynchronous}}.']],
    ['- Kinds\n    - Standard\n    - FIFO', ['Kinds: name all 2. => - Standard\n- FIFO']],
    [
      '- Group\n    - contains users only\n    - no nesting',
      ['what is to be known about **Group**? (2 points) => - contains users only\n- no nesting'],
    ],
    [
      '- Modes: Bursting, Provisioned, Elastic',
      ['Modes: name all 3. => - Bursting\n- Provisioned\n- Elastic'],
    ],
    ['- **Redrive**\n\n  Moves messages back.', ['what does **Redrive** do? => Moves messages back']],
  ])('%j', (text, cards) => {
    const made = cardsOf(`# SQS\n\n${text}`);
    expect(made).toHaveLength(cards.length);
    for (const [index, card] of cards.entries()) expect(made[index]).toContain(card);
  });

  test.each([
    '- throttle\n    - synchronous\n        - error\n    - asynchronous\n        - retry',
    '- Policies\n    - JSON\n    - Types\n        - one thing\n        - other thing',
    '- Stack fails\n    - on create\n    - on update',
  ])('no list of %j', (text) => {
    expect(cardsOf(`# IAM\n\n${text}`).filter((card) => /name all/.test(card))).toEqual([]);
  });
});

describe('tables', () => {
  const rows = (values: readonly string[]) =>
    `# SQS\n\n| Kind | Cheap |\n|---|---|\n${values.map((value, index) => `| K${index} | ${value} |`).join('\n')}`;

  test('a column of two values is asked for once', () => {
    expect(cardsOf(rows(['yes', 'no', 'no', 'yes (new)', 'no']))).toEqual([
      '**Amazon SQS:** which of these: cheap = yes? => [K0] | K1 | K2 | [K3] | K4',
    ]);
  });

  test.each<[string, string, string]>([
    ['Protocol', 'which protocol goes with **K0**?', '[one] | two | three | four'],
    ['Use cases', 'which use cases go with **K0**?', '[one] | two | three | four'],
    ['When to use', 'when do you use **K0**?', '[one] | two | three | four'],
    ['Best for', 'what is **K0** best for?', '[one] | two | three | four'],
    ['Chooses by', 'what does **K0** choose by?', '[one] | two | three | four'],
  ])('a longer table is asked for row by row: %s', (head, asked, options) => {
    const text = rows(['one', 'two', 'three', 'four', 'five']).replace('Cheap', head);
    const cards = cardsOf(text);
    expect(cards).toHaveLength(5);
    expect(cards[0]).toBe(`**Amazon SQS:** ${asked} => ${options}`);
  });

  test('an answer that holds another is no wrong one', () => {
    expect(cardsOf(rows(['archive', 'long archive', 'copies', 'logs', 'tests']))[0]).toBe(
      '**Amazon SQS:** which cheap goes with **K0**? => [archive] | copies | logs | tests',
    );
  });

  test('a figure has figures of its unit beside it, or nothing', () => {
    expect(cardsOf(rows(['5 GB', '6 GB', '7 GB', '30 s', '9 days']))).toEqual([
      '**Amazon SQS:** which cheap goes with **K0**? => [5 GB] | 6 GB | 7 GB',
      '**Amazon SQS:** which cheap goes with **K1**? => [6 GB] | 7 GB | 5 GB',
      '**Amazon SQS:** which cheap goes with **K2**? => [7 GB] | 5 GB | 6 GB',
      '**Amazon SQS:** K3: cheap? => 30 s',
      '**Amazon SQS:** K4: cheap? => 9 days',
    ]);
  });

  test('a column of one value asks for nothing, and a row of one value compares nothing', () => {
    expect(cardsOf(rows(['no', 'no', 'no']))).toEqual([]);
    expect(cardsOf('# SQS\n\n| | A | B |\n|-|-|-|\n| Cost | low | low |')).toEqual([]);
  });

  test.each<[string, string]>([
    ['For', 'with what it is for'],
    ['When to use', 'with when to use it'],
    ['Returns', 'with what it returns'],
    ['Chooses by', 'with what it chooses by'],
    ['Value', 'with its value'],
  ])('a head such as %s is put so that it can be read', (head, words) => {
    expect(
      cardsOf(`# SQS\n\n| Kind | ${head} |\n|-|-|\n| a | one |\n| b | two |\n| c | three |`)[0],
    ).toContain(`match each kind ${words}.`);
  });
});

describe('order', () => {
  test.each<[string, string]>([
    [
      '## Hooks on EC2 (in-place, order!)\n\n1. Stop\n2. Copy\n3. Test',
      'put in order: Hooks on EC2 (in-place)',
    ],
    [
      '## Recovery, from cheap to dear\n\n1. Backup\n2. Pilot light\n3. Standby',
      'put in order: Recovery, from cheap to dear',
    ],
    [
      'Steps when a host fails:\n\n1. The group sees it\n2. The group ends it\n3. A new one starts',
      'order the steps when a host fails',
    ],
    ['How to drain a queue\n1. Stop it\n2. Read it\n3. Delete it', 'order the steps to drain a queue'],
    ['- To encrypt it: snapshot -> copy -> restore', 'order the steps to encrypt it'],
  ])('%j', (text, front) => {
    const [only, ...others] = cardsOf(`# CodeDeploy\n\n${text}`);
    expect(others).toEqual([]);
    expect(only).toContain(front);
  });
});

describe('what a card is labelled with', () => {
  test('the title of the notes is none, a service in it is', () => {
    expect(cardsOf('# My study notes for the exam\n\n## Limits\n\n- A queue holds 5 keys')).toEqual([
      '**Limits:** A queue holds {{c1::5}} keys.',
    ]);
    expect(cardsOf('# SQS cheat sheet\n\n- A queue holds 5 keys')).toEqual([
      '**Amazon SQS:** A queue holds {{c1::5}} keys.',
    ]);
  });

  test('a heading that asks is no label of what else stands below it', () => {
    expect(cardsOf('# SQS\n\n## How long?\n\n5 days\n\nA queue holds 5 keys.')).not.toContainEqual(
      expect.stringContaining('How long?:'),
    );
  });

  test('lines in capitals are chapters, and nouns that are spelt as verbs are names', () => {
    expect(cardsOf('STORAGE\n\n- Record types\n  - A: points to an address of the old kind')).toEqual([
      '**STORAGE / Record types:** what does **A** do? => Points to an address of the old kind',
    ]);
  });
});
