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
    .replace(
      /^(?:(?:so|here are|these are|the|below are) )*(?:how to|(?:the )?(?:steps?|procedure|process|way) (?:to|for)|in order to|to|demo:|lab:)\s+/i,
      '',
    )
    .replace(
      /(?:,? (?:follow|do|take|in) (?:the(?:se)?|this) (?:following )?(?:steps?|order)|,? (?:the )?steps(?: are)?)?[\s:.]*$/i,
      '',
    )
    .trim();
  const count = wordsIn(words).length;
  if (count < 2 || words.length > 80 || /[,;]|\b(?:that|which|will|you|we)\b/i.test(words)) return undefined;
  if (isAim(words)) return `to ${lowered(words)}`;
  if (/^[A-Za-z]{3,}ing (?!of\b)/.test(words)) return `of ${lowered(words)}`;
  return /\b(?:installation|set-?up|deployment|migration|configuration|creation|procedure|workflow|lifecycle|process)$/i.test(
    words,
  )
    ? `of the ${lowered(words)}`
    : undefined;
}

/** Steps to bring into order; more than six become two cards. Without a goal they can be put in any order. */
export function orderCards(fact: FactOf<'procedure'>): Proposal[] {
  const { title, steps, context, place, structure, quoted } = fact;
  const head = title === '' ? context.subject : title;
  const goal = goalOf(head) ?? (title === '' ? undefined : goalOf(context.subject));
  if (goal === undefined || steps.length > mostSteps) return [];
  const named = goalOf(head) === undefined ? context.subject : head;
  const label = labelWithout(context.label, named);
  const parts = inParts(steps);
  return parts.map((part, index) => {
    const which = parts.length === 1 ? '' : ` (part ${index + 1} of ${parts.length})`;
    return {
      body: { kind: 'order', front: labelled(label, `order the steps ${goal}${which}.`), steps: part },
      ...{ context, place, structure, quoted },
      claim: part.join('; '),
      worth: 8,
    };
  });
}
