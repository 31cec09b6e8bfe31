import { clean, wordsIn } from '../inline.ts';
import type { Quiz } from '../outline/block.ts';
import type { Node, TextNode } from '../outline/outline.ts';
import { isDoubt, isQuestion } from '../vocabulary.ts';
import type { Fact } from './fact.ts';
import { saysSequence } from './procedure.ts';

type Body<T> = T extends Fact ? Omit<T, 'context' | 'place' | 'structure' | 'quoted' | 'group'> : never;

/** More than this nobody answers by heart. */
const mostAnswerWords = 60;

const mostSteps = 12;

const interrogative =
  /^((?:what(?:'s)?|which|who|whose|when|where|why|how|can|could|does|do|did|is|are|should|must|will|may|in which|at which|on which|for what|was|wie|wo|wann|warum|welche[rsmn]?|wer) [^?]{5,160}\?)["')]{0,2}\s*(?:->|=>|[-\u2013\u2014:=])?\s*(\S.*)$/i;

/** `What is CORS? A browser …` on one line: the question, and what stands behind it. */
export function questionWithin(
  source: string,
): { readonly question: string; readonly answer: string } | undefined {
  const { text } = clean(source);
  const found = interrogative.exec(text.trim());
  if (found === null) return undefined;
  const [, question = '', answer = ''] = found;
  const count = wordsIn(answer).length;
  return count < 1 ||
    count > mostAnswerWords ||
    isQuestion(answer) ||
    isDoubt(answer) ||
    /^\([^()]*\)$/.test(answer)
    ? undefined
    : { question, answer };
}

/** What answers a question that stands above it: a text, or undefined where it takes more than one. */
export function answerBelow(nodes: readonly Node[]): TextNode | undefined {
  const [first, second] = nodes;
  if (first?.kind !== 'text' || first.children.length > 0 || isDoubt(first.text)) return undefined;
  // A list is an answer of another form; of a longer text the first paragraph is not the answer.
  if (second?.kind === 'text' && (first.from === 'item' || second.from === 'paragraph')) return undefined;
  const count = wordsIn(clean(first.text).text).length;
  return count >= 1 && count <= mostAnswerWords && !/[:?]$/.test(first.text) ? first : undefined;
}

/** The fact that a question with its answer or its options is; undefined where it is still open. */
export function quizFact({ question, answer, items, ordered, options }: Quiz): Body<Fact> | undefined {
  const [head = '', ...code] = question.split('\n');
  const asked = [clean(head).text.trim(), ...code].join('\n');
  if (wordsIn(asked).length < 1 || isDoubt(answer)) return undefined;
  if (options.length > 0) {
    const right = options.filter(({ correct }) => correct).length;
    const texts = options.map(({ text, correct }) => ({ text: clean(text).text.trim(), correct }));
    const differ = new Set(texts.map(({ text }) => text.toLowerCase())).size === texts.length;
    return right >= 1 && right < options.length && differ && texts.every(({ text }) => text !== '')
      ? { kind: 'options', question: asked, options: texts }
      : undefined;
  }
  const names = items.map((item) => clean(item).text.trim()).filter((item) => item !== '');
  if (ordered && saysSequence(asked) && names.length >= 3 && names.length <= mostSteps)
    return { kind: 'procedure', title: asked.replace(/\?$/, ''), steps: names, sequence: true };
  const said = names.length >= 2 ? names.map((name) => `- ${name}`).join('\n') : clean(answer).text.trim();
  const count = wordsIn(said).length;
  return count < 1 || count > 2 * mostAnswerWords
    ? undefined
    : { kind: 'answer', question: asked, answer: said, written: true };
}
