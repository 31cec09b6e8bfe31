import { expect, test } from 'vitest';
import { updateDeck } from '../../../src/authoring/format/update-deck.ts';
import { cardSchema } from '../../../src/domain/cards/schema.ts';

const basic = (id: string, front: string, back: string, more: object = {}) =>
  cardSchema.parse({
    id: `sqs-${id}`,
    kind: 'basic',
    topic: 'imported',
    front,
    back,
    status: 'draft',
    ...more,
  });

const before = [
  '# mine',
  'deck: sqs',
  'title: Queues',
  'cards:',
  '  # accepted by hand',
  '  - id: sqs-one',
  '    kind: basic',
  '    topic: basics',
  '    front: One?',
  '    back: Old answer',
  '    why: Written by hand.',
  '  - id: sqs-two',
  '    kind: basic',
  '    topic: imported',
  '    front: Two?',
  '    back: Same',
  '    status: draft',
  '  - id: sqs-mine',
  '    kind: basic',
  '    topic: basics',
  '    front: Mine?',
  '    back: Kept',
  '',
].join('\n');

test('new cards come last, changed ones stay in their place with what was written by hand', () => {
  const update = updateDeck(before, [
    basic('one', 'One?', 'New answer', { tags: ['limit'] }),
    basic('two', 'Two?', 'Same'),
    basic('three', 'Three?', 'Added'),
  ]);
  expect(update).toMatchObject({ added: ['sqs-three'], changed: ['sqs-one'], kept: ['sqs-mine'] });
  expect(update?.text).toBe(
    before
      .replace('Old answer', 'New answer')
      .replace('    why: Written by hand.\n', '    why: Written by hand.\n    tags: [limit]\n')
      .concat(
        '  - id: sqs-three\n    kind: basic\n    topic: imported\n    front: Three?\n    back: Added\n    status: draft\n',
      ),
  );
});

test('nothing new leaves the text as it is, to the letter', () => {
  const text = before.replace('title: Queues', "title:   'Queues'");
  expect(updateDeck(text, [basic('two', 'Two?', 'Same')])?.text).toBe(text);
});

test('a card of another kind loses what only the old kind had', () => {
  const cloze = cardSchema.parse({ id: 'sqs-two', kind: 'cloze', topic: 'imported', text: 'A {{c1::b}}' });
  const text = updateDeck(before, [cloze])?.text ?? '';
  expect(text).toContain(
    '  - id: sqs-two\n    kind: cloze\n    topic: imported\n    text: A {{c1::b}}\n    status: draft\n',
  );
  expect(text).not.toContain('Same');
});

test.each(['- a list', 'deck: sqs\n', 'broken: ['])('%j is no deck to update', (text) => {
  expect(updateDeck(text, [])).toBeUndefined();
});
