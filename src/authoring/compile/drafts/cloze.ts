import type { FactOf } from '../facts/fact.ts';
import { wordsIn } from '../inline.ts';
import { capitalised } from '../sentences.ts';
import { hasVerb } from '../vocabulary.ts';
import { labelled, type Proposal } from './draft.ts';
import { type Target, targetsIn } from './targets.ts';

/** Numbers are asked for each on its own card, up to so many a sentence. */
const mostBlanks = 3;

const mostWordsAround = 36;

/** A sentence with a blank where something certain stands; undefined where nothing in it is certain. */
export function clozeOf(fact: FactOf<'sentence'>): Proposal | undefined {
  const { clean, context, place, structure, quoted } = fact;
  // Anki's own notation in a note would be read as blanks.
  if (/\{\{c\d*:/.test(clean.text)) return undefined;
  if (context.label === '' && !hasVerb(clean.text)) return undefined;
  const lead = clean.text.length - clean.text.trimStart().length;
  const text = clean.text.trim();
  const shifted = {
    text,
    spans: clean.spans.map((span) => ({ ...span, start: span.start - lead, end: span.end - lead })),
  };
  const targets = targetsIn(shifted, context.label);
  const [best] = targets;
  if (best === undefined || best.worth < (context.lab ? 8 : worthNeeded(text))) return undefined;
  const chosen = withoutGiven(text, chooseBlanks(text, best, targets));
  if (chosen.length === 0) return undefined;
  // Nobody holds so many words in mind to find a missing one; a figure stands out.
  if (wordsIn(text).length > mostWordsAround && !isNumber(text.slice(best.start, best.end))) return undefined;
  let filled = '';
  let last = 0;
  chosen.forEach(({ start, end, hint, number }) => {
    filled += `${text.slice(last, start)}{{c${number}::${text.slice(start, end)}${hint === undefined ? '' : `::${hint}`}}}`;
    last = end;
  });
  filled += text.slice(last);
  const label = labelNeeded(context.label, text);
  // A blank at the very end would swallow the sentence's stop and read as its code.
  const tidy = filled.replace(/[\s,;-]+$/, '');
  const closed = /[.!?]$/.test(tidy) ? tidy : `${tidy}.`;
  const shown = labelled(label, label === '' ? capitalised(closed) : closed);
  return {
    body: { kind: 'cloze', text: shown },
    ...{ context, place, structure, quoted },
    claim: text,
    worth: best.worth,
  };
}

/** A text without a verb is a list of words: only a number in it is sure. */
const worthNeeded = (text: string): number =>
  hasVerb(text) ? 4 : wordsIn(text).length >= 4 && !/^\W*\d/.test(text) ? 9 : 11;

interface Blank extends Target {
  /** Number of the blank, from 1. */
  readonly number: number;
}

const isNumber = (text: string): boolean => /^[`$]?\d/.test(text);

/** Numbers beside each other are asked for together with the best; else one blank is enough. Equal ones are one blank. */
function chooseBlanks(text: string, best: Target, targets: readonly Target[]): Blank[] {
  const answerOf = ({ start, end }: Target) => text.slice(start, end).toLowerCase();
  const answers = [answerOf(best)];
  const chosen: Target[] = [best];
  if (isNumber(answerOf(best))) {
    for (const other of targets) {
      const answer = answerOf(other);
      if (
        other === best ||
        !isNumber(answer) ||
        chosen.some(({ start, end }) => other.end >= start && other.start <= end)
      )
        continue;
      if (!answers.includes(answer)) {
        if (answers.length >= mostBlanks) continue;
        answers.push(answer);
      }
      chosen.push(other);
    }
  }
  const inOrder = chosen.sort((a, b) => a.start - b.start);
  const numbers = [...new Set(inOrder.map(answerOf))];
  return inOrder.map((target) => ({ ...target, number: numbers.indexOf(answerOf(target)) + 1 }));
}

/** A number that stands in the sentence a second time, outside of the blanks, is no question. */
function withoutGiven(text: string, blanks: readonly Blank[]): Blank[] {
  let [open, last] = ['', 0];
  for (const { start, end } of blanks) {
    open += `${text.slice(last, start)} `;
    last = end;
  }
  const left = new Set(wordsIn(open + text.slice(last)));
  const isGiven = ({ start, end }: Blank) => {
    const answer = text.slice(start, end);
    return isNumber(answer) && wordsIn(answer).some((word) => /^\d/.test(word) && left.has(word));
  };
  const kept = blanks.filter((blank) => !isGiven(blank));
  // Two blanks of the same figure in other signs: nobody can tell which is asked for.
  const figures = kept.map(({ start, end, number }) => `${wordsIn(text.slice(start, end))[0]}|${number}`);
  const sameFigure = new Set(figures.map((one) => one.split('|')[0])).size < new Set(figures).size;
  return sameFigure ? [] : renumbered(kept);
}

function renumbered(blanks: readonly Blank[]): Blank[] {
  const numbers = [...new Set(blanks.map(({ number }) => number))];
  return blanks.map((blank) => ({ ...blank, number: numbers.indexOf(blank.number) + 1 }));
}

/** A sentence that names all of its context needs no label. */
function labelNeeded(label: string, text: string): string {
  const words = new Set(wordsIn(text));
  const missing = wordsIn(label).filter(
    (word) => !words.has(word) && !/^(?:amazon|aws|the|of|and)$/.test(word),
  );
  return missing.length === 0 ? '' : label;
}
