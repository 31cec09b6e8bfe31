import type { contextMaker } from '../context.ts';
import { clean, linksIn, plain, withoutLinks, wordsIn } from '../inline.ts';
import {
  type CodeNode,
  type Node,
  type Section,
  sectionsOf,
  type TableNode,
  type TextNode,
} from '../outline/outline.ts';
import type { Place } from '../place.ts';
import { capitalised } from '../sentences.ts';
import { hasVerb, isDoubt, isHypothetical, isQuestion, refersElsewhere } from '../vocabulary.ts';
import { factsInCode } from './code-facts.ts';
import type { Collected } from './collected.ts';
import { definitionShape, sentenceDefinition } from './definition.ts';
import type { Context, NoCard, Structure } from './fact.ts';
import { groupKey } from './groups.ts';
import { hypotheticalNodes } from './hypothetical.ts';
import { listIn } from './lists.ts';
import { chainOf, hasSteps, isProcedure, orderedRuns, saysOrder, stepText } from './procedure.ts';
import { factsInText } from './text-facts.ts';

type ContextOf = ReturnType<typeof contextMaker>;

/** Walks an outline and takes down what it says: facts, doubts, and what is neither, with why. */
export function collectFacts(root: Section, file: string, contextOf: ContextOf): Collected {
  const collected: Collected = { facts: [], todos: [], ignored: [] };
  const collector = new Collector(file, contextOf, collected);
  const sections = sectionsOf(root);
  const hypothetical = hypotheticalNodes(sections);
  for (const section of sections) collector.section(section, hypothetical);
  return collected;
}

class Collector {
  readonly #file: string;
  readonly #contextOf: ContextOf;
  readonly #out: Collected;

  constructor(file: string, contextOf: ContextOf, out: Collected) {
    this.#file = file;
    this.#contextOf = contextOf;
    this.#out = out;
  }

