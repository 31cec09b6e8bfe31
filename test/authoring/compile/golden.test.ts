import { expect, test } from 'vitest';
import { compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { deckText } from '../../../src/authoring/compile/draft-text.ts';
import { formatYaml } from '../../../src/authoring/format/format-deck.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';
import { fixture, fixtures, goldenPath, report } from './notes.ts';

test('there is a fixture of each style', () => {
  expect(fixtures).toEqual([
    'broken.md',
    'cheat-sheet.md',
    'deep-outline.md',
    'lab-diary.md',
    'lab-log.md',
    'lecture.md',
    'outline-of-terms.md',
    'plain-german.txt',
    'prose.md',
    'questions.md',
    'second-look.md',
    'tables.md',
    'transcript.md',
    'vault.md',
    'workspace-export.md',
  ]);
});

test.each(fixtures)('%s gives what it gave before', async (name) => {
  await expect(report(compileNotes([fixture(name)]))).toMatchFileSnapshot(goldenPath(name));
});

test.each(fixtures)('decks of %s are read, lint the schema, and are in canonical form', (name) => {
  const { decks } = compileNotes([fixture(name)]);
  expect(decks.length).toBeGreaterThan(0);
  for (const deck of decks) {
    const text = deckText(deck, false);
    const result = parseDeck(text, `${deck.deck}.yaml`);
    expect(result).not.toHaveProperty('problems');
    if ('parsed' in result) {
      expect(result.parsed.deck.cards.map(({ id }) => id)).toEqual(deck.drafts.map(({ id }) => id));
      expect(result.parsed.deck.cards.every(({ status }) => status === 'draft')).toBe(true);
    }
    expect(formatYaml(text)).toBe(text);
  }
});
