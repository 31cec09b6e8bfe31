import { describe, expect, test } from 'vitest';
import { readAnkiText } from '../../../src/authoring/import/anki-text.ts';
import { readCsv } from '../../../src/authoring/import/csv.ts';
import { detectFormat } from '../../../src/authoring/import/detect-format.ts';
import { readGift } from '../../../src/authoring/import/gift.ts';
import { readHashcards } from '../../../src/authoring/import/hashcards.ts';
import { htmlToMarkdown } from '../../../src/authoring/import/html-to-markdown.ts';
import { readJson } from '../../../src/authoring/import/json.ts';
import { flatCloze } from '../../../src/authoring/import/note-to-card.ts';
import { guessSeparator, readSeparated } from '../../../src/authoring/import/read-separated.ts';
import { textBytes } from '../../support/anki-file.ts';

const fieldsOf = ({ cards }: { cards: readonly { fields: object }[] }) => cards.map(({ fields }) => fields);

describe('a table', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,"b, c"', [['a', 'b, c']]],
    ['a,"say ""yes"""', [['a', 'say "yes"']]],
    [
      'a,"two\nlines"\nb,c',
      [
        ['a', 'two\nlines'],
        ['b', 'c'],
      ],
    ],
    [
      'a,"two\r\nlines"\r\nb,c\r\n',
      [
        ['a', 'two\nlines'],
        ['b', 'c'],
      ],
    ],
    [
      'a,\n\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,b"c', [['a', 'b"c']]],
  ])('%j', (text, rows) => {
    expect(readSeparated(text, ',').map(({ cells }) => cells)).toEqual(rows);
  });

  test('tells the line of each row, and of a quote that stays open', () => {
    expect(readSeparated('a,"x\ny"\nb,c', ',').map(({ line }) => line)).toEqual([1, 3]);
    expect(() => readSeparated('a,b\nc,"d', ',')).toThrow('the quote that opens on line 2 is never closed.');
  });

  test.each([
    ['a;b\nc;d', ';', 'the only one'],
    ['a, b;c\nd, e;f\ng;h', ';', 'the one in every row'],
    ['"x; y",a\n"z; w",b', ',', 'one inside of quotes says nothing'],
    ['front,back\n";","""; """\n', ',', 'a header names its columns'],
    ['front;back\na,b;c,d\ne,f;g,h', ';', 'a header names its columns'],
    ['# a,b,c\nx\ty', '\t', 'a comment is no row'],
    ['a\n"b;c', '\t', 'a quote that stays open ends the look'],
  ])('%j is separated by %j: %s', (text, separator) => {
    expect(guessSeparator(text, (cells) => cells.includes('front'))).toBe(separator);
  });

  test('with a header, in any order and under other names', () => {
    const found = readCsv(
      'Answer;Labels;Question;Rating;Explanation\n30 seconds;sqs limit;Default timeout?;5;It can be changed.\n',
    );
    expect(found.cards[0]).toMatchObject({
      fields: { kind: 'basic', front: 'Default timeout?', back: '30 seconds', why: 'It can be changed.' },
      tags: ['sqs', 'limit'],
      place: 'line 2',
    });
    expect(found.losses).toEqual(['columns that are not taken: Rating']);
  });

  test.each<[string, object]>([
    ['front,back\nWhat?,That', { kind: 'basic', front: 'What?', back: 'That' }],
    ['What?\tThat', { kind: 'basic', front: 'What?', back: 'That' }],
    ['text\tback\nA {{c1::b}} c\t', { kind: 'cloze', text: 'A {{c1::b}} c' }],
    ['kind,front,back\nreversed,SQS,Queue', { kind: 'basic', front: 'SQS', back: 'Queue', reverse: true }],
    [
      'kind,front,back\nnumber,How large?,256 KB ± 2',
      { kind: 'text', front: 'How large?', number: { value: 256, unit: 'KB', tolerance: 2 } },
    ],
    [
      'kind,front,back\ntext,Which?,"hard\nHard"',
      { kind: 'text', front: 'Which?', accept: ['hard', 'Hard'] },
    ],
  ])('%j', (text, fields) => {
    expect(fieldsOf(readCsv(text))).toEqual([fields]);
  });

  test.each([
    ['', 'the table is empty.'],
    ['one column\nonly', 'this table has one column only.'],
  ])('%j is refused', (text, words) => {
    expect(() => readCsv(text)).toThrow(words);
  });

  test('rows without a question or an answer are named', () => {
    expect(readCsv('front,back\n,x\nWhat?,\nWhat?,That').skipped).toEqual([
      { place: 'line 2', why: 'it has no question' },
      { place: 'line 3', why: 'it has no answer' },
    ]);
  });
});

