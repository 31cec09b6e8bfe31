import { clean, wordsIn } from '../inline.ts';
import type { Node, TextNode } from '../outline/outline.ts';
import { capitalised, sentencesOf, withoutStop } from '../sentences.ts';
import { isInstruction } from '../vocabulary.ts';

const longestStepChars = 140;

/** A step in as many words as a learner can put in order: its first sentence, without brackets; undefined where it is too long. */
export function stepText(source: string): string | undefined {
  const { text } = clean(source);
  let step = sentencesOf(text)[0] ?? text;
  step = step.replace(
    /[,:;]?\s*(?:(?:then|now|and) )?(?:you(?:'ll)? (?:will )?(?:have|get|see)|as (?:below|follows)|like (?:this|below))\b.*$/i,
    '',
  );
  // "[Click here](…) to sign in" without its link.
  if (/^\s*\[/.test(source)) step = step.replace(/^to /i, '');
  // A clause that points at another place of the notes.
  step = step.replace(/(?:,| and) [^,]*\b(?:above|below)\b[^,]*$/i, (clause) =>
    step.length - clause.length > 20 ? '' : clause,
  );
  step = withoutStop(step);
  if (step.length > longestStepChars) step = withoutStop(step.replace(/\s*\([^()]*\)/g, ''));
  if (step.length > longestStepChars) return undefined;
  return capitalised(step);
}

/** Ordered items that belong together although code or text stands between them: each number follows the one before. */
export function orderedRuns(nodes: readonly Node[]): TextNode[][] {
  const runs: TextNode[][] = [];
  let run: TextNode[] = [];
  for (const node of nodes) {
    if (node.kind !== 'text' || node.order === undefined) {
      // A list without numbers is another list; code and text between two steps are part of the first.
      if (node.kind === 'text' && node.from === 'item' && run.length > 0) {
        runs.push(run);
        run = [];
      }
      continue;
    }
    const last = run.at(-1)?.order;
    const follows =
      last === undefined || node.order === last + 1 || (node.order === last && (last === 0 || last === 1));
    if (!follows) {
      runs.push(run);
      run = [];
    }
    run.push(node);
  }
  runs.push(run);
  return runs.filter((one) => one.length >= 3);
}

/** "In the console, on the first tab, choose …" tells where before it tells what; a link that says "click here" is a step. */
const isStep = (source: string): boolean =>
  /^\[click/i.test(source) ||
  isInstruction(clean(source).text.replace(/^(?:in|on|at|from|under) (?:[^,]{2,60}, ){1,2}/i, ''));

/** Whether items tell what to do one after the other. Numbers alone do not make a procedure: facts are numbered too. */
export function isProcedure(items: readonly TextNode[], announced: boolean): boolean {
  const steps = items.filter(({ text }) => isStep(text)).length;
  const share = steps / items.length;
  return items[0]?.order === undefined ? share >= (announced ? 0.6 : 0.75) : share >= (announced ? 0.3 : 0.5);
}

/** Whether a step has steps below it. */
export const hasSteps = ({ children }: TextNode): boolean =>
  children.filter((child) => child.kind === 'text' && (child.order !== undefined || isStep(child.text)))
    .length >= 2;

/** Bullets have an order only where their head says so. */
export const saysOrder = (title: string): boolean =>
  /\b(?:steps?|procedure|how to|process|in (?:this )?order|sequence|one after (?:the other|another)|workflow|lifecycle)\b/i.test(
    title,
  );

/** Things that come one after the other, where their head says so: hooks, phases, "from cheap to dear". */
export const saysSequence = (title: string): boolean =>
  /\b(?:order|sequence|steps? (?:when|of)|phases?|stages|hooks?|life ?cycle|evaluation (?:order|logic)|timeline|reihenfolge|schritte|ablauf)\b|\b\w+ ?->|\bfrom \w+ to \w+|\bvon \w+ (?:zu|nach|bis) \w+/i.test(
    title,
  );

/** `A -> B -> C` or `A > B > C`: the stations of a way through a console. */
export function chainOf(source: string): string[] | undefined {
  if (!/->|\s>\s/.test(source)) return undefined;
  const { text } = clean(source.replace(/(?:^|\s)-+>(?=\s|$)/g, ' > '));
  const parts = text.split(/\s>\s/).map((part) => withoutStop(part.replace(/^[-\s]+/, '')));
  const fits =
    parts.length >= (source.includes('->') ? 3 : 4) &&
    parts.length <= 9 &&
    parts.every((part) => part !== '' && wordsIn(part).length <= 9);
  return fits && new Set(parts).size === parts.length ? parts : undefined;
}

/** Steps in halves or thirds where there are more than a card holds. */
export function inParts<T>(steps: readonly T[], most = 6): T[][] {
  const count = Math.ceil(steps.length / most);
  const size = Math.ceil(steps.length / count);
  return Array.from({ length: count }, (_, index) => steps.slice(index * size, (index + 1) * size)).filter(
    (part) => part.length >= 2,
  );
}
