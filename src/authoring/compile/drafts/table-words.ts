import { namesIn } from '../gazetteer.ts';
import { lowered } from '../sentences.ts';
import { isDoubt } from '../vocabulary.ts';

/** First cells that name no entity but a property: the columns are what is compared. */
export const propertyHeads =
  /^(?:|feature|property|attribute|aspect|criteri(?:on|a)|characteristic|parameter|comparison|topic|category|dimension|what|item|#|no\.?|-)$/i;

/** Heads of columns as they stand in a sentence. */
export const headWords = (head: string): string =>
  namesIn(head).length > 0
    ? head
    : head
        .replace(/[?:]+$/, '')
        .split(' ')
        .map(lowered)
        .join(' ');

/** "with its use case"; heads that are no nouns are put so that they can be read: "with when to use it". */
export function withIts(column: string): string {
  const head = headWords(column);
  if (/^when(?: to use)?(?: it)?$/i.test(head)) return 'with when to use it';
  if (/^(?:where|how|why)$/i.test(head)) return `with ${head} it is`;
  if (/^(?:for|good for|best for|used for)$/i.test(head)) return `with what it is ${head}`;
  if (/^(?:returns|reads|writes|stores|does|means|stands for|provides|checks|protects|covers)$/i.test(head))
    return `with what it ${head}`;
  if (/^\w+s by$/i.test(head)) return `with what it ${head}`;
  if (/^(?:\w+ed )?by$|^\w+ed \w+$|^(?:info|details?|what it does)$/i.test(head))
    return `with what belongs to it (${head})`;
  return `with its ${head}`;
}

/** What is asked of one row: "which port goes with …?", "when do you use …?", "what does … return?". */
export function askOf(column: string, name: string): string {
  const head = headWords(column);
  const who = `**${name.replace(/[*`]/g, '')}**`;
  if (/^when(?: to use)?(?: it)?$/i.test(head)) return `when do you use ${who}?`;
  if (/^(?:good |best |used |suited )?for$/i.test(head)) return `what is ${who} ${head}?`;
  if (/^(?:returns|reads|writes|stores|means|provides|checks|protects|covers)$|^\w+s by$/i.test(head))
    return `what does ${who} ${head.replace(/s(?=$| by$)/, '')}?`;
  if (/^stands for$/i.test(head)) return `what does ${who} stand for?`;
  if (!withIts(column).startsWith('with its ')) return `what belongs to ${who} (${head})?`;
  return `which ${head} ${/[^s]s$/.test(head) ? 'go' : 'goes'} with ${who}?`;
}

export const isPlainHead = (head: string): boolean => !propertyHeads.test(head) && !/\d/.test(head);

export const isEmpty = (cell: string) =>
  cell === '' ||
  /^\[[^[\]]*\]$/.test(cell) ||
  /^(?:-|\u2013|\u2014|n\/?a|\?+|tbd)$/i.test(cell) ||
  isDoubt(cell);
