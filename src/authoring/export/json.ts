import type { Exporter } from './exported.ts';

/** Our own form: nothing is lost. `{"format": "aws-study", "version": 1, "decks": [...], "questions": [...]}`. */
export const json: Exporter = {
  name: 'json',
  ending: '.json',
  summary: 'everything, as docs/own-decks.md describes it',
  questions: true,
  write({ decks, questions }) {
    const document = {
      format: 'aws-study',
      version: 1,
      decks: decks.map(({ deck, title, summary, cards }) => ({
        deck,
        title,
        ...(summary === '' ? {} : { summary }),
        cards,
      })),
      ...(questions.length === 0 ? {} : { questions }),
    };
    return { content: `${JSON.stringify(document, null, 2)}\n`, losses: [] };
  },
};
