import { describe, expect, test } from 'vitest';
import { isFault, readYaml, type YamlFile, type YamlPath } from '../../src/content/read-yaml.ts';

function read(source: string): YamlFile {
  const file = readYaml(source);
  if (isFault(file)) throw new Error(file.message);
  return file;
}

const deck = `# a comment
deck: sqs
title: "Amazon SQS"
cards:
  - id: sqs-a
    kind: basic
    tags: [limit, fifo]
    front: >
      folded
      text
  - {id: sqs-b, kind: text, accept: [x, y]}

  - id: sqs-c
    options:
      - text: one
        correct: true
      - text: two
`;

describe('places in a file', () => {
  test.each<[YamlPath, number, number]>([
    [[], 2, 1],
    [['deck'], 2, 1],
    [['title'], 3, 1],
    [['cards'], 4, 1],
    [['cards', 0], 5, 5],
    [['cards', 0, 'id'], 5, 5],
    [['cards', 0, 'tags'], 7, 5],
    [['cards', 0, 'tags', 1], 7, 19],
    [['cards', 0, 'front'], 8, 5],
    [['cards', 1], 11, 5],
    [['cards', 1, 'accept', 1], 11, 41],
    [['cards', 2, 'options', 1], 17, 9],
    [['cards', 2, 'options', 1, 'text'], 17, 9],
    [['cards', 2, 'options', 0, 'correct'], 16, 9],
  ])('%j stands at %i:%i', (path, line, column) => {
    expect(read(deck).place(path)).toEqual({ line, column });
  });

  test.each<[YamlPath, number, number]>([
    [['cards', 0, 'back'], 5, 5],
    [['cards', 9], 4, 1],
    [['cards', 2, 'options', 1, 'why'], 17, 9],
    [['summary'], 2, 1],
    [['cards', 0, 'id', 'deeper'], 5, 5],
  ])('%j is not there: the nearest parent is at %i:%i', (path, line, column) => {
    expect(read(deck).place(path)).toEqual({ line, column });
  });

  test.each<[string, YamlPath, number, number]>([
    ['a:\n  b:\n', ['a', 'b'], 2, 3],
    ['cards:\n  -\n', ['cards', 0], 2, 3],
    ['cards:\n  - a: 1\n  -\n  - b: 2\n', ['cards', 1], 2, 8],
    ['cards:\n  - a: 1\n  -\n  - b: 2\n', ['cards', 2], 4, 5],
  ])('in %j the empty %j is shown at %i:%i, where something stands', (source, path, line, column) => {
    expect(read(source).place(path)).toEqual({ line, column });
  });

  test('every item of a list has its line, whatever else is called like the list', () => {
    expect(read(deck).lines('cards')).toEqual([5, 11, 13]);
    expect(read(deck).lines('decks')).toEqual([]);
    const tricky =
      'title: cards\ndeck: {cards: [{a: 1}]}\ncards:\n  - cards: [{b: 1}]\n  - c: 2\nafter:\n  - d: 3\n';
    expect(read(tricky).lines('cards')).toEqual([4, 5]);
    expect(read('cards: [{a: 1}, {b: 2},\n {c: 3}]').lines('cards')).toEqual([1, 1, 2]);
  });

  test('Windows line ends and letters of several bytes move no place', () => {
    const source = 'deck: sqs\r\ntitle: "Größe 数 🐳" \r\ncards:\r\n  - {front: "é🐳", id: x}\r\n';
    expect(read(source).place(['cards', 0, 'id'])).toEqual({ line: 4, column: 20 });
    expect(read(source).lines('cards')).toEqual([4]);
  });
});

describe('values', () => {
  test.each<[string, unknown]>([
    ['a: 2026-11-20', { a: '2026-11-20' }],
    ['a: yes', { a: 'yes' }],
    ['a: true', { a: true }],
    ['a: 0x10', { a: 16 }],
    ['a: "{{c1::x}}"', { a: '{{c1::x}}' }],
    ['a: !!str 5', { a: '5' }],
    ['just text', 'just text'],
    ['- a\n- b', ['a', 'b']],
  ])('%j is %j', (source, value) => {
    expect(read(source).value).toEqual(value);
  });

  test('a key that names the prototype is a key like any other', () => {
    const { value } = read('__proto__: {polluted: true}\nconstructor: 1');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what is refused, and where', () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 9 }, (_, index) => `b${index}: &b${index} [*a, *a, *a]`).join('\n')}`;

  test.each<[string, string, number, number, string]>([
    ['nothing', '', 1, 1, 'the file is empty'],
    ['a comment only', '# nothing yet\n', 1, 1, 'the file is empty'],
    ['two documents', 'deck: a\n---\ndeck: b\n', 1, 1, 'the file holds several YAML documents'],
    ['an alias', 'a: &x 1\nb:   *x\n', 2, 6, 'aliases (*name) are not allowed in decks'],
    ['a bomb of aliases', bomb, 2, 10, 'aliases (*name) are not allowed in decks'],
    ['a merge', 'a: &x {b: 1}\nc:\n  <<: *x\n', 3, 7, 'aliases (*name) are not allowed in decks'],
    ['a key given twice', 'deck: a\ntitle: b\ndeck: c\n', 3, 1, 'not valid YAML: duplicated mapping key'],
    ['a bracket that is not closed', 'a: [1\n', 2, 1, 'not valid YAML'],
    ['a tab for indentation', 'a:\n\tb: 1\n', 2, 1, 'not valid YAML'],
    ['a colon in plain text', 'a: use this: never that\n', 1, 12, 'not valid YAML'],
    ['a zero byte', 'a: \0', 1, 4, 'not valid YAML'],
    ['a function', 'a: !!js/function "x"', 1, 4, 'not valid YAML: unknown scalar tag'],
    ['41 levels', '['.repeat(41) + ']'.repeat(41), 1, 40, 'not valid YAML: nesting exceeded maxDepth (40)'],
    ['a million levels', '['.repeat(1e6), 1, 40, 'not valid YAML: nesting exceeded maxDepth (40)'],
    ['a file of 64 MiB and more', ' '.repeat(64 * 1024 * 1024 + 1), 1, 1, 'the file is larger than 64 MiB'],
  ])('%s', (_, source, line, column, message) => {
    const fault = readYaml(source);
    if (!isFault(fault)) throw new Error('it was read');
    expect(fault.message).toContain(message);
    expect([fault.line, fault.column]).toEqual([line, column]);
    expect(fault.hint).toMatch(/^[A-Z].*\.$/);
  });
});
