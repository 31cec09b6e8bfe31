import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { deckText, wasOneDeck } from '../../../src/authoring/compile/draft-text.ts';
import { type MergeReport, mergeDrafts } from '../../../src/authoring/compile/merge-drafts.ts';
import {
  acceptCard,
  mergeCards,
  rejectCard,
  rejectedIds,
} from '../../../src/authoring/compile/review-deck.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';
import type { Card, Deck } from '../../../src/domain/cards/schema.ts';

const notes = [
  '# SQS',
  '',
  '- A message waits at most **14 days**',
  '- A call waits at most **20 seconds**',
  '- Queues are **regional** in every account',
];

const compile = (lines: readonly string[]) =>
  compileNotes([{ name: 'notes.md', text: lines.join('\n') }], { deck: 'mine' }).decks[0];

function textOf(lines: readonly string[]): string {
  const deck = compile(lines);
  return deck === undefined ? '' : deckText(deck, true);
}

function read(text: string): Deck {
  const result = parseDeck(text, 'mine.yaml');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.parsed.deck;
}

const idsIn = (text: string) => read(text).cards.map(({ id }) => id);

function update(text: string, lines: readonly string[]): { text: string; report: MergeReport; deck: Deck } {
  const merged = mergeDrafts(text, read(text), compile(lines));
  if (merged === undefined) throw new Error('not merged');
  return { ...merged, deck: read(merged.text) };
}

function changed(result: ReturnType<typeof acceptCard>): string {
  if ('refused' in result) throw new Error(result.refused);
  return result.text;
}

const text = textOf(notes);
const [first = '', second = '', third = ''] = idsIn(text);

