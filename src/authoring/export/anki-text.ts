import type { Card } from '../../domain/cards/index.ts';
import { asBasic, tellable } from './as-basic.ts';
import { cell } from './csv.ts';
import { type Exporter, Losses } from './exported.ts';
import { markdownToHtml } from './markdown-to-html.ts';

/** Stands between the answer and what it teaches: Anki's own note types have no third field. */
const whyMark = '<hr class="why">';

const header = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
];

/**
 * Notes as text with the headers that Anki reads, for its own note types.
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
export const ankiText: Exporter = {
  name: 'anki-text',
  ending: '.txt',
  summary: "text that Anki imports with its own note types; a card's id is its guid, so it updates",
  write({ decks }) {
    const losses = new Losses();
    const rows = decks.flatMap(({ deck, cards }) =>
      tellable(cards, losses).flatMap((card) => {
        losses.fields(card, ['examNote', 'sources', 'asOf', 'fact', 'previousIds']);
        return notesOf(card, losses).map(({ guid, type, fields }) => [
          ...[guid, type, `${deck}::${card.topic}`],
          ...fields,
          (card.tags ?? []).join(' '),
        ]);
      }),
    );
    const lines = rows.map((row) => row.map((one) => cell(one.replaceAll('\t', '  '), '\t')).join('\t'));
    return { content: `${[...header, ...lines].join('\n')}\n`, losses: losses.list() };
  },
};

interface Note {
  readonly guid: string;
  readonly type: string;
  readonly fields: readonly [string, string];
}

function notesOf(card: Card, losses: Losses): readonly Note[] {
  const why = card.why === undefined ? '' : markdownToHtml(card.why);
  const withWhy = (back: string) => markdownToHtml(back) + (why === '' ? '' : whyMark + why);
  const guid = card.id;
  if (card.kind === 'cloze') return [{ guid, type: 'Cloze', fields: [markdownToHtml(card.text), why] }];
  if (card.kind === 'basic') {
    const type = card.reverse === true ? 'Basic (and reversed card)' : 'Basic';
    return [{ guid, type, fields: [markdownToHtml(card.front), withWhy(card.back)] }];
  }
  if (card.kind === 'text' && card.accept !== undefined) {
    losses.add('typed answers keep the first accepted text only', card.accept.length > 1 ? 1 : 0);
    // What is typed is compared letter by letter: no why beside it.
    losses.add('typed answers lose their why', why === '' ? 0 : 1);
    const answer = markdownToHtml(card.accept[0] ?? '');
    return [{ guid, type: 'Basic (type in the answer)', fields: [markdownToHtml(card.front), answer] }];
  }
  losses.add(`${card.kind === 'text' ? 'number' : card.kind} cards become a question and an answer in words`);
  return asBasic(card).map(({ front, back }) => ({
    guid,
    type: 'Basic',
    fields: [markdownToHtml(front), withWhy(back)] as const,
  }));
}
