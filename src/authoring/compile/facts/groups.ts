import type { Node, TextNode } from '../outline/outline.ts';
import { definitionShape } from './definition.ts';

/** Three or more definitions side by side are a group: what one means, the others do not. */
export function groupKey(nodes: readonly Node[], parent: TextNode | undefined): string | undefined {
  let definitions = 0;
  for (const node of nodes)
    if (node.kind === 'text' && definitionShape(node.text) !== undefined) definitions += 1;
  const first = nodes[0];
  return definitions >= 3 && first !== undefined
    ? `${parent?.line ?? first.section.line}:${first.indent}`
    : undefined;
}
