import { wordsIn } from '../inline.ts';
import type { Node, Section } from '../outline/outline.ts';
import { dependsOnBefore, isHypothetical } from '../vocabulary.ts';

/** Words that are long enough to say what a text is about; a plural counts as its singular. */
const aboutOf = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .filter(
        (word) => word.length > 2 && !/^(?:the|and|for|with|let's|assume|suppose|you|have|has)$/.test(word),
      )
      .map((word) => word.replace(/s$/, '')),
  );

/**
 * What stands below "Let's assume 100 sensors": its figures hold in that example only. It lasts until the next heading,
 * a bold or short line about something else, or a paragraph that begins anew.
 */
export function hypotheticalNodes(sections: readonly Section[]): Set<Node> {
  const within = new Set<Node>();
  let about: ReadonlySet<string> | undefined;
  for (const { title, label, nodes } of sections) {
    const goesOn = about !== undefined && label && [...aboutOf(title)].some((word) => about?.has(word));
    if (!goesOn) about = undefined;
    if (title !== '' && isHypothetical(title)) about = aboutOf(title);
    for (const node of nodes) {
      if (node.kind !== 'text') {
        if (about !== undefined) within.add(node);
      } else if (isHypothetical(node.text)) {
        // Its own sentences are looked at one by one: those before the example are facts.
        // An item keeps its example to what is indented under it.
        if (node.from === 'paragraph') about = aboutOf(node.text.slice(0, 400));
      } else if (node.from === 'paragraph' && !dependsOnBefore(node.text)) about = undefined;
      else if (about !== undefined) within.add(node);
    }
  }
  return within;
}
