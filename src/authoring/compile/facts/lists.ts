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

/** Heads that announce kinds or parts, so that whatever stands below is one of them. */
const announcing =
  /\b(?:types|kinds|modes|classes|options|categories|sections|levels|policies|use cases|engines|models|tiers|strategies|pillars|perspectives|states|phases|components|parts|elements|attributes|protocols|targets|sources|services|entities|benefits|advantages|disadvantages|drawbacks|pros|cons|formats|methods|ways|features|events|triggers|metrics|endpoints|fields|properties|principles|languages|runtimes|arten|typen|bestandteile)\b(?:\s*\([^()]*\))?(?: einer? \w+)?$/i;

const countWord = /\b(?:two|three|four|five|six|seven|[2-7]|all|several|different|following|many)\b/i;

/** "An object has", "It supports", "There are three": the names below end the sentence. */
const opens =
  /\b(?:has|have|are|is|includes?|supports?|consists? of|contains?|provides?|offers?|of|as|on|with|by|to|like)$/i;

const isPluralHead = (head: string): boolean =>
  /(?:[^s]s|ies)$/.test((head.split(/\s+/).at(-1) ?? '').replace(/[^\w]/g, ''));

/** A remark or a property, as against a name: "max 5 GB", "not for critical jobs", "stored in a bucket". */
const isRemark = (text: string): boolean =>
  /\d\s?(?:%|[a-z]{1,7}\b)|^\d|^(?:no|not|only|max|min|up to|at most|at least|default|must|can|needs?|is|are|has|have|free|globally|automatically|by default|good|best|very|recommended|required)\b/i.test(
    text,
  ) || /^[a-z]+(?:ed|able|ly|ous|al)\b/.test(text);

/** Words that head a chapter of a list, and are none of its names. */
const isChapter = (text: string): boolean =>
  /^(?:types?|kinds?|evaluation|limits?|use cases?|pricing|costs?|basics?|lab|examples?|notes?|pros|cons|ttl|view types|errors?)$/i.test(
    text,
  );

/** Whether a head calls for names, and these are names. */
export function enumerates(lead: string, items: readonly TextNode[]): boolean {
  const head = clean(lead).text.replace(/[\s:.]+$/, '');
  const texts = items.map(({ text }) => clean(text).text.trim());
  if (texts.some(isChapter)) return false;
  if (announcing.test(head) || countWord.test(head) || /\?$/.test(head)) return true;
  if (texts.some(isRemark)) return false;
  if (opens.test(head) || (hasVerb(head) && wordsIn(head).length >= 4)) return true;
  const parted = items.filter(({ children }) => children.length > 0).length;
  return (
    isPluralHead(head) &&
    (parted === 0 || parted === items.length) &&
    texts.every((text) => /^[\p{Lu}`\d]/u.test(text))
  );
}

/** A head with two to six names below it; with `loose` the answers to a question may be short sentences. */
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

/** Two to four remarks on one thing, none of which stands alone: they are asked for together. */
export function pointsIn(
  nodes: readonly Node[],
): { readonly items: string[]; readonly used: TextNode[] } | undefined {
  const all = nodes.filter((node): node is TextNode => node.kind === 'text' && node.from === 'item');
  if (all.length !== nodes.length || all.length < 2 || all.length > 5) return undefined;
  const isPoint = ({ text, children, order }: TextNode) => {
    const words = clean(text).text;
    const count = wordsIn(words).length;
    return (
      order === undefined &&
      children.length === 0 &&
      count >= 2 &&
      count <= 9 &&
      definitionShape(text) === undefined &&
      !/\d/.test(words.replace(/`[^`]*`|\b[A-Z]\w*\d\w*/g, '')) &&
      !/[:?]|->|https?:/.test(words) &&
      !isDoubt(text) &&
      !isInstruction(words) &&
      !(hasVerb(words) && count > 6) &&
      !dependsOnBefore(words.replace(/^no\b/i, '')) &&
      !isChapter(words)
    );
  };
  const used = all.filter(isPoint);
  // A child with children of its own is a chapter: what is said there is not said here.
  if (used.length < 2 || used.length > 4 || all.some(({ children }) => children.length > 0)) return undefined;
  const items = used.map(({ text }) => withoutStop(clean(text).text));
  return new Set(items.map((item) => item.toLowerCase())).size === items.length ? { items, used } : undefined;
}

/** `Throughput modes: Bursting, Provisioned, Elastic`: the names behind a head that is a plural. */
export function namesListed(term: string, meaning: string): string[] | undefined {
  const head = clean(term).text;
  if (!isPluralHead(head) && !announcing.test(head) && !countWord.test(head)) return undefined;
  if (/[.;:!?]\s|->/.test(meaning)) return undefined;
  const open = meaning.replace(/\([^()]*\)/g, (inner) => inner.replaceAll(',', '\u0000'));
  const parts = open
    .split(/,\s+(?:and |or |und |oder )?|\s(?:and|or|und|oder|\/)\s(?=[^,]*$)/)
    .map((part) => withoutStop(part.replaceAll('\u0000', ',')));
  const fits = (part: string) =>
    wordsIn(part).length >= 1 &&
    wordsIn(part).length <= 4 &&
    !hasVerb(part) &&
    !isRemark(part) &&
    !dependsOnBefore(part);
  // Of two names the head must say that it wants names.
  const fewest = announcing.test(head) ? 2 : 3;
  return parts.length >= fewest &&
    parts.length <= 7 &&
    parts.every(fits) &&
    new Set(parts).size === parts.length
    ? parts
    : undefined;
}

/** The items at the head of a list that are all numbered, or all not: a list of another kind below it is another list. */
export function oneKind(nodes: readonly Node[]): readonly Node[] {
  const isNumbered = (node: Node) => node.kind === 'text' && node.order !== undefined;
  const [first] = nodes;
  if (first === undefined) return nodes;
  const ends = (node: Node) =>
    node.kind === 'table' ||
    node.kind === 'quiz' ||
    (node.kind === 'text' && (node.from === 'paragraph' || isNumbered(node) !== isNumbered(first)));
  const end = nodes.findIndex((node, index) => index > 0 && ends(node));
  return end < 0 ? nodes : nodes.slice(0, end);
}
