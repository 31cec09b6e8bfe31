import { clozeNumbers, fillCloze } from '../../domain/cards/cloze-notation.ts';
import type { Card } from '../../domain/cards/index.ts';
import { asBasic, tellable } from './as-basic.ts';
import { type Exporter, Losses } from './exported.ts';

/**
 * Markdown of hashcards: `Q:` and `A:`, and `C:` with the blanks in brackets.
 * @see https://github.com/eudoxia0/hashcards
 */
export const markdown: Exporter = {
  name: 'markdown',
  ending: '.md',
  summary: 'questions and answers in Markdown, as hashcards reads them',
  write({ decks }) {
    const losses = new Losses();
    // One file is one deck there: the first one names it.
    losses.add('decks become one', decks.length > 1 ? decks.length : 0);
    const name = JSON.stringify(decks[0]?.title ?? 'aws-study');
    const blocks = decks.flatMap(({ cards }) =>
      tellable(cards, losses).flatMap((card) => blocksOf(card, losses)),
    );
    return { content: `---\nname = ${name}\n---\n\n${blocks.join('\n\n')}\n`, losses: losses.list() };
  },
};

function blocksOf(card: Card, losses: Losses): string[] {
  losses.fields(card, ['why', 'examNote', 'tags', 'sources', 'asOf']);
  if (card.kind === 'cloze') {
    const text = bracketed(card, losses);
    if (text !== undefined) return [`C: ${body(text)}`];
  } else if (card.kind === 'basic') {
    losses.add('reversed cards lose their second direction', card.reverse === true ? 1 : 0);
    return [`Q: ${body(card.front)}\nA: ${body(card.back)}`];
  }
  losses.add(`${card.kind} cards become a question and an answer in words`);
  return asBasic(card).map(({ front, back }) => `Q: ${body(front)}\nA: ${body(back)}`);
}

/** A line that begins like a mark of the format is moved by a space. */
const body = (text: string): string => text.trim().replace(/\n([QAC]:)/g, '\n $1');

/** Blanks in brackets; undefined where the text has brackets of its own, which would become blanks. */
function bracketed({ text }: Extract<Card, { kind: 'cloze' }>, losses: Losses): string | undefined {
  const numbers = clozeNumbers(text);
  const plain = fillCloze(text, 0, (answer) => answer);
  if (/[[\]]/.test(plain)) return undefined;
  losses.add('cloze cards lose their hints', /\{\{c\d+::[^}]*::/.test(text) ? 1 : 0);
  const blanks = text.match(/\{\{c\d+::/g)?.length ?? 0;
  losses.add('cloze cards ask blanks of one number one by one', blanks > numbers.length ? 1 : 0);
  return numbers.reduce((filled, number) => fillOnly(filled, number), text);
}

/** Like `fillCloze`, but leaves the blanks of other numbers as they are. */
function fillOnly(text: string, number: number): string {
  const blank = new RegExp(
    `\\{\\{c${number}::((?:(?!\\{\\{|\\}\\})[\\s\\S])+?)(?:::(?:(?!\\{\\{|\\}\\})[\\s\\S])+?)?\\}\\}`,
    'g',
  );
  return text.replace(blank, (_, answer: string) => `[${answer}]`);
}
