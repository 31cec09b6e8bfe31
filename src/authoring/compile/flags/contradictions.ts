import type { Proposal } from '../drafts/draft.ts';
import { wordsIn } from '../inline.ts';
import { placeText } from '../place.ts';

/** Share of common words from which two claims speak of the same. */
const sameSubject = 0.6;

/** Claims with one of these words in common are compared; a word that very many share is no hint. */
const mostOfWord = 40;

const filler =
  /^(?:an?|the|of|and|or|in|on|to|for|is|are|be|can|by|with|as|at|it|its|you|that|this|up|per|from|have|has|which|will|your|all|one|amazon|aws|maximum|max|minimum|min|default|limit|most|least|only)$/;

interface Numeric {
  readonly proposal: Proposal;
  readonly words: ReadonlySet<string>;
  readonly numbers: string;
}

function numericOf(proposal: Proposal): Numeric | undefined {
  const all = wordsIn(proposal.claim);
  const numbers = all.filter((word) => /^\d/.test(word));
  if (numbers.length === 0 || numbers.length > 3 || all.length > 40) return undefined;
  const words = new Set(all.filter((word) => !/^\d/.test(word) && !filler.test(word)));
  return words.size < 3 ? undefined : { proposal, words, numbers: numbers.join(' ') };
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / (a.size + b.size - common);
};

/** For each claim with a number the other place that says the same of another number. */
export function contradictions(proposals: readonly Proposal[]): Map<Proposal, string> {
  const found = new Map<Proposal, string>();
  const byWord = new Map<string, Numeric[]>();
  for (const proposal of proposals) {
    const mine = numericOf(proposal);
    if (mine === undefined) continue;
    const near = new Set<Numeric>();
    for (const word of mine.words) {
      const key = `${proposal.context.domain}/${word}`;
      const others = byWord.get(key) ?? [];
      if (others.length < mostOfWord) for (const other of others) near.add(other);
      if (others.length === 0) byWord.set(key, others);
      others.push(mine);
    }
    for (const other of near) {
      // Two rows of a table and two lines under different heads speak of different things.
      const apart =
        other.proposal.context.label !== proposal.context.label &&
        other.proposal.place.file === proposal.place.file;
      if (other.numbers === mine.numbers || apart || likeness(mine.words, other.words) < sameSubject)
        continue;
      if (proposal.structure === 'table' || proposal.structure === 'procedure') continue;
      if (!found.has(proposal)) found.set(proposal, placeText(other.proposal.place));
      if (!found.has(other.proposal)) found.set(other.proposal, placeText(proposal.place));
    }
  }
  misspelt(proposals, found);
  return found;
}

/** A name in code with one sign left out has the same keys as the name itself. */
const withoutOneSign = (code: string): string[] => [
  code,
  ...Array.from({ length: code.length }, (_, at) => code.slice(0, at) + code.slice(at + 1)),
];

/** Names in code that differ by one sign: `requirement.txt` here and `requirements.txt` there. One is a slip. */
function misspelt(proposals: readonly Proposal[], found: Map<Proposal, string>): void {
  const byKey = new Map<string, { code: string; proposal: Proposal }>();
  for (const proposal of proposals) {
    const codes = [...proposal.claim.matchAll(/`([A-Za-z][\w.-]{8,40})`/g)].map((match) => match[1] ?? '');
    for (const code of new Set(codes)) {
      const keys = withoutOneSign(code.toLowerCase()).map((key) => `${proposal.context.domain}/${key}`);
      // Without digits: `us-east-1` and `us-east-2`, `s3_backup_1` and `s3_backup_2` are two names.
      const other = /\d/.test(code)
        ? undefined
        : keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
      if (other !== undefined && other.code.toLowerCase() !== code.toLowerCase() && !/\d/.test(other.code)) {
        if (!found.has(proposal)) found.set(proposal, placeText(other.proposal.place));
        if (!found.has(other.proposal)) found.set(other.proposal, placeText(proposal.place));
      }
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, { code, proposal });
    }
  }
}
