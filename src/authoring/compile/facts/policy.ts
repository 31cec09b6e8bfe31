import { lowered } from '../sentences.ts';

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** JSON as people note it down: with commas too many and single quotes; without its comments, which are facts of their own. */
function looseJson(code: string): unknown {
  if (code.length > 6_000 || !/"Effect"\s*:/.test(code)) return undefined;
  const mended = code.replace(/,(\s*[}\]])/g, '$1');
  try {
    return JSON.parse(mended);
  } catch {
    return undefined;
  }
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');

function actionWords(actions: readonly string[]): string {
  if (actions.includes('*')) return 'every action';
  const [only] = actions;
  const wide = actions.length === 1 && only !== undefined && /^[\w-]+:\*$/.test(only);
  return wide ? `every action of ${only.split(':')[0]} (\`${only}\`)` : codes(actions);
}

function principalWords(principal: unknown): string | undefined {
  if (principal === '*') return 'anyone';
  if (typeof principal !== 'object' || principal === null) return undefined;
  const values = Object.values(principal).flatMap(listOf);
  return values.length === 0 ? undefined : codes(values);
}

function statementWords(statement: Statement): string | undefined {
  const effect = statement.Effect;
  const actions = listOf(statement.Action);
  if ((effect !== 'Allow' && effect !== 'Deny') || actions.length === 0 || actions.length > 6)
    return undefined;
  if (statement.NotAction !== undefined) return undefined;
  const who = principalWords(statement.Principal);
  const resources = listOf(statement.Resource);
  const on =
    resources.length === 0 ? '' : ` on ${resources.includes('*') ? 'every resource' : codes(resources)}`;
  if (assumes(statement) && who !== undefined && effect === 'Allow') {
    const when = statement.Condition === undefined ? '' : ', under a condition';
    return `Lets ${who} assume the role (${codes(actions)})${when}.`;
  }
  const to = who === undefined ? '' : ` ${effect === 'Allow' ? 'to' : 'for'} ${who}`;
  const when = statement.Condition === undefined ? '' : ', under a condition';
  return `${effect === 'Allow' ? 'Allows' : 'Denies'} ${actionWords(actions)}${on}${to}${when}.`;
}

export interface ReadPolicy {
  readonly answer: string;
  /** The policy in valid JSON, indented by two. */
  readonly json: string;
  /** Says who may take a role on, instead of what may be done. */
  readonly isTrust: boolean;
}

const assumes = (statement: Statement): boolean =>
  statement.Principal !== undefined &&
  listOf(statement.Action).some((action) => /^sts:AssumeRole/.test(action));

/** What an IAM policy allows or denies, in words; undefined where a code sample is no such policy. */
export function readPolicy(code: string): ReadPolicy | undefined {
  const parsed = looseJson(code) as { Statement?: unknown } | undefined;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const statements = (Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement]) as (
    | Statement
    | undefined
  )[];
  if (statements.length === 0 || statements.length > 3) return undefined;
  const words = statements.map((one) =>
    typeof one === 'object' && one !== null ? statementWords(one) : undefined,
  );
  if (!words.every((one) => one !== undefined)) return undefined;
  const isTrust = statements.every((one) => one !== undefined && assumes(one));
  const answer = isTrust ? `Trust policy: it ${lowered(words.join(' '))}` : words.join(' ');
  return { answer, json: JSON.stringify(parsed, null, 2), isTrust };
}
