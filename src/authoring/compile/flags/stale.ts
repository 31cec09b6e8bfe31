import { closedServicesIn, staleTermsIn } from '../../lint/stale-terms.ts';
import type { Flag } from './flag.ts';
import { staleValues } from './stale-notes.ts';

const stopless = (text: string): string => text.replace(/\s*\.$/, '');

const withSource = (detail: string, source: string | undefined): string =>
  source === undefined ? detail : `${detail} (${source})`;

/** Claims, names and services that AWS has changed since the note was written, each with what holds now. */
export function staleFlags(claim: string, label: string): Flag[] {
  const inContext = label === '' ? claim : `${label}: ${claim}`;
  const details = new Set<string>();
  const seen = new Set<string>();
  for (const { subject, value, unless, now, source } of staleValues) {
    const match = value.exec(claim);
    if (match === null || !subject.test(inContext) || unless?.test(claim) === true) continue;
    seen.add(match[0].toLowerCase());
    details.add(withSource(`your note says "${match[0]}"; AWS now says ${now}`, source));
  }
  for (const { found, term } of staleTermsIn(inContext)) {
    // The looser list has said it already, in fewer words.
    if ([...seen].some((known) => known.includes(found.toLowerCase()) || found.toLowerCase().includes(known)))
      continue;
    details.add(withSource(`your note says "${found}"; today ${stopless(term.message)}`, term.source));
  }
  for (const { found, term } of closedServicesIn(claim)) details.add(`${found}: ${stopless(term.message)}`);
  return [...details].slice(0, 2).map((detail) => ({ name: 'stale', detail }));
}
