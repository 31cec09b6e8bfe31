import { contrastOf } from '../contrasts.ts';
import { clean, linksIn, plain, withoutLinks, wordsIn } from '../inline.ts';
import { type Node, type Section, sectionsOf, type TextNode } from '../outline/outline.ts';
import { isDoubt, isHypothetical, isQuestion, refersElsewhere } from '../vocabulary.ts';
import { type ContextOf, takeCode, takeQuiz, takeTable } from './block-facts.ts';
import type { Collected } from './collected.ts';
import type { Context, Structure } from './fact.ts';
import { groupKeys } from './groups.ts';
import { Heads } from './heads.ts';
import { hypotheticalNodes } from './hypothetical.ts';
import { enumerates, listIn, oneKind, pointsIn } from './lists.ts';
import {
  chainOf,
  hasSteps,
  isProcedure,
  orderedRuns,
  saysOrder,
  saysSequence,
  stepText,
} from './procedure.ts';
import { answerBelow } from './questions.ts';
import { Sink } from './sink.ts';
import { factsInText } from './text-facts.ts';

/** Walks an outline and takes down what it says: facts, doubts, and what is neither, with why. */
export function collectFacts(root: Section, file: string, contextOf: ContextOf): Collected {
  const sink = new Sink(file);
  const collector = new Collector(contextOf, sink);
  const sections = sectionsOf(root);
  const hypothetical = hypotheticalNodes(sections);
  for (const section of sections) collector.section(section, hypothetical);
  return sink.collected;
}

class Collector {
  readonly #contextOf: ContextOf;
  readonly #sink: Sink;
  /** What a line above has said already. */
  readonly #spoken = new Set<Node>();
  readonly #heads: Heads;

