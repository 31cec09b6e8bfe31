import { clean, wordsIn } from '../inline.ts';
import type { Node, TextNode } from '../outline/outline.ts';
import { withoutStop } from '../sentences.ts';
import { dependsOnBefore, hasVerb, isDoubt, isInstruction } from '../vocabulary.ts';
import { isCommand } from './command-line.ts';
import { definitionShape } from './definition.ts';

/** As many as can be named by heart. */
const longestList = 6;

const isName = ({ text, children }: TextNode, loose: boolean): boolean => {
  const words = clean(text).text;
  const count = wordsIn(words).length;
  if (count < 1 || count > (loose ? 14 : 8) || isDoubt(text)) return false;
  if (children.some((child) => child.kind === 'text') && (loose || count > 5)) return false;
  if (loose) return true;
  return (
    definitionShape(text) === undefined &&
    !isInstruction(words) &&
    !dependsOnBefore(words) &&
    !isCommand(words.replace(/`/g, '')) &&
    !(hasVerb(words) && (count > 5 || /^(?:is|are|can|has|have|will|must|only|not)\b/i.test(words))) &&
    !/^\d[\d.,]*\s*\S{0,4}$/.test(words)
  );
};

/** A head with two to six names below it; with `loose` the answers to a question may be short sentences. */
export function listIn(
  lead: string,
  nodes: readonly Node[],
  loose: boolean,
): { readonly items: string[] } | undefined {
  const items = nodes.filter((node): node is TextNode => node.kind === 'text' && node.from === 'item');
  if (items.length < 2 || items.length > longestList || items.length !== nodes.length) return undefined;
  if (!items.every((item) => isName(item, loose))) return undefined;
  const leadWords = wordsIn(clean(lead).text);
  if (
    leadWords.length < 1 ||
    leadWords.length > 26 ||
    /^(?:eg|e|ex|example|links?|demo|more)$/.test(leadWords[0] ?? '')
  )
    return undefined;
  const names = items.map(({ text }) => withoutStop(clean(text).text.replace(/[,;]?\s+(?:and|or)\s*$/i, '')));
  return new Set(names.map((name) => name.toLowerCase())).size === names.length
    ? { items: names }
    : undefined;
}
