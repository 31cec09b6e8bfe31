import type { Card } from '../../domain/cards/index.ts';
import type { ExamQuestion } from '../../domain/exam/exam-question.ts';
import { tellable } from './as-basic.ts';
import { type Exporter, Losses } from './exported.ts';

/** Signs with a meaning get a backslash, line breaks are written out: a blank line would end the question. */
const giftText = (text: string): string =>
  text
    .trim()
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/\r?\n/g, '\\n');

interface Option {
  readonly text: string;
  readonly correct?: boolean | undefined;
  readonly why?: string | undefined;
}

/**
 * Questions as Moodle imports them, each option with its feedback.
 * @see https://docs.moodle.org/en/GIFT_format
 */
export const gift: Exporter = {
  name: 'gift',
  ending: '.gift',
  summary:
    'Moodle questions: choices with feedback for each option, typed answers, pairs; exam questions too',
  questions: true,
  write({ decks, questions }) {
    const losses = new Losses();
    const blocks: string[] = [];
    let category = '';
    const inCategory = (name: string) => {
      if (name !== category) blocks.push(`$CATEGORY: ${name}`);
      category = name;
    };
    for (const { deck, cards } of decks)
      for (const card of tellable(cards, losses)) {
        const block = cardBlock(card, losses);
        if (block === undefined) continue;
        inCategory(`${deck}/${card.topic}`);
        blocks.push(block);
      }
    for (const question of questions) {
      inCategory(categoryOf(question));
      blocks.push(questionBlock(question, losses));
    }
    return { content: `${blocks.join('\n\n')}\n`, losses: losses.list() };
  },
};

const categoryOf = ({ tasks }: ExamQuestion): string => {
  const [code = 'exam', task = '0.0'] = Object.entries(tasks).at(-1) ?? [];
  return `${code}-questions/task-${task.replace('.', '-')}`;
};

/** The arrow between the sides has no escape. */
function leftOf(left: string, losses: Losses): string {
  losses.add('pairs show an arrow as →', left.includes('->') ? 1 : 0);
  return left.replaceAll('->', '→');
}

const head = (id: string, tags: readonly string[], stem: string): string =>
  `// [id:${id}]${tags.map((tag) => ` [tag:${tag}]`).join('')}\n::${giftText(id)}::[markdown]${giftText(stem)}`;

const block = (start: string, answers: readonly string[], general: string | undefined): string =>
  [`${start} {`, ...answers, ...(general === undefined ? [] : [`####${giftText(general)}`]), '}'].join('\n');

const feedback = (why: string | undefined) => (why === undefined || why === '' ? '' : `#${giftText(why)}`);

function cardBlock(card: Card, losses: Losses): string | undefined {
  const { id, tags = [], why } = card;
  const fields = () => losses.fields(card, ['examNote', 'sources', 'asOf', 'fact', 'previousIds']);
  switch (card.kind) {
    case 'choice':
      fields();
      return block(head(id, tags, card.stem), choiceLines(card.options, card.choose), why);
    case 'text': {
      fields();
      if (card.number === undefined)
        return block(
          head(id, tags, card.front),
          (card.accept ?? []).map((one) => `=${giftText(one)}`),
          why,
        );
      losses.add('numbers lose their unit', card.number.unit === undefined ? 0 : 1);
      return block(head(id, tags, card.front), [`#${card.number.value}:${card.number.tolerance ?? 0}`], why);
    }
    case 'match':
      fields();
      return block(
        head(id, tags, card.front),
        card.pairs.map(({ left, right }) => `=${giftText(leftOf(left, losses))} -> ${giftText(right)}`),
        why,
      );
    case 'basic':
      fields();
      losses.add('basic cards become essays with the answer as feedback');
      losses.add('basic cards lose their why', why === undefined ? 0 : 1);
      return block(head(id, tags, card.front), [], card.back);
    default:
      losses.add(`${card.kind} cards are left out: Moodle has nothing like them in this format`);
      return undefined;
  }
}

function questionBlock(question: ExamQuestion, losses: Losses): string {
  losses.add('exam questions lose their sources, dates, difficulty and links to cards');
  const start = head(question.id, [], question.stem);
  return block(start, choiceLines(question.options, question.choose), question.explanation);
}

/** One key is marked `=`; several share the points, and a wrong one costs as much as there are to win. */
function choiceLines(options: readonly Option[], choose: number): string[] {
  if (choose === 1)
    return options.map(
      ({ text, correct, why }) => `${correct === true ? '=' : '~'}${giftText(text)}${feedback(why)}`,
    );
  const share = (count: number) => Number((100 / Math.max(1, count)).toFixed(5));
  const wrong = options.length - choose;
  return options.map(
    ({ text, correct, why }) =>
      `~%${correct === true ? share(choose) : -share(wrong)}%${giftText(text)}${feedback(why)}`,
  );
}
