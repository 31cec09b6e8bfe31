import { contrastPattern } from '../contrasts.ts';
import type { Context, FactOf } from '../facts/fact.ts';
import { wordsIn } from '../inline.ts';
import { capitalised, lowered } from '../sentences.ts';
import { hasVerb } from '../vocabulary.ts';
import { labelled, type Proposal } from './draft.ts';
import type { Target } from './highlights.ts';
import { targetsIn } from './targets.ts';

/** Numbers are asked for each on its own card, up to so many a sentence. */
const mostBlanks = 3;

const mostWordsAround = 36;

/** A sentence with a blank where something certain stands; undefined where nothing in it is certain. */
export function clozeOf(fact: FactOf<'sentence'>): Proposal | undefined {
  const { clean, context, place, structure, quoted } = fact;
  // Anki's own notation: the writer has made the blanks; half of it would be read as one.
  if (/\{\{|\}\}/.test(clean.text)) return blanksOfWriter(fact);
  if (context.label === '' && !hasVerb(clean.text)) return undefined;
  const lead = clean.text.length - clean.text.trimStart().length;
  const text = clean.text.trim();
  const shifted = {
    text,
    spans: clean.spans.map((span) => ({ ...span, start: span.start - lead, end: span.end - lead })),
  };
  const targets = targetsIn(shifted, context.label, context.hangs);
  const [best] = targets;
  if (best === undefined || best.worth < (context.lab ? 8 : worthNeeded(text, context))) return undefined;
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

/** `Deregistration delay: default 300 seconds` asks for no definition, but for its figure. */
export function figureCard(fact: FactOf<'definition'>): Proposal | undefined {
  const { term, meaning, how, context, ...base } = fact;
  if (
    how === 'leads' ||
    wordsIn(meaning).length > 14 ||
    !(/\d/.test(meaning) || meaning.search(contrastPattern) >= 0)
  )
    return undefined;
  const text = `${term}: ${lowered(meaning)}`;
  const card = clozeOf({
    ...base,
    context: { ...context, hangs: true },
    kind: 'sentence',
    clean: { text, spans: [] },
  });
  // Only a figure or one word of two is asked for in it.
  return card !== undefined && card.worth >= 8.5 ? card : undefined;
}

/** A text without a verb is a list of words: only a number in it is sure, and below a name also one word of two. */
function worthNeeded(text: string, { hangs, label }: Context): number {
  if (hasVerb(text)) return 4;
  if (hangs) return 8.5;
  if (label !== '' && saysWhat.test(text)) return 8.5;
  return wordsIn(text).length >= 4 && !/^\W*\d/.test(text) ? 9 : 11;
}

/** What a figure is: the most, the default, an amount of something. */
const saysWhat =
  /\b(?:default|max(?:imum)?|min(?:imum)?|up to|at most|at least|per|retention|timeout|limit|size|larger|longer|every|within|between)\b/i;

function blanksOfWriter({
  clean,
  context,
  place,
  structure,
  quoted,
}: FactOf<'sentence'>): Proposal | undefined {
  const text = clean.text.trim();
  const open = text.replace(/\{\{c[1-9]::[^{}:]{1,120}(?:::[^{}:]{1,60})?\}\}/g, ' ');
  if (/[{}]{2}/.test(open) || open === text || wordsIn(open).length < 2) return undefined;
  const bare = text.replace(/\{\{c\d::([^{}:]*)(?:::[^{}:]*)?\}\}/g, '$1');
  const shown = labelled(labelNeeded(context.label, bare), /[.!?]$/.test(text) ? text : `${text}.`);
  return {
    body: { kind: 'cloze', text: shown },
    ...{ context, place, structure, quoted },
    claim: bare,
    worth: 9,
  };
}

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
  const isMarked = best.worth >= 12;
  if (isMarked || isNumber(answerOf(best))) {
    for (const other of targets) {
      const answer = answerOf(other);
      if (
        other === best ||
        (!isMarked && !isNumber(answer)) ||
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