describe('text of Anki', () => {
  const text = [
    '#separator:Semicolon',
    '#html:true',
    '#tags:aws',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
    'g1;Basic;AWS::SQS;Default <b>visibility</b> timeout?;"30 seconds<br>""by default""";sqs limit',
    'g2;Cloze;AWS::SQS;Keeps {{c1::4 days}};At most 14.;',
    'g3;Basic (and reversed card);AWS;SNS;"Topics',
    '<ul><li>push</li></ul>";',
    'g4;Basic (type in the answer);AWS;Command?;ReceiveMessage;',
    'g5;Basic;AWS;;no question;',
  ].join('\n');

  test('with headers, quotes and fields over several lines', () => {
    const found = readAnkiText(text);
    expect(found.cards).toMatchObject([
      {
        key: 'g1',
        deck: 'AWS',
        topic: 'SQS',
        tags: ['sqs', 'limit', 'aws'],
        fields: { kind: 'basic', front: 'Default **visibility** timeout?', back: '30 seconds\n"by default"' },
      },
      { key: 'g2', fields: { kind: 'cloze', text: 'Keeps {{c1::4 days}}', why: 'At most 14.' } },
      { key: 'g3', fields: { kind: 'basic', front: 'SNS', back: 'Topics\n\n- push', reverse: true } },
      { key: 'g4', fields: { kind: 'text', front: 'Command?', accept: ['ReceiveMessage'] } },
    ]);
    expect(found.skipped).toEqual([{ place: 'line 13', why: 'its first field is empty' }]);
  });

  test('without headers: tabs, and plain text stays as it is', () => {
    expect(fieldsOf(readAnkiText('What is *?\tA <wildcard>'))).toEqual([
      { kind: 'basic', front: 'What is *?', back: 'A <wildcard>' },
    ]);
  });

  test('a file of headers only is refused', () => {
    expect(() => readAnkiText('#separator:tab\n#html:true\n')).toThrow('there are no notes in this file.');
  });
});

describe('GIFT', () => {
  test.each<[string, string, object]>([
    [
      'one right answer, feedback for each',
      "::Q2:: What's between orange and green? { =yellow # right; good! ~red # wrong, it's yellow ~blue }",
      {
        kind: 'choice',
        stem: "What's between orange and green?",
        choose: 1,
        options: [
          { text: 'yellow', correct: true, why: 'right; good!' },
          { text: 'red', why: "wrong, it's yellow" },
          { text: 'blue' },
        ],
      },
    ],
    [
      'several right answers by weight, and general feedback',
      'Which two store files? {\n~%50%S3#objects\n~%50%EFS\n~%-100%SQS\n####Both do.}',
      {
        kind: 'choice',
        stem: 'Which two store files?',
        choose: 2,
        options: [
          { text: 'S3', correct: true, why: 'objects' },
          { text: 'EFS', correct: true },
          { text: 'SQS' },
        ],
        why: 'Both do.',
      },
    ],
    [
      'true or false',
      'S3 is global {F#It is regional.#Right.}',
      {
        kind: 'choice',
        stem: 'S3 is global',
        choose: 1,
        options: [
          { text: 'True', why: 'It is regional.' },
          { text: 'False', correct: true, why: 'Right.' },
        ],
      },
    ],
    [
      'short answers',
      'Two plus {=two =2 =%50%zwei} equals four.',
      { kind: 'text', front: 'Two plus _____ equals four.', accept: ['two', '2'] },
    ],
    [
      'pairs',
      'Who eats what? { =cat -> cat food =dog -> dog food }',
      {
        kind: 'match',
        front: 'Who eats what?',
        pairs: [
          { left: 'cat', right: 'cat food' },
          { left: 'dog', right: 'dog food' },
        ],
      },
    ],
    [
      'a number within a tolerance',
      'A number from 1 to 5? {#3:2}',
      { kind: 'text', front: 'A number from 1 to 5?', number: { value: 3, tolerance: 2 } },
    ],
    [
      'a number within a range',
      'A number from 1 to 5? {#1..5}',
      { kind: 'text', front: 'A number from 1 to 5?', number: { value: 3, tolerance: 2 } },
    ],
    [
      'one of several numbers',
      'When? {#=1822:0#right =%50%1822:2}',
      { kind: 'text', front: 'When?', number: { value: 1822 } },
    ],
    [
      'escapes',
      '1 + 1 \\= \\{?\\}\\nOne line more {=2 \\~ two}',
      { kind: 'text', front: '1 + 1 = {?}\nOne line more', accept: ['2 ~ two'] },
    ],
    [
      'HTML',
      '[html]<p>Which <b>one</b>?</p>{=<code>a</code> ~b}',
      {
        kind: 'choice',
        stem: 'Which **one**?',
        choose: 1,
        options: [{ text: '`a`', correct: true }, { text: 'b' }],
      },
    ],
    ['an essay with its answer', 'Why? {####Because.}', { kind: 'basic', front: 'Why?', back: 'Because.' }],
  ])('%s', (_, text, fields) => {
    expect(fieldsOf(readGift(text))).toEqual([fields]);
  });

  test('categories, ids and tags; comments are passed over', () => {
    const text = [
      '// a note of the author',
      '$CATEGORY: $course$/top/AWS/Storage',
      '',
      '// [id:s3-durability] [tag:limit]',
      '::s3-durability:: How many nines? {=11}',
      '',
      'A description without a question.',
      '',
      'An open brace {=a',
    ].join('\n');
    const { cards, skipped } = readGift(text);
    expect(cards).toMatchObject([{ key: 's3-durability', deck: 'AWS', topic: 'Storage', tags: ['limit'] }]);
    expect(skipped).toEqual([
      { place: 'line 7', why: 'it asks nothing: there are no answers in braces' },
      { place: 'line 9', why: 'its answers are not closed with a brace' },
    ]);
  });
});

