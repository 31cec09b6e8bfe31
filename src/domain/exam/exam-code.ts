/** `DVA-C03` as AWS writes it: a family, then a version. */
export const examCodePattern = /^[A-Z]{2,4}-[A-Z]\d{2}$/;

/** `dva-c03`: the code as a key in a question's tasks. */
export const examKeyPattern = /^[a-z]{2,4}-[a-z]\d{2}$/;

export function examKey(code: string): string {
  return code.trim().toLowerCase();
}

/** `DVA-C03` → `dva`. */
export function familyOf(code: string): string {
  return examKey(code).split('-')[0] ?? '';
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = [
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      ];
      current.push(Math.min(...edits));
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
