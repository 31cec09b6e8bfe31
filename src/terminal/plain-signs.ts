const plainSigns: Readonly<Record<string, string>> = {
  '÷': '/',
  '×': 'x',
  '−': '-',
  '–': '-',
  '·': '-',
  '…': '...',
  '→': '->',
  '≈': '~',
  '≤': '<=',
  '≥': '>=',
  '½': '1/2',
  '“': '"',
  '”': '"',
  '’': "'",
};

/** Signs of formulas in ASCII, where the terminal has no more. */
export const plainSignsOf = (text: string): string =>
  text.replace(/[÷×−–·…→≈≤≥½“”’]/g, (sign) => plainSigns[sign] ?? sign);

/** The same for every text of a plain value. Before it is wrapped: some signs become wider. */
export function plainSignsIn<Value>(value: Value): Value {
  const clean = (inner: unknown): unknown => {
    if (typeof inner === 'string') return plainSignsOf(inner);
    if (Array.isArray(inner)) return inner.map(clean);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, clean(each)]));
  };
  return clean(value) as Value;
}
