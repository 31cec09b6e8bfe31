import type { Card } from '../../domain/cards/index.ts';
import { asBasic, tellable } from './as-basic.ts';
import { type Exporter, Losses } from './exported.ts';

/** Columns of the table. Tags and sources are separated by spaces, several accepted answers by line breaks. */
const columns = [
  'id',
  'deck',
  'kind',
  'topic',
  'front',
  'back',
  'why',
  'examNote',
  'tags',
  'sources',
  'asOf',
];

/** A cell in quotes where it holds a separator, a quote, a line break or outer space (RFC 4180). */
export const cell = (text: string, separator = ','): string =>
  text.includes(separator) || /["\r\n]|^\s|\s$|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csv: Exporter = {
  name: 'csv',
  ending: '.csv',
  summary: 'a table with a header, for spreadsheets: question, answer, why, tags, sources',
  write({ decks }) {
    const losses = new Losses();
    const rows = decks.flatMap(({ deck, cards }) =>
      tellable(cards, losses).flatMap((card) =>
        rowsOf(card, losses).map(({ id, kind, front, back }) => [
          ...[id, deck, kind, card.topic, front, back, card.why ?? '', card.examNote ?? ''],
          ...[(card.tags ?? []).join(' '), (card.sources ?? []).join(' '), card.asOf ?? ''],
        ]),
      ),
    );
    for (const { cards } of decks) for (const card of cards) losses.fields(card, ['fact', 'previousIds']);
    const text = [columns, ...rows].map((row) => row.map((one) => cell(one)).join(',')).join('\r\n');
    return { content: `${text}\r\n`, losses: losses.list() };
  },
};

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly front: string;
  readonly back: string;
}

function rowsOf(card: Card, losses: Losses): readonly Row[] {
  const { id } = card;
  switch (card.kind) {
    case 'basic':
      return [{ id, kind: card.reverse === true ? 'reversed' : 'basic', front: card.front, back: card.back }];
    case 'cloze':
      return [{ id, kind: 'cloze', front: card.text, back: '' }];
    case 'text': {
      if (card.number !== undefined)
        return [{ id, kind: 'number', front: card.front, back: numberText(card.number) }];
      const accept = card.accept ?? [];
      if (!accept.some((answer) => answer.includes('\n')))
        return [{ id, kind: 'text', front: card.front, back: accept.join('\n') }];
    }
  }
  losses.add(`${card.kind} cards become a question and an answer in words`);
  return asBasic(card).map((sides) => ({ id, kind: 'basic', ...sides }));
}

/** `256 KB`, or `3.5 hours ± 0.5`. */
function numberText({
  value,
  unit,
  tolerance,
}: {
  value: number;
  unit?: string | undefined;
  tolerance?: number | undefined;
}) {
  const within = tolerance === undefined || tolerance === 0 ? '' : ` ± ${tolerance}`;
  return `${value}${unit === undefined ? '' : ` ${unit}`}${within}`;
}
