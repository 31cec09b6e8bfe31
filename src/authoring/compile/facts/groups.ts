import type { Node, TextNode } from '../outline/outline.ts';
import { definitionShape } from './definition.ts';

/** Three or more definitions one below the other are a group: what one means, the others do not. */
export function groupKeys(nodes: readonly Node[], parent: TextNode | undefined): ReadonlyMap<Node, string> {
  const keys = new Map<Node, string>();
  let run: Node[] = [];
  const close = () => {
    const [first] = run;
    if (first !== undefined && run.length >= 3) {
      const key = `${parent?.line ?? first.section.line}:${first.indent}:${first.line}`;
      for (const node of run) keys.set(node, key);
    }
    run = [];
  };
  for (const node of nodes) {
    const shape = node.kind === 'text' ? definitionShape(node.text) : undefined;
    if (shape === undefined || shape.how === 'leads') close();
    else run.push(node);
  }
  close();
  return keys;
}