  constructor(contextOf: ContextOf, sink: Sink) {
    this.#contextOf = contextOf;
    this.#sink = sink;
    const list = (lead: string, nodes: readonly Node[], context: Context) =>
      this.#list(lead, nodes, context, 'question');
    this.#heads = new Heads({
      contextOf,
      sink,
      spoken: this.#spoken,
      list,
      again: (node) => this.#text(node, undefined),
    });
  }

  section(section: Section, hypothetical: ReadonlySet<Node>): void {
    const { title, line } = section;
    const nodes = section.nodes.filter((node) => !hypothetical.has(node));
    for (const node of section.nodes)
      if (hypothetical.has(node))
        this.#sink.ignore(node, 'hypothetical', node.kind === 'text' ? node.text : title);
    if (
      /^(?:useful )?(?:links?|references?|resources|sources|further reading|see also|bibliography)$/i.test(
        title,
      )
    ) {
      for (const node of nodes) this.#sink.ignore(node, 'link', node.kind === 'text' ? node.text : title);
      return;
    }
    if (title !== '' && isDoubt(title)) this.#sink.todo({ line, endLine: line }, title);
    if (title !== '') this.#sink.ignore({ line, endLine: line }, 'heading', title);
    // A heading that asks is answered by what stands below it.
    const first = nodes[0];
    let answered: readonly Node[] = [];
    if (isQuestion(title) && first !== undefined) {
      answered = this.#list(title, nodes, this.#contextOf(first, nodes), 'question');
      const below = answered.length > 0 ? undefined : answerBelow(nodes);
      if (below !== undefined)
        answered = this.#heads.answer(title, below, this.#contextOf(below), section.line);
    }
    this.#nodes(nodes, undefined, new Set(answered));
  }

  #nodes(nodes: readonly Node[], parent: TextNode | undefined, spoken: ReadonlySet<Node>): void {
    // A loop over a stack of lists: how deep notes are nested is up to whoever wrote them.
    const waiting: { nodes: readonly Node[]; parent: TextNode | undefined }[] = [{ nodes, parent }];
    for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
      const used = this.#together(level.nodes, level.parent);
      const groups = groupKeys(level.nodes, level.parent);
      for (const node of level.nodes) {
        if (node.kind === 'table') takeTable(node, this.#contextOf, this.#sink);
        else if (node.kind === 'code') takeCode(node, this.#contextOf, this.#sink);
        else if (node.kind === 'quiz') takeQuiz(node, this.#contextOf, this.#sink);
        else {
          if (!used.has(node) && !spoken.has(node) && !this.#spoken.has(node))
            this.#text(node, groups.get(node));
          if (node.children.length > 0 && !isHypothetical(node.text))
            waiting.push({ nodes: node.children, parent: node });
        }
      }
    }
  }

  /** What several items say together: a procedure, or a list of names. Returns the items that are spoken for. */
  #together(nodes: readonly Node[], parent: TextNode | undefined): Set<Node> {
    const used = new Set<Node>();
    const [first] = nodes;
    if (first === undefined) return used;
    const title = parent === undefined ? first.section.title : plain(parent.text);
    const announced = /\b(?:steps?|procedure|how to|process|lab|follow|in order)\b/i.test(title);
    const inSequence = saysSequence(title);
    for (const run of orderedRuns(nodes)) {
      if (inSequence || isProcedure(run, announced)) this.#procedure(run, parent, used, inSequence);
    }
    const items = nodes.filter((node): node is TextNode => node.kind === 'text' && node.from === 'item');
    const plainItems = items.filter((item) => item.order === undefined && !used.has(item));
    if (plainItems.length >= 3 && plainItems.length === items.length && isProcedure(plainItems, announced)) {
      const short = plainItems.every((item) => item.children.length === 0 && wordsIn(item.text).length <= 24);
      if (short && saysOrder(title)) this.#procedure(plainItems, parent, used);
    }
    if (used.size === 0) this.#names(nodes, parent, used);
    return used;
  }

  /** The kinds, parts or points that a head is followed by. */
  #names(nodes: readonly Node[], parent: TextNode | undefined, used: Set<Node>): void {
    const run = oneKind(nodes);
    const [first] = run;
    if (first === undefined) return;
    const lead = parent === undefined ? (first.section.label ? first.section.title : undefined) : parent.text;
    if (lead === undefined) return;
    const items = run.filter((node): node is TextNode => node.kind === 'text');
    const context = this.#contextOf(first, run);
    if (enumerates(lead, items)) {
      for (const node of this.#list(lead, run, context, 'list')) used.add(node);
    }
    const points =
      used.size > 0 || !context.hangs || context.cutOff || context.lab ? undefined : pointsIn(run);
    if (points === undefined) return;
    const [from, to] = [points.used[0] as TextNode, points.used.at(-1) as TextNode];
    const place = this.#sink.place(from.line, to.endLine);
    const base = { context, place, structure: 'list' as const, quoted: false };
    this.#sink.fact({ ...base, kind: 'list', lead: context.subject, items: points.items, points: true });
    for (const node of points.used) used.add(node);
  }

  #list(lead: string, nodes: readonly Node[], context: Context, structure: Structure): readonly Node[] {
    const list = listIn(lead, nodes, structure === 'question');
    if (list === undefined || isDoubt(lead)) return [];
    const [first, last] = [nodes[0] as Node, nodes.at(-1) as Node];
    const base = { context, place: this.#sink.place(first.line, last.endLine), structure, quoted: false };
    if (structure === 'question' || isQuestion(plain(lead))) {
      const answer = list.items.map((item) => `- ${item}`).join('\n');
      this.#sink.fact({ ...base, structure: 'question', kind: 'answer', question: plain(lead), answer });
    } else this.#sink.fact({ ...base, kind: 'list', lead: clean(lead).text, items: list.items });
    return nodes;
  }

  #procedure(
    items: readonly TextNode[],
    parent: TextNode | undefined,
    used: Set<Node>,
    sequence = false,
  ): void {
    const clear = items.filter(({ text }) => !isDoubt(text));
    const texts = clear.map(({ text }) => stepText(text));
    const steps = [
      ...new Set(texts.filter((step) => step !== undefined && wordsIn(step).length >= 1)),
    ] as string[];
    // A step that had to be cut, or that has steps of its own, is not the step that the notes tell.
    const isWhole =
      !texts.includes(undefined) && !items.some(hasSteps) && !items.some(({ text }) => refersElsewhere(text));
    if (steps.length < 3 || clear.length < items.length || !isWhole) return;
    const [first, last] = [items[0] as TextNode, items.at(-1) as TextNode];
    const context = this.#contextOf(first, items);
    const title = parent === undefined ? '' : plain(parent.text).replace(/[:.\s]+$/, '');
    const place = this.#sink.place(first.line, last.endLine);
    this.#sink.fact({
      kind: 'procedure',
      ...{ title, steps, context, place },
      ...(sequence ? { sequence } : {}),
      structure: 'procedure',
      quoted: false,
    });
    for (const item of items) used.add(item);
  }

  #text(node: TextNode, group: string | undefined): void {
    const at = { line: node.line, endLine: node.endLine };
    const source = node.text.replace(/^\[[xX]\]\s+/, '').replace(/^\[LEGACY\]\s*/i, '');
    if (isDoubt(source)) {
      this.#sink.todo(at, plain(source));
      return;
    }
    const words = wordsIn(plain(withoutLinks(source)));
    if (words.length === 0 || (linksIn(source).length > 0 && words.length <= 4)) {
      this.#sink.ignore(at, linksIn(source).length > 0 ? 'link' : 'fragment', source);
      return;
    }
    // A word or two above a list of its own is a chapter.
    if (words.length <= 2 && contrastOf.has(words.join(' ')) && node.children.length > 0) {
      this.#sink.ignore(at, 'fragment', source);
      return;
    }
    if (this.#heads.question(node, source) || this.#heads.term(node, source)) return;
    const context = this.#contextOf(node);
    const chain = chainOf(source);
    if (chain !== undefined && context.lab && !source.includes('->')) {
      this.#sink.ignore(at, 'instruction', source);
      return;
    }
    if (chain !== undefined) {
      const base = {
        context,
        place: this.#sink.place(node.line, node.endLine),
        structure: 'procedure' as const,
        quoted: false,
      };
      // "To encrypt a database: snapshot -> copy -> restore" says what the steps are for.
      const aim = /^((?:how )?to [^:]{5,70}):\s+(\S.*)$/i.exec(chain[0] ?? '');
      const [title, steps] = aim === null ? ['', chain] : [aim[1] ?? '', [aim[2] ?? '', ...chain.slice(1)]];
      this.#sink.fact({ kind: 'procedure', title, steps, ...base });
      return;
    }
    const place = this.#sink.place(node.line, node.endLine);
    const { facts, ignored } = factsInText(node, source, {
      context,
      place,
      ...(group === undefined ? {} : { group }),
    });
    for (const fact of facts) this.#sink.fact(fact);
    for (const { why, text } of ignored) this.#sink.ignore(at, why, text);
  }
}
