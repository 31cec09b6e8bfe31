import type { FactOf } from '../facts/fact.ts';
import { inParts } from '../facts/procedure.ts';
import { capitalised } from '../sentences.ts';
import { labelWithout } from './basic.ts';
import { labelled, type Proposal } from './draft.ts';

/** Titles that say no more than that steps follow. */
const onlyAnnounces =
  /^(?:so )?(?:here (?:are|is) )?(?:the |below (?:is|are) (?:the )?)?(?:steps?|procedure|process|steps? (?:are|is)|follow(?:ing)?(?: the)? steps?)(?: (?:are|is|as follows|below))*$/i;

/** Steps to bring into order; more than nine become two cards or three. */
export function orderCards(fact: FactOf<'procedure'>): Proposal[] {
  const { title, steps, context, place, structure, quoted } = fact;
  const parts = inParts(steps);
  const short = title.length > 60 ? title.replace(/\s*\([^()]*\)/g, '') : title;
  const head = onlyAnnounces.test(short) || short.length > 120 ? '' : short;
  const label = labelWithout(context.label, head);
  // Steps of nothing in particular can be put in any order.
  if (label === '' && head === '') return [];
  return parts.map((part, index) => {
    const which = parts.length === 1 ? '' : ` (part ${index + 1} of ${parts.length})`;
    const ask =
      head === ''
        ? `put these steps in order${which}.`
        : `${capitalised(head)}: put the steps in order${which}.`;
    return {
      body: { kind: 'order', front: label === '' ? capitalised(ask) : labelled(label, ask), steps: part },
      ...{ context, place, structure, quoted },
      claim: part.join('; '),
      worth: 8,
    };
  });
}
