import type { contextMaker } from '../context.ts';
import { clean } from '../inline.ts';
import type { CodeNode, QuizNode, TableNode } from '../outline/outline.ts';
import { capitalised } from '../sentences.ts';
import { hasVerb } from '../vocabulary.ts';
import { factsInCode } from './code-facts.ts';
import { sentenceDefinition } from './definition.ts';
import { quizFact } from './questions.ts';
import type { Sink } from './sink.ts';

export type ContextOf = ReturnType<typeof contextMaker>;

/** A table is one fact: which cards it makes is seen from all of its rows. */
export function takeTable(node: TableNode, contextOf: ContextOf, sink: Sink): void {
  const tidy = (cells: readonly string[]) => cells.map((cell) => clean(cell).text.trim());
  const rows = node.rows.map(({ cells, line }) => ({ cells: tidy(cells), line }));
  const header = tidy(node.header.cells);
  if (rows.length === 0 || header.length < 2) {
    sink.ignore(node, 'fragment', header.join(' | '));
    return;
  }
  const base = { context: contextOf(node), structure: 'table' as const, quoted: false };
  sink.fact({ ...base, kind: 'table', header, rows, place: sink.place(node.line, node.endLine) });
}

/** Commands, policies and remarks in a code sample. */
export function takeCode(node: CodeNode, contextOf: ContextOf, sink: Sink): void {
  const found = factsInCode(node);
  const context = contextOf(node);
  for (const fact of found) {
    const place =
      fact.kind === 'policy' ? sink.place(node.line, node.endLine) : sink.place(fact.line, fact.line);
    const base = { context, place, quoted: false };
    if (fact.kind === 'doubt') sink.todo(place, fact.text);
    else if (fact.kind === 'command') sink.fact({ ...base, ...fact, structure: 'command' });
    else if (fact.kind === 'policy') sink.fact({ ...base, ...fact, structure: 'policy' });
    else {
      const said = sentenceDefinition(fact.note);
      const note = { ...base, structure: 'annotation' as const };
      if (said !== undefined)
        sink.fact({ ...note, ...said, kind: 'definition', meaning: capitalised(said.meaning) });
      else if (hasVerb(fact.note)) sink.fact({ ...note, kind: 'sentence', clean: clean(fact.note) });
      else sink.ignore(place, 'vague', fact.note);
    }
  }
  if (found.length === 0) sink.ignore(node, 'code', node.lines[0] ?? '');
}

/** A question that the notes ask themselves; one without an answer is a task of the writer. */
export function takeQuiz(node: QuizNode, contextOf: ContextOf, sink: Sink): void {
  const fact = quizFact(node.quiz);
  if (fact === undefined) {
    sink.todo(node, node.quiz.question);
    return;
  }
  const place = sink.place(node.line, node.endLine);
  sink.fact({ ...fact, context: contextOf(node), place, structure: 'question', quoted: false });
}
