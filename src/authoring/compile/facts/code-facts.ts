import type { CodeNode } from '../outline/outline.ts';
import { dependsOnBefore, isAim, isDoubt, isInstruction, refersElsewhere } from '../vocabulary.ts';
import { isCommand } from './command-line.ts';
import { readPolicy } from './policy.ts';

export type CodeFact =
  | { readonly kind: 'command'; readonly task: string; readonly command: string; readonly line: number }
  | {
      readonly kind: 'policy';
      readonly code: string;
      readonly answer: string;
      /** A remark on the policy that stands within its code. */
      readonly note?: string;
      readonly line: number;
    }
  | { readonly kind: 'annotation'; readonly code: string; readonly note: string; readonly line: number }
  | { readonly kind: 'doubt'; readonly text: string; readonly line: number };

/** A comment behind code: `"Principal": { // <--- only trust policies have one`. */
const trailingComment = /^(.*?\S)\s+(?:\/\/|#)\s*(?:<-+)?\s*(\S.{3,300})$/;

interface Read {
  readonly code: string;
  readonly comment?: string;
}

function readLine(text: string): Read {
  const whole = /^\s*(?:\/\/|#(?!!))+\s*(?:<-+)?\s*(.*)$/.exec(text);
  if (whole !== null) return { code: '', comment: whole[1] ?? '' };
  // A web address holds "//" and an anchor "#": a comment has a blank before it.
  const match = text.length > 600 ? null : trailingComment.exec(text);
  const comment = (match?.[2] ?? '').replace(/^[-<#/\s]+/, '');
  return match === null || comment === '' ? { code: text } : { code: match[1] ?? '', comment };
}

const isTask = (comment: string): boolean => {
  const words = comment.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 22 &&
    isAim(comment.replace(/^(?:to|how to)\s+/i, '')) &&
    /[a-z]{3}/i.test(comment) &&
    !isDoubt(comment) &&
    !/\b(?:again|above|below)\b|\.{3,}/i.test(comment) &&
    !/^[-=*#]+$/.test(comment)
  );
};

/** A comment that says something of its own, and not of the lines around it. */
const isRemark = (comment: string): boolean =>
  comment.split(/\s+/).length >= 5 &&
  !isDoubt(comment) &&
  !dependsOnBefore(comment) &&
  !refersElsewhere(comment) &&
  !isInstruction(comment) &&
  !/\b(?:below|above|default user)\b/i.test(comment);

/** What a code sample says: commands under a comment, the meaning of a policy, notes at the end of lines. */
export function factsInCode(node: CodeNode): CodeFact[] {
  const facts: CodeFact[] = [];
  const lines = node.lines.map(readLine);
  const isShell = lines.some(({ code }) => isCommand(code));
  const isScript = /^#!/.test(node.lines[0] ?? '');
  let task: string | undefined;
  let taken = false;
  lines.forEach(({ code, comment }, index) => {
    const line = node.line + 1 + index;
    if (comment !== undefined && isDoubt(comment)) facts.push({ kind: 'doubt', text: comment, line });
    if (code.trim() === '') {
      // The lines of one comment belong together; a blank line parts a comment from what follows.
      task = comment === undefined || comment === '' ? undefined : comment;
      taken = false;
      return;
    }
    if (isScript) return;
    if (isShell && isCommand(code)) {
      const multi = code.trimEnd().endsWith('\\');
      const inline = comment !== undefined && isTask(comment) && !/^<-/.test(comment) ? comment : undefined;
      if (!multi && task !== undefined && isTask(task) && !taken) {
        facts.push({ kind: 'command', task, command: code.trim(), line });
        taken = true;
      } else if (!multi && inline !== undefined)
        facts.push({ kind: 'command', task: inline, command: code.trim(), line });
      return;
    }
    if (comment !== undefined && !isShell && isRemark(comment) && !/^\s*\|/.test(code)) {
      facts.push({ kind: 'annotation', code: code.trim(), note: comment, line });
    }
  });
  const code = lines
    .filter((one) => one.code.trim() !== '')
    .map((one) => one.code)
    .join('\n');
  const policy = readPolicy(code);
  if (policy !== undefined) {
    const { answer, json } = policy;
    const [above] = lines.filter(
      (one) => one.code === '' && one.comment !== undefined && isRemark(one.comment),
    );
    const note = above?.comment === undefined ? {} : { note: above.comment };
    facts.push({ kind: 'policy', code: json, answer, line: node.line, ...note });
  }
  return facts;
}
