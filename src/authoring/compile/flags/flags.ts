import type { Proposal } from '../drafts/draft.ts';
import { isHesitant } from '../vocabulary.ts';
import type { Flag } from './flag.ts';
import { spellingFlags } from './spelling.ts';
import { staleFlags } from './stale.ts';

/** A number that is a fact, as against one in a name: S3, EC2, IPv4. */
const hasNumber = (claim: string): boolean =>
  /(?<![A-Za-z\d.])\$?\d/.test(
    claim.replace(
      /\b(?:SHA-?|HTTP\/|HTTPS?-?|TLS |TLSv|Route |MD|AES-?|RSA-?|OAuth |IPv|Python ?|Node(?:\.js)? ?|Java |Layer |layer |step |version |v|EC|S)\d[\d.]*|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|`[^`]*`/gi,
      (piece) => (piece.startsWith('`') && /^`[\d.,:/]+`$|[=: ]\d/.test(piece) ? piece : ' '),
    ),
  );

const hasQuotation = (claim: string): boolean => /"(?:\S+ ){6,}\S+"/.test(claim);

/** All that a reviewer must look at. `personal` names the kinds of data that were replaced on the lines it came from. */
export function flagsOf(
  proposal: Proposal,
  known: { readonly contradicts: string | undefined; readonly personal: readonly string[] },
): Flag[] {
  const { claim, context, quoted, structure } = proposal;
  const flags: Flag[] = [];
  if (hasNumber(claim) && structure !== 'command' && structure !== 'policy') flags.push({ name: 'numeric' });
  flags.push(...staleFlags(claim, context.label));
  if (known.contradicts !== undefined)
    flags.push({ name: 'contradiction', detail: `compare ${known.contradicts}` });
  flags.push(...spellingFlags(claim, context.label));
  if (context.shortParent) flags.push({ name: 'short-parent' });
  if (isHesitant(claim)) flags.push({ name: 'doubt' });
  if (quoted || hasQuotation(claim)) flags.push({ name: 'quotation' });
  if (known.personal.length > 0) flags.push({ name: 'personal-data', detail: known.personal.join(', ') });
  return flags;
}