describe('hashcards', () => {
  test('questions, blanks, the name of the deck', () => {
    const text =
      '---\nname = "My deck"\n---\n\nSome words.\n\nQ: What is SQS?\nA: A queue.\n\nIt is pulled.\n\nC: SNS [pushes] to [many] ![a](b.png).\nOn two lines.\n';
    const found = readHashcards(text);
    expect(found.title).toBe('My deck');
    expect(fieldsOf(found)).toEqual([
      { kind: 'basic', front: 'What is SQS?', back: 'A queue.\n\nIt is pulled.' },
      { kind: 'cloze', text: 'SNS {{c1::pushes}} to {{c2::many}} ![a](b.png).\nOn two lines.' },
    ]);
  });

  test('what is not whole is named with its line', () => {
    expect(readHashcards('Q: one\nQ: two\nA: yes\nA: again\nC: nothing hidden').skipped).toEqual([
      { place: 'line 1', why: 'the question has no answer' },
      { place: 'line 4', why: 'the answer has no question' },
      { place: 'line 5', why: 'it has no blank in brackets' },
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['a list of cards', '[{"front": "a", "back": "b"}]'],
    ['a deck', '{"deck": "d", "cards": [{"front": "a", "back": "b"}]}'],
    ['decks', '{"decks": [{"cards": [{"front": "a", "back": "b"}]}]}'],
  ])('%s', (_, text) => {
    expect(fieldsOf(readJson(text))).toEqual([{ kind: 'basic', front: 'a', back: 'b' }]);
  });

  test.each([
    ['{', 'this is not valid JSON.'],
    ['{"a": 1}', 'there are no cards in this file.'],
  ])('%s is refused', (text, words) => {
    expect(() => readJson(text)).toThrow(words);
  });
});

test.each([
  ['a <b>bold</b> word', 'a **bold** word'],
  ['a <b> bold </b>word', 'a **bold** word'],
  ['one<br>two<div>three</div>four', 'one\ntwo\n\nthree\n\nfour'],
  ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
  ['<pre><code class="language-json">{\n  "a": 1\n}</code></pre>', '```json\n{\n  "a": 1\n}\n```'],
  ['<code>a`b</code>', '``a`b``'],
  [
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ],
  ['<a href="https://aws.amazon.com/s3">S3</a>', '[S3](https://aws.amazon.com/s3)'],
  ['<a href="javascript:x()">S3</a>', 'S3'],
  ['5 * 3 and *stars*', '5 * 3 and \\*stars\\*'],
  ['snake_case stays, _this_ does not', 'snake_case stays, \\_this\\_ does not'],
  ['1. not a list', '1\\. not a list'],
  ['# not a heading', '\\# not a heading'],
  ['&lt;div&gt; &amp;amp; &#8364;', '\\<div> \\&amp; €'],
  ['a &unknown; b', 'a \\&unknown; b'],
])('%s', (html, markdown) => {
  expect(htmlToMarkdown(html).markdown).toBe(markdown);
});

test.each([
  ['{{c1::a}} b', '{{c1::a}} b'],
  ['{{c1::a {{c2::b}} c}}', '{{c1::a b c}}'],
  ['{{c1::a {{c2::b::hint}} c::outer}} d', '{{c1::a b c::outer}} d'],
  ['a }} b', 'a }} b'],
])('blanks in blanks: %s', (text, flat) => {
  expect(flatCloze(text)).toBe(flat);
});

test.each([
  ['PK\u0003\u0004', 'apkg'],
  ['{"decks": []}', 'json'],
  ['#separator:tab\na\tb', 'anki-text'],
  ['a\tb\nc\td', 'anki-text'],
  ['front,back\na,b', 'csv'],
  ['a;b', 'csv'],
  ['kind,front,back\nreversed,0,{ } 0', 'csv'],
  ['front,back\n"\nQ: a",b', 'csv'],
  ['Question\tAnswer\na\tb', 'csv'],
  ['Q: a\nA: b', 'markdown'],
  ['::a:: b {=c}', 'gift'],
  ['Which? {~a =b}', 'gift'],
  ['just words', undefined],
  ['', undefined],
  ['\u0000\u0001binary', undefined],
])('%j is %s', (text, format) => {
  expect(detectFormat(textBytes(text))).toBe(format);
});