  section(section: Section, hypothetical: ReadonlySet<Node>): void {
    const { title, line } = section;
    const nodes = section.nodes.filter((node) => !hypothetical.has(node));
    for (const node of section.nodes)
      if (hypothetical.has(node))
        this.#ignore(node, 'hypothetical', node.kind === 'text' ? node.text : title);
    if (
      /^(?:useful )?(?:links?|references?|resources|sources|further reading|see also|bibliography)$/i.test(
        title,
      )
    ) {
      for (const node of nodes) this.#ignore(node, 'link', node.kind === 'text' ? node.text : title);
      return;
    }
    if (title !== '' && isDoubt(title)) this.#todo({ line, endLine: line }, title);
    const place = { file: this.#file, line, endLine: line };
    if (title !== '') this.#out.ignored.push({ place, why: 'heading', text: title });
    // A heading that asks is answered by the list below it.
    const first = nodes[0];
    let answered: readonly Node[] = [];
    if (isQuestion(title) && first !== undefined)
      answered = this.#list(title, nodes, this.#contextOf(first, nodes), 'question');
    this.#nodes(nodes, undefined, new Set(answered));
  }

  #nodes(nodes: readonly Node[], parent: TextNode | undefined, spoken: ReadonlySet<Node>): void {
    // A loop over a stack of lists: how deep notes are nested is up to whoever wrote them.
    const waiting: { nodes: readonly Node[]; parent: TextNode | undefined }[] = [{ nodes, parent }];
    for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
      const used = this.#together(level.nodes, level.parent);
      const group = groupKey(level.nodes, level.parent);
      for (const node of level.nodes) {
        if (node.kind === 'table') this.#table(node);
        else if (node.kind === 'code') this.#code(node);
        else {
          if (!used.has(node) && !spoken.has(node)) this.#text(node, group);
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
    for (const run of orderedRuns(nodes)) if (isProcedure(run, announced)) this.#procedure(run, parent, used);
    const items = nodes.filter((node): node is TextNode => node.kind === 'text' && node.from === 'item');
    const plainItems = items.filter((item) => item.order === undefined && !used.has(item));
    if (plainItems.length >= 3 && plainItems.length === items.length && isProcedure(plainItems, announced)) {
      const short = plainItems.every((item) => item.children.length === 0 && wordsIn(item.text).length <= 24);
      if (short && saysOrder(title)) this.#procedure(plainItems, parent, used);
    }
    if (used.size === 0) {
      const lead =
        parent === undefined ? (first.section.label ? first.section.title : undefined) : parent.text;
      if (lead !== undefined)
        for (const node of this.#list(lead, nodes, this.#contextOf(first, nodes), 'list')) used.add(node);
    }
    return used;
  }

  #list(lead: string, nodes: readonly Node[], context: Context, structure: Structure): readonly Node[] {
    const list = listIn(lead, nodes, structure === 'question');
    if (list === undefined || isDoubt(lead)) return [];
    const [first, last] = [nodes[0] as Node, nodes.at(-1) as Node];
    const place = this.#place(first.line, last.endLine);
    const base = { context, place, structure, quoted: false };
    if (structure === 'question' || isQuestion(plain(lead))) {
      const answer = list.items.map((item) => `- ${item}`).join('\n');
      this.#out.facts.push({ ...base, structure: 'question', kind: 'answer', question: plain(lead), answer });
    } else this.#out.facts.push({ ...base, kind: 'list', lead: clean(lead).text, items: list.items });
    return nodes;
  }

  #procedure(items: readonly TextNode[], parent: TextNode | undefined, used: Set<Node>): void {
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
    const place = this.#place(first.line, last.endLine);
    this.#out.facts.push({
      kind: 'procedure',
      title,
      steps,
      context,
      place,
      structure: 'procedure',
      quoted: false,
    });
    for (const item of items) used.add(item);
  }

  #text(node: TextNode, group: string | undefined): void {
    const at = { line: node.line, endLine: node.endLine };
    const source = node.text.replace(/^\[[xX]\]\s+/, '').replace(/^\[LEGACY\]\s*/i, '');
    if (isDoubt(source)) {
      this.#todo(at, plain(source));
      return;
    }
    const words = wordsIn(plain(withoutLinks(source)));
    if (words.length === 0 || (linksIn(source).length > 0 && words.length <= 4)) {
      this.#ignore(at, linksIn(source).length > 0 ? 'link' : 'fragment', source);
      return;
    }
    if (isQuestion(plain(source)) && definitionShape(source) === undefined) {
      // A question with its answer below is a card by now; one without is a question of the writer.
      if (node.children.length === 0) this.#todo(at, plain(source));
      else for (const _ of this.#list(source, node.children, this.#contextOf(node), 'question')) break;
      return;
    }
    const context = this.#contextOf(node);
    const chain = chainOf(source);
    if (chain !== undefined && context.lab && !source.includes('->')) {
      this.#ignore(at, 'instruction', source);
      return;
    }
    if (chain !== undefined) {
      const base = {
        context,
        place: this.#place(node.line, node.endLine),
        structure: 'procedure' as const,
        quoted: false,
      };
      this.#out.facts.push({ kind: 'procedure', title: '', steps: chain, ...base });
      return;
    }
    const place = this.#place(node.line, node.endLine);
    const { facts, ignored } = factsInText(node, source, {
      context,
      place,
      ...(group === undefined ? {} : { group }),
    });
    for (const fact of facts) this.#out.facts.push(fact);
    for (const { why, text } of ignored) this.#ignore(at, why, text);
  }

  #table(node: TableNode): void {
    const place = this.#place(node.line, node.endLine);
    const tidy = (cells: readonly string[]) => cells.map((cell) => clean(cell).text.trim());
    const rows = node.rows.map(({ cells, line }) => ({ cells: tidy(cells), line }));
    const header = tidy(node.header.cells);
    if (rows.length === 0 || header.length < 2) {
      this.#ignore(node, 'fragment', header.join(' | '));
      return;
    }
    const context = this.#contextOf(node);
    this.#out.facts.push({ kind: 'table', header, rows, context, place, structure: 'table', quoted: false });
  }

  #code(node: CodeNode): void {
    const found = factsInCode(node);
    const context = this.#contextOf(node);
    for (const fact of found) {
      const place =
        fact.kind === 'policy' ? this.#place(node.line, node.endLine) : this.#place(fact.line, fact.line);
      const base = { context, place, quoted: false };
      if (fact.kind === 'doubt') this.#todo(place, fact.text);
      else if (fact.kind === 'command') this.#out.facts.push({ ...base, ...fact, structure: 'command' });
      else if (fact.kind === 'policy') this.#out.facts.push({ ...base, ...fact, structure: 'policy' });
      else {
        const said = sentenceDefinition(fact.note);
        const note = { ...base, structure: 'annotation' as const };
        if (said !== undefined)
          this.#out.facts.push({ ...note, ...said, kind: 'definition', meaning: capitalised(said.meaning) });
        else if (hasVerb(fact.note))
          this.#out.facts.push({ ...note, kind: 'sentence', clean: clean(fact.note) });
        else this.#ignore(place, 'vague', fact.note);
      }
    }
    if (found.length === 0) this.#ignore(node, 'code', node.lines[0] ?? '');
  }

  #place(line: number, endLine: number): Place {
    return { file: this.#file, line, endLine };
  }

  #todo({ line, endLine }: { line: number; endLine: number }, text: string): void {
    this.#out.todos.push({ place: this.#place(line, endLine), text: text.slice(0, 200) });
  }

  #ignore({ line, endLine }: { line: number; endLine: number }, why: NoCard, text: string): void {
    this.#out.ignored.push({ place: this.#place(line, endLine), why, text: text.slice(0, 120) });
  }
}
