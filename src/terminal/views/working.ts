import type { Step } from '../../domain/calculators/calculator.ts';
import { safeText } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { padTo, widthOf, wrapLines } from '../wrap.ts';

/** A label wider than this share of the line stands on a line of its own. */
export const widestLabel = 0.4;

/** The working, one step after the other: what, the formula with its numbers, what comes out. */
export function stepLines(theme: Theme, steps: readonly Step[], width: number): string[] {
  const labels = Math.max(0, ...steps.map((step) => widthOf(step.label)));
  const beside = labels <= width * widestLabel && width >= 56;
  return steps.flatMap(({ label, expression, value }) => {
    const formula = safeText(expression === value ? value : `${expression} = ${value}`);
    const name = safeText(label);
    if (!beside)
      return [
        ...wrapLines(theme.dim(name), width),
        ...wrapLines(formula, width - 2).map((line) => `  ${line}`),
      ];
    const lines = wrapLines(formula, width - labels - 2);
    return lines.map((line, at) => `${theme.dim(padTo(at === 0 ? name : '', labels))}  ${line}`);
  });
}