describe('bringing a deck up to date', () => {
  test('nothing new changes nothing, however often', () => {
    const once = update(text, notes);
    expect(once.text).toBe(text);
    expect(once.report).toEqual({ added: [], changed: [], gone: [], unchanged: 3, rejected: 0 });
  });

  test('a new line is added at the end, a line that is gone takes its draft along', () => {
    const { report, deck } = update(text, [
      ...notes.slice(0, 3),
      ...notes.slice(4),
      '- A batch holds **ten** messages',
    ]);
    expect(report).toMatchObject({ gone: [{ id: second, kept: false }], unchanged: 2 });
    expect(deck.cards.map(({ id }) => id)).toEqual([first, third, ...report.added]);
    expect(report.added).toHaveLength(1);
  });

  test('another answer to the same question keeps its id, also at the next update', () => {
    const edited = notes.map((line) => line.replace('20 seconds', '19 seconds'));
    const { report, text: after, deck } = update(text, edited);
    expect(report).toMatchObject({
      changed: [{ id: second, reviewed: false }],
      added: [],
      gone: [],
      unchanged: 2,
    });
    expect(JSON.stringify(deck.cards[1])).toContain('19 seconds');
    expect(deck.cards.map(({ id }) => id)).toEqual([first, second, third]);
    expect(update(after, edited)).toMatchObject({ text: after, report: { changed: [], unchanged: 3 } });
  });

  test('a line that moved keeps its id and says its new place', () => {
    const { text: after, report } = update(text, [
      '# SQS',
      '',
      'A new line of words.',
      '',
      ...notes.slice(2),
    ]);
    expect(report).toMatchObject({ changed: [], gone: [], unchanged: 3 });
    expect(after).toContain('# notes.md:5 ');
    expect(after).not.toContain('# notes.md:3 ');
  });

  test('a reviewed card keeps its words and the comments of its author; a comment says that the notes changed', () => {
    const own = changed(acceptCard(text, second))
      .replace(`  - id: ${second}`, `  # my own remark\n  - id: ${second}`)
      .replace('    topic: basics\n', '    topic: polling\n');
    const edited = notes.map((line) => line.replace('20 seconds', '19 seconds'));
    const { text: after, report, deck } = update(own, edited);
    expect(report.changed).toEqual([{ id: second, reviewed: true }]);
    expect(deck.cards[1]).not.toHaveProperty('status');
    expect(JSON.stringify(deck.cards[1])).toContain('20 seconds');
    expect(after).toContain('  # my own remark\n');
    expect(after).toContain('the notes now say otherwise');
    expect(deck.cards.map(({ topic }) => topic)).toContain('polling');
    expect(update(after, edited).text).toBe(after);
  });

  test('a reviewed card whose line is gone stays', () => {
    const own = changed(acceptCard(text, first));
    const { report, deck } = update(own, [...notes.slice(0, 2), ...notes.slice(3)]);
    expect(report.gone).toEqual([{ id: first, kept: true }]);
    expect(deck.cards.map(({ id }) => id)).toContain(first);
  });

  test('cards written by hand are left alone', () => {
    const own = `${text}  - id: mine-by-hand\n    kind: basic\n    topic: own\n    front: "Q?"\n    back: "A"\n`;
    const { report, deck } = update(own, notes);
    expect(report).toMatchObject({ gone: [], changed: [], unchanged: 3 });
    expect(deck.cards.at(-1)?.id).toBe('mine-by-hand');
  });

  test('what was rejected does not come back, what was merged away neither', () => {
    const rejected = changed(rejectCard(text, second));
    expect(update(rejected, notes)).toMatchObject({ text: rejected, report: { added: [], rejected: 1 } });
    const [one, two] = read(text).cards as [Card, Card];
    const merged = changed(mergeCards(text, one, two));
    expect(update(merged, notes).report).toMatchObject({ added: [], gone: [] });
  });

  test('notes without a fact leave a deck with what was reviewed', () => {
    const own = changed(acceptCard(text, first));
    expect(mergeDrafts(own, read(own), undefined)?.report.gone).toHaveLength(3);
  });

  test('a deck says whether it holds all services', () => {
    expect(wasOneDeck(text)).toBe(true);
    const [byService] = compileNotes([{ name: 'notes.md', text: notes.join('\n') }]).decks;
    expect(byService !== undefined && wasOneDeck(deckText(byService, false))).toBe(false);
  });

  test('whatever is added, dropped or edited, the deck stays valid and a second update changes nothing', () => {
    const line = fc.constantFrom(
      ...notes.slice(2),
      '- A call waits at most **19 seconds**',
      '- A batch holds **ten** messages',
      '- `Delay` - a time in which nobody sees a message',
      '> A queue is a buffer between two parts.',
    );
    const some = fc.uniqueArray(line, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, some, fc.boolean(), (before, after, accept) => {
        let deck = textOf(['# SQS', '', ...before]);
        if (accept) deck = changed(acceptCard(deck, idsIn(deck)[0] ?? ''));
        const once = update(deck, ['# SQS', '', ...after]);
        expect(update(once.text, ['# SQS', '', ...after]).text).toBe(once.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('reviewing', () => {
  const byHand = [
    '# a deck of mine',
    'deck: mine',
    'title: "Mine"   # a title',
    'cards:',
    '  # about queues',
    '  - id: mine-a',
    '    kind: basic',
    "    front: 'Single quotes?'",
    '    back: |',
    '      Two',
    '      lines',
    '    topic: x',
    '    status: draft   # to be looked at',
    '',
    '  # about topics',
    '  - status: draft',
    '    id: mine-b',
    '    kind: basic',
    '    topic: x',
    '    front: B?',
    '    back: Bee',
    '# the end',
    '',
  ].join('\n');

  test('accepting takes one line out and touches no other', () => {
    const after = changed(acceptCard(byHand, 'mine-a'));
    expect(after).toBe(byHand.replace('    status: draft   # to be looked at\n', ''));
    expect(read(after).cards.map(({ status }) => status)).toEqual([undefined, 'draft']);
  });

  test('accepting works where the status stands on the line of the dash', () => {
    const after = changed(acceptCard(byHand, 'mine-b'));
    expect(after).toContain('  # about topics\n  - id: mine-b\n    kind: basic\n');
    expect(read(after).cards.map(({ status }) => status)).toEqual(['draft', undefined]);
  });

  test('rejecting takes the card out with its comments, and the file remembers it', () => {
    const after = changed(rejectCard(byHand, 'mine-a'));
    expect(idsIn(after)).toEqual(['mine-b']);
    expect(after).not.toContain('about queues');
    expect(after).toContain('  # about topics');
    expect(after).toContain('# the end\n');
    expect([...rejectedIds(after)]).toEqual(['mine-a']);
  });

  test('merging makes one card of two', () => {
    const [a, b] = read(byHand).cards as [Card, Card];
    const after = changed(mergeCards(byHand, a, b));
    expect(read(after).cards).toEqual([{ ...a, why: 'B?\n\nBee', previousIds: ['mine-b'] }]);
    expect(after).toContain('# about queues');
    expect(after).toContain('# about topics');
    expect(after).toContain('# the end');
  });

  test.each([
    ['a card that is not there', () => acceptCard(byHand, 'mine-c'), /not in the file/],
    [
      'a card that is accepted',
      () => acceptCard(changed(acceptCard(byHand, 'mine-a')), 'mine-a'),
      /accepted already/,
    ],
    ['the last card', () => rejectCard(changed(rejectCard(byHand, 'mine-a')), 'mine-b'), /last card/],
    [
      'a merge with nothing',
      () => mergeCards(byHand, read(byHand).cards[1] as Card, read(byHand).cards[0] as Card),
      /no card below/,
    ],
    [
      'a file of one line',
      () => acceptCard('{deck: mine, title: x, cards: [{id: mine-a, status: draft}]}', 'mine-a'),
      /edit it/,
    ],
    ['no YAML', () => acceptCard('a: [', 'mine-a'), /edit it/],
  ])('%s is refused in words', (_, act, words) => {
    expect(act()).toMatchObject({ refused: expect.stringMatching(words) });
  });
});
