import { load } from 'js-yaml';
import {
  type CST,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  type YAMLMap,
} from 'yaml';
import { stringifyString } from 'yaml/util';
import { inOrder, keyOrderAt } from './key-order.ts';

type Path = readonly (string | number)[];

/** As the `yaml` package reads a file that the decks' own reader takes. Undefined where it cannot. */
export function readDocument(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, {
    version: '1.2',
    keepSourceTokens: true,
    customTags: (tags): Tags =>
      tags.map((tag) =>
        typeof tag !== 'string' && tag.tag === 'tag:yaml.org,2002:str'
          ? ({ ...tag, stringify: blockAsWritten } as ScalarTag)
          : tag,
      ),
  });
  return document.errors.length > 0 || !isMap(document.contents) ? undefined : document;
}

/** Text blocks keep the line breaks of their author: only their indentation is ours. */
const blockAsWritten: typeof stringifyString = (item, ctx, onComment, onChompKeep) => {
  const token = item instanceof Scalar ? item.srcToken : undefined;
  const raw = token?.type === 'block-scalar' ? blockLines(token, ctx.indent || '  ') : undefined;
  if (raw === undefined) return stringifyString(item, ctx, onComment, onChompKeep);
  if (raw.startsWith('|+') || raw.startsWith('>+')) onChompKeep?.();
  return raw;
};

function blockLines({ props, source }: CST.BlockScalar, indent: string): string | undefined {
  const header = props.find((prop) => prop.type === 'block-scalar-header');
  const comment = props.some((prop) => prop.type === 'comment');
  // An explicit indentation, or an empty block, is written anew.
  if (header?.type !== 'block-scalar-header' || comment || /\d/.test(header.source)) return undefined;
  const lines = source.replace(/\n+$/, '').split('\n');
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || header.source.includes('+')) return undefined;
  const own = /^ */.exec(first)?.[0].length ?? 0;
  const body = lines.map((line) => (line.trim() === '' ? '' : indent + line.slice(own)));
  return `${header.source}\n${body.join('\n')}`;
}

export function writeDocument(document: Document): string {
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
  return text.endsWith('\n') ? text : `${text}\n`;
}

/**
 * A deck, exam or question bank in canonical form: fields in one order, double quotes where there are
 * quotes, even indentation, no space at line ends. Comments stay with what they stand by. What the text means is unchanged.
 * Undefined where the text is no YAML mapping.
 */
export function formatYaml(source: string): string | undefined {
  const bare = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document = readDocument(bare);
  if (document === undefined) return undefined;
  tidy(document);
  try {
    const text = writeDocument(document);
    return sameValue(bare, text) ? text : undefined;
  } catch {
    // An alias to nothing and the like: no deck, and its own reader says so.
    return undefined;
  }
}

/** Brings fields into order and makes quotes double, in place. */
export function tidy(document: Document): void {
  const root = document.contents as YAMLMap;
  const rootKeys = keysOf(root);
  visit(root, [], rootKeys);
}

const keysOf = (map: YAMLMap): string[] =>
  map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));

function visit(node: unknown, path: Path, rootKeys: readonly string[]): void {
  if (isMap(node)) {
    const order = keyOrderAt(path, rootKeys, node.get('kind'));
    if (order !== undefined) sortPairs(node, order, typeof path.at(-1) === 'number');
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      visit(pair.value, [...path, String(pair.key.value)], rootKeys);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => void visit(item, [...path, index], rootKeys));
  } else if (isScalar(node)) {
    evenQuotes(node);
  }
}

/** What stands above the first field belongs to the mapping: it stays at the top when fields move. */
function sortPairs(map: YAMLMap, order: readonly string[], isItem: boolean): void {
  const names = keysOf(map);
  const wanted = inOrder(names, order);
  if (names.every((name, index) => name === wanted[index])) return;
  const [first] = map.items;
  const byName = new Map(map.items.map((pair, index) => [names[index] as string, pair]));
  map.items = wanted.map((name) => byName.get(name) as Pair);
  const [top] = map.items;
  if (!isScalar(first?.key) || !isScalar(top?.key)) return;
  const [was, now] = [first.key, top.key];
  const comments = [was.commentBefore, was === now ? undefined : now.commentBefore];
  const lead = comments.filter((comment) => comment != null).join('\n');
  was.commentBefore = null;
  now.commentBefore = null;
  if (was !== now) was.spaceBefore = false;
  if (isItem) now.spaceBefore = false;
  if (lead === '') return;
  // The dash of a list stands before the first field: its comment goes above the dash.
  if (isItem) map.commentBefore = [map.commentBefore, lead].filter((comment) => comment != null).join('\n');
  else now.commentBefore = lead;
}

/** Single quotes serve only text with double quotes or backslashes in it. */
function evenQuotes(scalar: Scalar): void {
  if (scalar.type === 'QUOTE_SINGLE' && !/["\\]/.test(String(scalar.value))) scalar.type = 'QUOTE_DOUBLE';
}

/** Whether two YAML texts mean the same. The law of the formatter is checked each time it writes. */
export function sameValue(a: string, b: string): boolean {
  try {
    return canonical(load(a)) === canonical(load(b));
  } catch {
    return false;
  }
}

/** JSON with sorted keys: the order of fields means nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
