import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml';

/** A stranger's file is bounded before it is parsed: 64 MiB, 40 levels, no aliases (and so no bombs). */
const longestFileChars = 64 * 1024 * 1024;
const deepest = 40;

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export type YamlPath = readonly (string | number)[];

export interface YamlFault extends Place {
  readonly message: string;
  readonly hint: string;
}

export interface YamlFile {
  readonly value: unknown;
  /** Where a value stands; for a path that is not there, where its nearest parent is. */
  place(path: YamlPath): Place;
  /** Offsets of the items of a top-level list, cheap for a hundred thousand of them. */
  lines(list: string): number[];
}

interface Node {
  readonly start: number;
  readonly children?: Map<string | number, Node>;
}

/** Line starts, for turning offsets into lines by bisection. */
function lineIndex(source: string): (offset: number) => Place {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** A tree of offsets beside the values, built only when something must be pointed at. */
function offsetTree(source: string, events: readonly Event[]): Node {
  let index = 0;
  let latest = 0;
  // An empty value stands nowhere: point at what was read last, its key or the item before.
  const known = (offset: number) => {
    if (offset >= 0) latest = offset;
    return latest;
  };
  const build = (): Node => {
    const event = events[index] as Event;
    index += 1;
    if (event.type === EVENT_ID.SCALAR) return { start: known(event.valueStart) };
    if (event.type === EVENT_ID.ALIAS) return { start: known(event.anchorStart) };
    const children = new Map<string | number, Node>();
    let start = 0;
    if (event.type === EVENT_ID.MAPPING) {
      start = known(event.start);
      while (events[index]?.type !== EVENT_ID.POP) {
        const key = events[index] as Event;
        const keyNode = build();
        const value = build();
        const name = key.type === EVENT_ID.SCALAR ? getScalarValue(source, key) : '';
        // A block value starts on the next line: point at its key, where a reader looks.
        children.set(name, { ...value, start: Math.min(keyNode.start, value.start) });
      }
    } else {
      if (event.type === EVENT_ID.SEQUENCE) start = known(event.start);
      for (let item = 0; events[index]?.type !== EVENT_ID.POP && index < events.length; item += 1) {
        children.set(item, build());
      }
    }
    index += 1;
    return { start, children };
  };
  return build().children?.get(0) ?? { start: 0 };
}

/** Reads one YAML document. Returns what is wrong, with its place, instead of throwing. */
export function readYaml(source: string): YamlFile | YamlFault {
  if (source.length > longestFileChars) {
    return {
      line: 1,
      column: 1,
      message: 'the file is larger than 64 MiB',
      hint: 'Split it into several decks.',
    };
  }
  const placeOf = lineIndex(source);
  try {
    const events = parseEvents(source, { maxDepth: deepest });
    const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
    if (alias?.type === EVENT_ID.ALIAS) {
      // The anchor's name starts after the star.
      const place = placeOf(alias.anchorStart - 1);
      return { ...place, message: 'aliases (*name) are not allowed in decks', hint: 'Write the value out.' };
    }
    const documents = constructFromEvents(events, { source });
    if (documents.length !== 1) {
      const message = documents.length === 0 ? 'the file is empty' : 'the file holds several YAML documents';
      return { line: 1, column: 1, message, hint: 'Write one deck in a file.' };
    }
    let tree: Node | undefined;
    return {
      value: documents[0],
      place(path) {
        tree ??= offsetTree(source, events);
        let node = tree;
        for (const step of path) {
          const child = node.children?.get(step);
          if (child === undefined) break;
          node = child;
        }
        return placeOf(node.start);
      },
      lines: (list) => itemOffsets(source, events, list).map((offset) => placeOf(offset).line),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    return {
      line: line + 1,
      column: column + 1,
      message: `not valid YAML: ${error.reason}`,
      hint: 'Check indentation, and put quotes around text that holds ": " or starts with a sign.',
    };
  }
}

export const isFault = (read: YamlFile | YamlFault): read is YamlFault => 'message' in read;

function itemOffsets(source: string, events: readonly Event[], list: string): number[] {
  const offsets: number[] = [];
  let depth = 0;
  let inside = false;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as Event;
    if (event.type === EVENT_ID.POP) {
      depth -= 1;
      if (inside && depth === 2) break;
      continue;
    }
    // Depth 0 is the document, 1 its mapping, 2 a top-level value, 3 an item of a top-level list.
    if (inside && depth === 3 && event.type === EVENT_ID.MAPPING) offsets.push(event.start);
    if (!inside && depth === 2 && event.type === EVENT_ID.SCALAR && getScalarValue(source, event) === list) {
      inside = events[index + 1]?.type === EVENT_ID.SEQUENCE;
    }
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) depth += 1;
  }
  return offsets;
}
