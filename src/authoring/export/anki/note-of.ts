import type { Card } from '../../../domain/cards/index.ts';
import { writeSource } from '../../import/anki/card-source.ts';
import { asBasic } from '../as-basic.ts';
import type { Losses } from '../exported.ts';
import { escapeHtml, markdownToHtml } from '../markdown-to-html.ts';
import type { ModelName } from './models.ts';

export interface NoteRow {
  readonly model: ModelName;
  readonly fields: readonly string[];
  /** The parts of the card that its Anki cards stand for, by ordinal: `''`, `reverse`, `c2`. */
  readonly parts: readonly { readonly ordinal: number; readonly part: string }[];
}

/** A card as a note: what the learner sees as HTML, and the card itself in a field of its own. */
export function noteOf(deck: string, card: Card, losses: Losses): NoteRow {
  const { model, visible, parts } = shape(card, losses);
  const fields = [...visible, extraOf(card)];
  return { model, fields: [...fields, writeSource(deck, card, fields)], parts };
}

interface Shape {
  readonly model: ModelName;
  readonly visible: readonly string[];
  readonly parts: NoteRow['parts'];
}

const whole = [{ ordinal: 0, part: '' }];

function shape(card: Card, losses: Losses): Shape {
  switch (card.kind) {
    case 'cloze': {
      const numbers = new Set(
        [...card.text.matchAll(/\{\{c([1-9]\d?)::/g)].map(([, number]) => Number(number)),
      );
      return {
        model: 'cloze',
        visible: [markdownToHtml(card.text)],
        parts: [...numbers]
          .sort((a, b) => a - b)
          .map((number) => ({ ordinal: number - 1, part: `c${number}` })),
      };
    }
    case 'basic': {
      const visible = [markdownToHtml(card.front), markdownToHtml(card.back)];
      return card.reverse === true
        ? { model: 'reversed', visible, parts: [...whole, { ordinal: 1, part: 'reverse' }] }
        : { model: 'basic', visible, parts: whole };
    }
    case 'text': {
      const [answer = ''] = card.accept ?? [`${card.number?.value ?? ''} ${card.number?.unit ?? ''}`.trim()];
      losses.add('typed answers are compared letter by letter in Anki', 1);
      return { model: 'typed', visible: [markdownToHtml(card.front), escapeHtml(answer)], parts: whole };
    }
    default: {
      losses.add(`${card.kind} cards become a question and an answer in words and come back as they were`);
      const [sides] = asBasic(card);
      const visible = [markdownToHtml(sides?.front ?? ''), markdownToHtml(sides?.back ?? '')];
      return { model: 'basic', visible, parts: whole };
    }
  }
}

function extraOf(card: Card): string {
  const texts = [card.why, card.examNote === undefined ? undefined : `**In the exam:** ${card.examNote}`];
  const blocks = texts.flatMap((text) => (text === undefined ? [] : [`<p>${markdownToHtml(text)}</p>`]));
  const links = (card.sources ?? []).map(
    (source) => `<a href="${escapeHtml(source)}">${escapeHtml(source)}</a>`,
  );
  const checked = card.asOf === undefined ? [] : [`checked ${card.asOf}`];
  const last = [...links, ...checked].join('<br>');
  return [...blocks, ...(last === '' ? [] : [`<p>${last}</p>`])].join('');
}
