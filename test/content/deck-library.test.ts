import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../src/domain/cards/schema.ts';
import { aCard, aDeckOf, writeDeck } from '../support/a-card.ts';
import { aShelf } from '../support/a-shelf.ts';

const names = (shelf: { decks: readonly { deck: string }[] }) => shelf.decks.map(({ deck }) => deck);

describe('the library', () => {
  test('has the shipped decks, the own ones in order of name, and those given by path', async () => {
    const { own, root, library } = aShelf();
    own('sqs.yaml', aDeckOf(2));
    own('ec2.yml', aDeckOf(1, { deck: 'ec2' }));
    own('.hidden.yaml', 'not: a deck');
    own('notes.txt', 'not a deck');
    const given = writeDeck(join(root, 'lent', 's3.yaml'), aDeckOf(1, { deck: 's3' }));
    const shelf = await library.load([given]);
    expect(shelf.problems).toEqual([]);
    expect(names(shelf)).toEqual(['iam', 'ec2', 'sqs', 's3']);
    expect(shelf.decks.map(({ shipped }) => shipped)).toEqual([true, false, false, false]);
    expect(shelf.entries).toHaveLength(7);
  });

  test('needs no folder of own decks', async () => {
    const { library } = aShelf();
    expect(await library.load()).toMatchObject({ problems: [] });
  });

  test('reads the very card that an entry means, in letters of any length', async () => {
    const cards = ['Größe', '数据库', '🐳🐳', 'a\u2028b', 'plain', '"\\\n'].map((front, index) =>
      aCard({ id: `sqs-${index}`, front, back: `${front} back`, reverse: index % 2 === 0 }),
    );
    const shipped: Deck = { deck: 'sqs', title: 'Warteschlangen 数', cards };
    const mine: Deck = {
      ...shipped,
      deck: 'my',
      cards: cards.map((card) => ({ ...card, id: `my-${card.id}` })),
    };
    const { own, library } = aShelf([aDeckOf(2, { deck: 'iam' }), shipped]);
    own('my.yaml', mine);
    const { entries, problems } = await library.load();
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(2 + 9 + 9);
    for (const entry of entries) expect(library.card(entry).id).toBe(entry.note);
    for (const deck of [shipped, mine]) {
      const found = entries.filter((entry) => entry.deck === deck.deck && entry.part === '');
      expect(found.map((entry) => library.card(entry))).toEqual(deck.cards);
    }
    library.close();
  });

  test('leaves drafts out, and knows parts, siblings, tags, lines and former ids', async () => {
    const { own, library } = aShelf();
    own('sqs.yaml', {
      deck: 'sqs',
      title: 'SQS',
      cards: [
        aCard({ id: 'sqs-draft', status: 'draft' }),
        aCard({ id: 'sqs-a', reverse: true, tags: ['limit', 'fifo'], previousIds: ['sqs-old'] }),
        aCard({ id: 'sqs-b', kind: 'cloze', text: '{{c1::a}} {{c2::b}}', fact: 'timeouts' }),
        aCard({ id: 'sqs-c', fact: 'timeouts' }),
      ],
    });
    const mine = (await library.load()).entries.filter(({ deck }) => deck === 'sqs');
    expect(mine.map(({ id, siblings, tags }) => [id, siblings, tags.join()])).toEqual([
      ['sqs-a', 'sqs-a', 'limit,fifo'],
      ['sqs-a#reverse', 'sqs-a', 'limit,fifo'],
      ['sqs-b#c1', 'sqs:timeouts', ''],
      ['sqs-b#c2', 'sqs:timeouts', ''],
      ['sqs-c', 'sqs:timeouts', ''],
    ]);
    expect(mine[0]?.previousIds).toEqual(['sqs-old']);
    const lines = mine.map(({ line }) => line);
    expect(lines[0]).toBe(lines[1]);
    expect(lines[0]).toBeLessThan(lines[2] ?? 0);
  });

  test('a path given twice, or lying among the own decks too, is one deck', async () => {
    const { own, library } = aShelf();
    const mine = own('sqs.yaml', aDeckOf(2));
    const shelf = await library.load([mine, mine, join(mine, '..', 'sqs.yaml')]);
    expect(names(shelf)).toEqual(['iam', 'sqs']);
    expect(shelf.problems).toEqual([]);
  });

  test('without the shipped decks says how to get them', async () => {
    const { places, library } = aShelf();
    rmSync(join(places.shipped, 'decks.json'));
    await expect(library.load()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(places.shipped),
      hint: expect.stringContaining('npm run build'),
    });
  });

  test('a deck that changed while the program runs is read anew', async () => {
    const { own, library } = aShelf();
    const text = async () => {
      const entry = (await library.load()).entries.find(({ id }) => id === 'sqs-a');
      const card = entry && library.card(entry);
      return card?.kind === 'basic' ? card.back : undefined;
    };
    own('sqs.yaml', { deck: 'sqs', title: 'SQS', cards: [aCard({ id: 'sqs-a', back: 'before' })] });
    expect(await text()).toBe('before');
    own('sqs.yaml', { deck: 'sqs', title: 'SQS', cards: [aCard({ id: 'sqs-a', back: 'and after it' })] });
    expect(await text()).toBe('and after it');
  });
});

