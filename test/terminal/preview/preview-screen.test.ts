import { describe, expect, test } from 'vitest';
import { deckSchema } from '../../../src/domain/cards/schema.ts';
import { gradeAnswer } from '../../../src/domain/grading/grade-answer.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { type PreviewDeck, previewItems, rightAnswer } from '../../../src/terminal/preview/preview-deck.ts';
import { previewScreen } from '../../../src/terminal/preview/preview-screen.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { aCard, aDeck } from '../../support/deck-file.ts';
import { PlayedScreen } from '../../support/play-screen.ts';

const theme = makeTheme({ colors: false, unicode: true });
const inOrder = () => 0.999_999;

function deckOf(cards: readonly object[], problems: readonly Problem[] = []): PreviewDeck {
  const deck = deckSchema.parse(aDeck('sqs', cards));
  return { title: deck.title, items: previewItems(deck, (index) => 10 + index, inOrder), problems };
}

const problem = (changes: Partial<Problem> = {}): Problem => ({
  rule: 'card-source',
  severity: 'error',
  file: 'sqs.yaml',
  line: 12,
  column: 5,
  id: 'sqs-basic',
  message: 'the card names no source',
  hint: 'Add one.',
  ...changes,
});

/** A file that a test saves anew by putting something else into `now`. */
function opened(first: PreviewDeck, card?: string) {
  const file = { now: first, stamp: 'a', edited: [] as number[] };
  const program = previewScreen(
    {
      theme,
      markdown: () => simpleMarkdown(theme),
      file: 'sqs.yaml',
      read: () => file.now,
      stamp: () => file.stamp,
      edit(line) {
        file.edited.push(line);
        return 'Edited sqs.yaml.';
      },
    },
    { card },
  );
  const screen = new PlayedScreen(program);
  const save = (deck: PreviewDeck, stamp: string) => {
    file.now = deck;
    file.stamp = stamp;
    screen.tick();
  };
  return { screen, file, save };
}

const text = (screen: {
  frame(): { head: readonly string[]; body: readonly string[]; foot: readonly string[] };
}) => {
  const { head, body, foot } = screen.frame();
  return [...head, ...body, ...foot].join('\n');
};

const two = [aCard('sqs', 'basic', { why: 'So it is.' }), aCard('sqs', 'choice')];

describe('the preview', () => {
  test('asks as the quiz does, then shows the answer, then turns to the next card', () => {
    const { screen } = opened(deckOf(two));
    expect(text(screen)).toContain('preview 1/2');
    expect(text(screen)).toContain('How long may a basic card be?');
    expect(text(screen)).not.toContain('As long as one fact.');
    screen.press('space');
    expect(text(screen)).toContain('As long as one fact.');
    expect(text(screen)).toContain('So it is.');
    screen.press('space');
    expect(text(screen)).toContain('preview 2/2');
    expect(text(screen)).toContain('○ A. The right one');
    screen.press('space');
    expect(text(screen)).toContain('✓ Right.');
    screen.press('n');
    expect(text(screen)).toContain('preview 1/2');
    screen.press('p q');
    expect(screen.result).toBeUndefined();
  });

  test('begins with the card that is named, and with its parts', () => {
    expect(text(opened(deckOf([...two, aCard('sqs', 'cloze')]), 'sqs-cloze').screen)).toContain(
      'sqs-cloze#c1',
    );
  });

  test('reads the file anew when it was saved, and stays with the card wherever it went', () => {
    const { screen, save } = opened(deckOf(two), 'sqs-choice');
    save(
      deckOf([
        aCard('sqs', 'text'),
        aCard('sqs', 'order'),
        aCard('sqs', 'choice', { stem: 'Which one is it now?' }),
      ]),
      'b',
    );
    expect(text(screen)).toContain('preview 3/3');
    expect(text(screen)).toContain('Which one is it now?');
    expect(text(screen)).toContain('Read anew.');
    save(deckOf([aCard('sqs', 'text')]), 'c');
    expect(text(screen)).toContain('preview 1/1');
  });

  test('a file that broke keeps showing its last state below what is wrong', () => {
    const { screen, save } = opened(deckOf(two));
    save(
      { title: 'sqs.yaml', items: [], problems: [problem({ rule: 'yaml', message: 'not valid YAML' })] },
      'b',
    );
    expect(text(screen)).toContain('✗ line 12: not valid YAML. Add one.');
    expect(text(screen)).toContain('How long may a basic card be?');
    save(deckOf(two), 'c');
    expect(text(screen)).not.toContain('not valid YAML');
  });

  test('one that was broken from the start waits for its first card', () => {
    const { screen, save } = opened({
      title: 'sqs.yaml',
      items: [],
      problems: [problem({ rule: 'schema' })],
    });
    expect(text(screen)).toContain('preview 0/0');
    screen.press('space n p');
    save(deckOf(two), 'b');
    expect(text(screen)).toContain('How long may a basic card be?');
  });

  test('shows the problems of the card in sight, and counts all', () => {
    const { screen } = opened(
      deckOf(two, [problem(), problem({ id: 'sqs-choice', message: 'another thing' })]),
    );
    expect(text(screen)).toContain('the card names no source');
    expect(text(screen)).not.toContain('another thing');
    expect(text(screen)).toContain('2 problems in the file.');
    screen.press('n');
    expect(text(screen)).toContain('another thing');
  });

  test('opens the editor at the card', () => {
    const { screen, file } = opened(deckOf(two), 'sqs-choice');
    screen.press('e');
    expect(file.edited).toEqual([11]);
    expect(text(screen)).toContain('Edited sqs.yaml.');
  });

  test('a draft is called one', () => {
    expect(text(opened(deckOf([aCard('sqs', 'basic', { status: 'draft' })])).screen)).toContain(
      'sqs-basic (draft)',
    );
  });
});

test.each(['choice', 'choices', 'text', 'number', 'order', 'match'])(
  'the right answer of %s is right',
  (body) => {
    const [item] = deckOf([aCard('sqs', body)]).items;
    const answer = item === undefined ? undefined : rightAnswer(item.question);
    expect(
      item !== undefined && answer !== undefined && gradeAnswer(item.question.form, answer).correct,
    ).toBe(true);
  },
);
