import type { FactOf } from '../facts/fact.ts';
import { inParts } from '../facts/procedure.ts';
import { wordsIn } from '../inline.ts';
import { lowered } from '../sentences.ts';
import { isAim } from '../vocabulary.ts';
import { labelWithout } from './basic.ts';
import { labelled, type Proposal } from './draft.ts';

/** More steps than two cards hold are a log of an afternoon. */
const mostSteps = 12;

/** What the steps lead to, as the head of them says it: `create a role`, `the installation`; undefined where it says nothing. */
export function goalOf(title: string): string | undefined {
  const words = title
    .replace(/\s*\([^()]*\)/g, '')
    // "If you want to delete a table, do the following", "Follow these steps to restore a snapshot".
    .replace(/^(?:if|when) (?:you|we|i) (?:want|need|have|would like) to\s+/i, 'to ')
    .replace(
      /^(?:please )?(?:follow|do|take) (?:the(?:se)?|this) (?:following )?(?:steps?|order) (?=(?:in order )?to\b)/i,
      '',
    )
    .replace(
      /^(?:(?:so|here are|these are|the|below are) )*(?:how to|(?:the )?(?:steps?|procedure|process|way) (?:to|for)|in order to|to|demo:|lab:|checklist:|recipe:|guide:|task:)\s+/i,
      '',
    )
    .replace(
      /(?:,? (?:follow|do|take|in|these are|here are) (?:the(?:se)?|this) (?:following )?(?:steps?|order)|,? (?:please )?do (?:the following|this)|,? (?:the )?steps(?: are)?)?[\s:.]*$/i,
      '',
    )
    .trim();
  const when = /^steps? (when .{6,70})$/i.exec(title.replace(/[\s:.]+$/, ''));
  if (when !== null) return when[1];
  const count = wordsIn(words).length;
  if (
    count < 2 ||
    words.length > 80 ||
    /[,;]|\b(?:that|which|will|you|we)\b|\b(?:these|those|this|them|following|below|steps)$/i.test(words)
  )
    return undefined;
  if (isAim(words) || /^how to\s/i.test(title)) return `to ${lowered(words)}`;
  if (/^[A-Za-z]{3,}ing (?!of\b)/.test(words)) return `of ${lowered(words)}`;
  return /\b(?:installation|set-?up|deployment|migration|configuration|creation|procedure|workflow|lifecycle|process)$/i.test(
    words,
  )
    ? `of the ${lowered(words)}`
    : undefined;
}

/** "Hooks (in-place, order!)" says that there is an order; the card asks for it. */
const withoutOrderSign = (head: string): string =>
  head
    .replace(/[,\s]*\b(?:in )?order!?(?=\)|\s*$)/i, '')
    .replace(/\s*\(\s*\)/, '')
    .trim() || head;

const inOrder = (head: string): string =>
  /^(?:what|which|how|in which|in what)\b/i.test(head)
    ? `${lowered(head)}? Put in order`
    : `put in order: ${withoutOrderSign(head)}`;

/** A lead that names nothing of its own: what its heading says is what the steps are for. */
const saysNothing = (title: string): boolean =>
  title === '' ||
  /^(?:(?:the|these|following|follow|do|here|are|is|this|it|how|we|you|in|as|all|main|basic|follows|necessary|required|steps?|procedure|instructions?|process|order|to|done|works?) ?)+$/i.test(
    wordsIn(title).join(' '),
  );

/** Steps to bring into order; more than six become two cards. Without a goal they can be put in any order. */
export function orderCards(fact: FactOf<'procedure'>): Proposal[] {
  const { title, steps, sequence = false, context, place, structure, quoted } = fact;
  const above = context.label.split(' / ').filter((part) => !saysNothing(part));
  const head = saysNothing(title) ? (above.at(-1) ?? '') : title;
  const goal = goalOf(head);
  if ((goal === undefined && !sequence) || steps.length > mostSteps) return [];
  const label = labelWithout(above.join(' / '), head);
  const asked = goal === undefined ? inOrder(head) : `order the steps ${goal}`;
  const parts = inParts(steps);
  return parts.map((part, index) => {
    const which = parts.length === 1 ? '' : ` (part ${index + 1} of ${parts.length})`;
    return {
      body: { kind: 'order', front: labelled(label, `${asked}${which}.`), steps: part },
      ...{ context, place, structure, quoted },
      claim: part.join('; '),
      worth: 8,
    };
  });
}
