import type { Flag } from './flag.ts';

interface Confusable {
  /** What stands there. */
  readonly found: RegExp;
  /** Tried on the label and the claim together: where the other word is likely meant. */
  readonly near: RegExp;
  readonly meant: string;
}

const confused = (found: RegExp, near: RegExp, meant: string): Confusable => ({ found, near, meant });

/** Words that are spelt right and mean something else: no spell checker finds them. */
const confusables: readonly Confusable[] = [
  confused(
    /\bcatch(?:es|ing)?\b/i,
    /\b(?:content|static|data|edge|CloudFront|TTL|Redis|quer\w+)\b/i,
    'cache',
  ),
  confused(/(?<!de-?)\bduplication\b/i, /\bde-?duplicat|\bFIFO\b|\bhash\b/i, 'deduplication'),
  confused(/\bfactions?\b/i, /./, 'function'),
  confused(/\brooter\b/i, /./, 'root'),
  confused(/\bprinciples?\b/i, /\b(?:polic\w+|IAM|role|ARN|assume)\b/i, 'principal'),
  confused(/\broll(?:s)?\b(?! ?back)/i, /\b(?:IAM|assume|polic\w+)\b/i, 'role'),
  confused(/\bcues?\b/i, /\b(?:SQS|message)\b/i, 'queue'),
  confused(/\bto instances? types?\b/i, /\btwo\b/i, 'two'),
  confused(/\bloose\b/i, /\b(?:data|message|connection|credentials)\b/i, 'lose'),
  confused(/\bforms? (?=the (?:queue|bucket|table|source))/i, /./, 'from'),
  confused(/\bthe then\b|\bmore then\b|\bless then\b|\bother then\b/i, /./, 'than'),
];

/** Names that AWS or a tool gives, as they are spelt: one letter more or less is a slip. */
const identifiers: readonly string[] = [
  'AWSTemplateFormatVersion',
  'requirements.txt',
  'package.json',
  'buildspec.yml',
  'appspec.yml',
  'samconfig.toml',
  'ReceiveMessageWaitTimeSeconds',
  'maxReceiveCount',
  'OrganizationAccountAccessRole',
  'option_settings',
  'container_commands',
  'authorized_keys',
  'PowerUserAccess',
  'AdministratorAccess',
];

/** Letters of one text that stand in the other in the same order, as a share of the longer. */
function likeness(a: string, b: string): number {
  let at = 0;
  for (const letter of a) if (b[at] === letter) at += 1;
  let back = 0;
  for (const letter of b) if (a[back] === letter) back += 1;
  return Math.max(at, back) / Math.max(a.length, b.length);
}

const alike = 0.85;

/** Words that may be slips: a reviewer decides. */
export function spellingFlags(claim: string, label: string): Flag[] {
  const details: string[] = [];
  const all = `${label}: ${claim}`;
  for (const { found, near, meant } of confusables) {
    const match = found.exec(claim);
    if (match !== null && near.test(all.replace(match[0], ' ')))
      details.push(`"${match[0]}": is "${meant}" meant?`);
  }
  for (const [, code = ''] of claim.matchAll(/`([^`]{6,40})`/g)) {
    const name = identifiers.find(
      (one) => one !== code && likeness(one.toLowerCase(), code.toLowerCase()) >= alike,
    );
    if (name !== undefined && !identifiers.includes(code)) details.push(`\`${code}\`: is \`${name}\` meant?`);
  }
  return [...new Set(details)].slice(0, 2).map((detail) => ({ name: 'spelling', detail }));
}
