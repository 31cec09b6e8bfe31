/** What a YAML text of the exams folder holds, by its first top-level field; undefined for a deck or anything else. */
export function examTextKind(source: string): 'exam' | 'bank' | undefined {
  const [, field] = /^(deck|code|questions|cards)\s*:/m.exec(source) ?? [];
  return field === 'code' ? 'exam' : field === 'questions' ? 'bank' : undefined;
}
