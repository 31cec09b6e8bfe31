import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYaml, sameValue } from '../../../src/authoring/format/format-deck.ts';
import { starterDeck } from '../../../src/authoring/format/starter-deck.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';

describe('canonical form', () => {
  test('fields in order, comments where they were, one kind of quotes, no stray space', () => {
    const messy = [
      '# yaml-language-server: $schema=x.json',
      'title: "Queues"   ',
      "deck: 'sqs'",
      '# what follows are the cards',
      'cards:',
      '- front: One?   # asked',
      '  id: sqs-one',
      '',
      '  # the answer',
      '  back: |',
      '      Two',
      '        and more',
      '  topic: basics',
      '  kind: basic',
      '  tags: [ a,   b ]',
      '',
      '# the second card',
      "- {id: sqs-two, kind: basic, topic: basics, front: 'Say \"two\"', back: It's}",
      '',
    ].join('\n');
    expect(formatYaml(messy)).toBe(
      [
        '# yaml-language-server: $schema=x.json',
        'deck: "sqs"',
        'title: "Queues"',
        '# what follows are the cards',
        'cards:',
        '  - id: sqs-one',
        '    kind: basic',
        '    topic: basics',
        '    front: One? # asked',
        '',
        '    # the answer',
        '    back: |',
        '      Two',
        '        and more',
        '    tags: [a, b]',
        '',
        '  # the second card',
        "  - {id: sqs-two, kind: basic, topic: basics, front: 'Say \"two\"', back: It's}",
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['a list', '- a\n- b\n'],
    ['nothing', ''],
    ['broken YAML', 'deck: [a\n'],
    ['the same field twice', 'deck: a\ndeck: b\n'],
  ])('%s is left alone', (_, text) => {
    expect(formatYaml(text)).toBeUndefined();
  });

  test('text blocks keep the line breaks of their author', () => {
    const text =
      'deck: a\ntitle: >-\n  folded here\n  and there\nsummary: |\n  kept\n\n    inset\ncards: []\n';
    expect(formatYaml(text)).toBe(text);
  });

  test('Windows line ends and a mark of byte order become plain', () => {
    expect(formatYaml('\uFEFFtitle: b\r\ndeck: a\r\n')).toBe('deck: a\ntitle: b\n');
  });
});

/** YAML as people write it: odd quotes, odd order, blocks, flow, comments. */
const scalar = fc.oneof(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 ]{0,12}[a-z]$/),
  fc.stringMatching(/^[^"\\\u0000-\u001F\u007F-\uFFFF]{0,14}$/).map((text) => JSON.stringify(text)),
  fc.stringMatching(/^[^'\u0000-\u001F\u007F-\uFFFF]{0,14}$/).map((text) => `'${text}'`),
  fc.constantFrom(
    '"yes"',
    '"1e3"',
    '"0o7"',
    "'2026-11-20'",
    '2026-11-20',
    'true',
    '~',
    '12',
    '"a: b"',
    '"# no"',
    "'- x'",
  ),
  fc
    .array(fc.stringMatching(/^[a-zA-Z#:"'{}-]{1,8}$/), { minLength: 1, maxLength: 3 })
    .map((words) => `|-\n      ${words.join('\n      ')}`),
  fc
    .array(fc.stringMatching(/^[a-zA-Z#:"'{}-]{1,8}$/), { minLength: 1, maxLength: 3 })
    .map((words) => `>\n      ${words.join('\n      ')}`),
  fc.constant('[a, "b", \'c\']'),
);

const field = fc.constantFrom(
  'id',
  'kind',
  'topic',
  'front',
  'back',
  'why',
  'tags',
  'sources',
  'asOf',
  'status',
  'other',
);

const card = fc
  .uniqueArray(fc.tuple(field, scalar, fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 7,
    selector: ([name]) => name,
  })
  .map((fields) =>
    fields
      .map(([name, value, above, blank], index) => {
        const lead = index === 0 ? '  - ' : '    ';
        const comment = above && index > 0 ? `    # about ${name}\n` : '';
        return `${blank && index > 0 ? '\n' : ''}${comment}${lead}${name}: ${value}`;
      })
      .join('\n'),
  );

const deck = fc
  .tuple(fc.boolean(), fc.array(card, { minLength: 1, maxLength: 4 }))
  .map(([reversed, cards]) => {
    const head = ['deck: sqs', 'title: "A title"'];
    return `# first\n${(reversed ? head.reverse() : head).join('\n')}\ncards:\n${cards.join('\n')}\n`;
  });

test('law: what a deck says is the same after formatting, and formatting twice is formatting once', () => {
  fc.assert(
    fc.property(deck, (text) => {
      const formatted = formatYaml(text);
      fc.pre(formatted !== undefined);
      expect(sameValue(text, formatted as string)).toBe(true);
      expect(formatYaml(formatted as string)).toBe(formatted);
      // No comment is lost.
      for (const [comment] of text.matchAll(/^ *# about \w+$/gm)) expect(formatted).toContain(comment.trim());
    }),
    { numRuns: 400 },
  );
});

test('any text at all is formatted or left alone', () => {
  const piece = fc.constantFrom(
    'deck: a\n',
    'cards:\n',
    '  - ',
    'id: x\n',
    '    ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '# c\n',
    '&a ',
    '*a ',
    '[',
    '{',
    '}',
    ']',
    ': ',
    'x',
    '\n',
    '\t',
    '? ',
    '!!str ',
    '---\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      const formatted = formatYaml(text);
      if (formatted !== undefined) expect(sameValue(text, formatted)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

describe('the starter', () => {
  const text = starterDeck({ deck: 'ecs', schema: '../schemas/deck.schema.json', today: '2026-11-20' });

  test('is a deck in canonical form', () => {
    expect('problems' in parseDeck(text, 'ecs.yaml')).toBe(false);
    expect(formatYaml(text)).toBe(text);
  });

  test('has every other kind as a comment that is a card once its marks are gone', () => {
    const all = text.replace(/^ {2}# ?(?=- | {2}|$)/gm, '  ');
    const read = parseDeck(all, 'ecs.yaml');
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(read.parsed.deck.cards.map((one) => one.kind)).toEqual([
      'basic',
      'cloze',
      'choice',
      'text',
      'order',
      'match',
    ]);
  });

  test.each(['Amazon "ECS"', 'a: b', '# no comment', 'ECS\\n'])('takes the title %j', (title) => {
    const read = parseDeck(starterDeck({ deck: 'ecs', title, schema: 'x', today: '2026-11-20' }), 'ecs.yaml');
    expect('parsed' in read && read.parsed.deck.title).toBe(title);
  });
});
