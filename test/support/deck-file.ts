import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dump } from 'js-yaml';

type Fields = Readonly<Record<string, unknown>>;

const bodies: Readonly<Record<string, Fields>> = {
  basic: { front: 'How long may a basic card be?', back: 'As long as one fact.' },
  cloze: { text: 'A queue keeps a message {{c1::4 days::how long}} by default, at most {{c2::14 days}}.' },
  choice: {
    stem: 'Which one is right?',
    options: [
      { text: 'The right one', correct: true, why: 'It is right.' },
      { text: 'The wrong one', why: 'It is wrong.' },
      { text: 'The other one', why: 'It is wrong too.' },
    ],
  },
  choices: {
    stem: 'Which two are right?',
    choose: 2,
    options: [
      { text: 'First right', correct: true, why: 'Right.' },
      { text: 'Second right', correct: true, why: 'Right too.' },
      { text: 'First wrong', why: 'Wrong.' },
      { text: 'Second wrong', why: 'Wrong too.' },
    ],
  },
  text: { front: 'Which grade passes barely?', accept: ['hard'] },
  number: { front: 'How large may a message be?', number: { value: 256, unit: 'KB' } },
  order: { front: 'Count.', steps: ['One', 'Two', 'Three'] },
  match: {
    front: 'Match.',
    pairs: [
      { left: 'Queue', right: 'SQS' },
      { left: 'Topic', right: 'SNS' },
      { left: 'Bus', right: 'EventBridge' },
    ],
  },
};

const kindOf = (body: string) => ({ choices: 'choice', number: 'text' })[body] ?? body;

/** A card by the name of its body: a kind, or `choices` for a choice of two and `number` for a typed number. */
export const aCard = (deck: string, body: keyof typeof bodies & string, fields: Fields = {}) => ({
  id: `${deck}-${body}`,
  kind: kindOf(body),
  topic: 'basics',
  ...bodies[body],
  ...fields,
});

/** A deck with one card of each body, as an object of the deck format. */
export const aDeck = (
  deck: string,
  cards: readonly object[] = Object.keys(bodies).map((body) => aCard(deck, body)),
) => ({
  deck,
  title: `Deck ${deck}`,
  cards,
});

/** Writes a deck file and returns its path; text is written as it is. */
export function writeDeck(path: string, deck: object | string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof deck === 'string' ? deck : dump(deck));
  return path;
}
