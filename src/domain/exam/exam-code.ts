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
