import { contrastPattern } from '../contrasts.ts';
import { clean, linksIn, plain, wordsIn } from '../inline.ts';
import type { Node, TextNode } from '../outline/outline.ts';
import { sentencesOf } from '../sentences.ts';
import { isDoubt, isHypothetical, isQuestion } from '../vocabulary.ts';
import type { ContextOf } from './block-facts.ts';
import { definitionShape, howOf } from './definition.ts';
import { definitionFact } from './definition-fact.ts';
import type { Context } from './fact.ts';
import { namesListed } from './lists.ts';
import { answerBelow, questionWithin } from './questions.ts';
import type { Sink } from './sink.ts';

interface Given {
  readonly contextOf: ContextOf;
  readonly sink: Sink;
  /** What a line above has said already. */
  readonly spoken: Set<Node>;
  /** Takes down a list that answers a question. */
  readonly list: (lead: string, nodes: readonly Node[], context: Context) => readonly Node[];
  /** Takes down what is left of a text. */
  readonly again: (node: TextNode) => void;
}

/** Lines that are one fact with what stands below them: questions with their answers, terms with their meanings. */
export class Heads {
  readonly #io: Given;

  constructor(io: Given) {
    this.#io = io;
  }

  answer(question: string, below: TextNode, context: Context, line: number): readonly Node[] {
    const place = this.#io.sink.place(line, below.endLine);
    const base = { context, place, structure: 'question' as const, quoted: below.quoted };
    const answer = clean(below.text).text;
    this.#io.sink.fact({ ...base, kind: 'answer', question: plain(question), answer, written: true });
    return [below];
  }

  /** A question in a line, with its answer behind it or below it. */
  question(node: TextNode, source: string): boolean {
    const within = questionWithin(source);
    if (within !== undefined && (node.from === 'item' || node.line === node.endLine)) {
      const place = this.#io.sink.place(node.line, node.endLine);
      const base = {
        context: this.#io.contextOf(node),
        place,
        structure: 'question' as const,
        quoted: node.quoted,
      };
      this.#io.sink.fact({ ...base, kind: 'answer', ...within, written: true });
      return true;
    }
    if (!isQuestion(plain(source)) || definitionShape(source) !== undefined) return false;
    // A question with its answer below is a card by now; one without is a question of the writer.
    const below = answerBelow(node.children);
    if (node.children.length === 0) this.#io.sink.todo(node, plain(source));
    else if (below !== undefined)
      for (const one of this.answer(source, below, this.#io.contextOf(node), node.line))
        this.#io.spoken.add(one);
    else this.#io.list(source, node.children, this.#io.contextOf(node));
    return true;
  }

  /** `**Versioning**` with one text under it: the text says what it is. */
  term(node: TextNode, source: string): boolean {
    const [child, ...others] = node.children;
    const term = clean(source).text.replace(/[\s:]+$/, '');
    const isTerm =
      wordsIn(term).length <= 5 && !isHypothetical(term) && definitionShape(source) === undefined;
    if (child?.kind !== 'text' || others.length > 0 || child.children.length > 0) return false;
    const names = child.from === 'paragraph' ? namesListed(term, child.text) : undefined;
    if (names !== undefined) {
      const at = {
        place: this.#io.sink.place(node.line, child.endLine),
        structure: 'list' as const,
        quoted: false,
      };
      this.#io.sink.fact({
        ...at,
        context: this.#io.contextOf(node),
        kind: 'list',
        lead: term,
        items: names,
      });
      this.#io.spoken.add(child);
      return true;
    }
    // What has a subject or a figure of its own says more than what its head is.
    const speaks = definitionShape(child.text) !== undefined || /^(?:the\s|an?\s)?[`*]/i.test(child.text);
    const isFigure =
      child.from === 'item' &&
      (/\d/.test(child.text) || (wordsIn(child.text).length <= 4 && child.text.search(contrastPattern) >= 0));
    if (
      !isTerm ||
      speaks ||
      isFigure ||
      /^(?:prefer|use|avoid|see|do|don't|never|always)\b/i.test(child.text) ||
      hasOwnSubject(child.text)
    )
      return false;
    if (child.from === 'item' && !/^(?:\*\*|`)/.test(source) && wordsIn(child.text).length < 3) return false;
    const shape = definitionShape(`**${term}**: ${child.text}`);
    if (shape === undefined || isDoubt(child.text) || linksIn(child.text).length > 0) return false;
    const place = this.#io.sink.place(node.line, child.endLine);
    const [head = '', ...more] = sentencesOf(shape.meaning);
    const given = { context: this.#io.contextOf(node), place, quoted: child.quoted, children: 0 };
    const fact = definitionFact({ ...shape, how: howOf(shape.term, head) }, head, given);
    if (typeof fact === 'string') return false;
    this.#io.sink.fact(fact);
    this.#io.spoken.add(child);
    // What else is said there is said of the same.
    if (more.length > 0) this.#io.again({ ...child, text: more.join(' ') });
    return true;
  }
}

/** "The wait is long": a sentence about something else than the line above it. */
const hasOwnSubject = (text: string): boolean =>
  /^(?:the|an?|each|every|all|any|it|you|if|when)\s+(?:[\w-]+\s+){0,3}?(?:is|are|was|were|has|have|had|can|cannot|will|must|may|should|does|do)\b/i.test(
    text,
  );