describe('trouble with a user deck stays with that deck', () => {
  const others = ['iam', 'ec2'];

  test.each<[string, (shelf: ReturnType<typeof aShelf>) => string | undefined, string, string]>([
    ['broken YAML', ({ own }) => void own('sqs.yaml', 'deck: ['), 'yaml', 'not valid YAML'],
    [
      'a schema fault',
      ({ own }) => void own('sqs.yaml', 'deck: sqs\ntitle: x\ncards: []\n'),
      'schema',
      'cards',
    ],
    [
      'another name than its file',
      ({ own }) => void own('sqs.yaml', aDeckOf(1, { deck: 'my' })),
      'deck-name',
      'my',
    ],
    [
      'the name of a shipped deck',
      ({ own }) => void own('iam.yaml', aDeckOf(1, { deck: 'iam' })),
      'deck-unique',
      'there is already a deck "iam"',
    ],
    [
      'the id of a shipped card',
      ({ own }) =>
        void own('iam-1.yaml', {
          ...aDeckOf(1, { deck: 'iam-1' }),
          deck: 'iam-1',
          cards: [aCard({ id: 'iam-1-x' }), aCard({ id: 'iam-1-2' })],
        }),
      'id-unique',
      'the id "iam-1-2"',
    ],
    [
      'a folder of that name',
      ({ places }) => void mkdirSync(join(places.own, 'sqs.yaml'), { recursive: true }),
      'file',
      'EISDIR',
    ],
    [
      'a link to nowhere',
      ({ places }) => void symlinkSync('/nowhere', join(places.own, 'sqs.yaml')),
      'file',
      'there is no such file',
    ],
    ['a path to nowhere', ({ root }) => join(root, 'missing.yaml'), 'file', 'there is no such file'],
    ['a path to a folder', ({ root }) => root, 'file', 'EISDIR'],
    [
      'bytes that are no text',
      ({ places }) => void writeFileSync(join(places.own, 'sqs.yaml'), Buffer.from([0xff, 0xfe, 0, 1, 2])),
      'yaml',
      'not valid YAML',
    ],
  ])('%s', async (_, spoil, rule, message) => {
    const shipped = aDeckOf(3, { deck: 'iam' });
    const shelf = aShelf([{ ...shipped, cards: [...shipped.cards, aCard({ id: 'iam-1-2' })] }]);
    shelf.own('ec2.yaml', aDeckOf(2, { deck: 'ec2' }));
    const path = spoil(shelf);
    const { problems, decks, entries } = await shelf.library.load(path === undefined ? [] : [path]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule, severity: 'error', message: expect.stringContaining(message) });
    expect(problems[0]?.hint).toMatch(/\.$/);
    expect(names({ decks }).sort()).toEqual([...others].sort());
    expect(entries.length).toBe(6);
  });

  test('a file where the folder of decks should be is said so', async () => {
    const { places, library } = aShelf();
    writeFileSync(places.own, 'no folder');
    const { problems, decks } = await library.load();
    expect(problems).toMatchObject([
      { rule: 'file', file: places.own, message: expect.stringContaining('ENOTDIR') },
    ]);
    expect(names({ decks })).toEqual(['iam']);
  });

  test('decks whose names begin alike may live together while their ids differ', async () => {
    const { own, library } = aShelf();
    own('iam-roles.yaml', aDeckOf(2, { deck: 'iam-roles' }));
    const { problems, decks } = await library.load();
    expect(problems).toEqual([]);
    expect(names({ decks })).toEqual(['iam', 'iam-roles']);
  });
});

test('a stranger cannot make the library write outside of its cache', async () => {
  const { own, library, root } = aShelf();
  own(
    'sqs.yaml',
    'deck: ../../escape\ntitle: x\ncards:\n  - {id: ../x, kind: basic, topic: a, front: b, back: c}\n',
  );
  const { problems } = await library.load();
  expect(problems.map(({ message }) => message)).toEqual(['deck is not valid', 'id is not valid']);
  expect(readdirSync(root).sort()).toEqual(['decks', 'dist']);
  expect(existsSync(join(root, '..', 'escape'))).toBe(false);
});

test('escape sequences in a deck are read as the characters they are, and run nowhere', async () => {
  const { own, library } = aShelf();
  own(
    'sqs.yaml',
    'deck: sqs\ntitle: x\ncards:\n  - {id: sqs-a, kind: basic, topic: a, front: "\\e[2J", back: "$(touch x)"}\n',
  );
  const { entries } = await library.load();
  const entry = entries.find(({ id }) => id === 'sqs-a');
  expect(entry && library.card(entry)).toMatchObject({ front: '\u001b[2J', back: '$(touch x)' });
});
