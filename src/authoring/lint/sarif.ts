import type { Problem } from '../../domain/problem.ts';
import { lintRules } from './rule-list.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A path as SARIF wants it: a relative reference with forward slashes, or a file: URI. */
function uriOf(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${encoded.replace('%3A', ':')}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}

/**
 * Problems as a SARIF 2.1.0 log, which code hosts show beside the lines of a change.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(problems: readonly Problem[]): object {
  const known = new Set(lintRules.map(({ name }) => name));
  const others = [...new Set(problems.map(({ rule }) => rule))].filter((rule) => !known.has(rule));
  const rules = [...lintRules, ...others.map((name) => ({ name, summary: name }))];
  const index = new Map(rules.map(({ name }, place) => [name, place]));
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'aws-study',
            rules: rules.map(({ name, summary }) => ({ id: name, shortDescription: { text: summary } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ rule, severity, file, line, column, id, message, hint }) => ({
          ruleId: rule,
          ruleIndex: index.get(rule),
          level: severity,
          message: { text: `${message}. ${hint}`.replace(/\.\. /, '. ') },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
              },
              ...(id === undefined ? {} : { logicalLocations: [{ name: id, kind: 'member' }] }),
            },
          ],
          partialFingerprints: { 'ruleAndCard/v1': `${rule}:${id ?? ''}` },
        })),
      },
    ],
  };
}
