import { sentencesOf } from '../sentences.ts';

const programs =
  /^(?:\$ |> |sudo )?(?:aws|eb|ecs-cli|docker|docker-compose|podman|sam|cdk|git|ask|kubectl|eksctl|helm|terraform|amplify|npm|npx|yarn|pip3?|brew|apt(?:-get)?|yum|dnf|curl|wget|ssh|scp|chmod|chown|mkdir|mount|export|systemctl|service|python3?|node|dig|nslookup|ping|session-manager-plugin|copilot|chalice|zip|unzip|openssl|psql|mysql|redis-cli|which|cat|echo|cd|ls|cp|mv|rm|tar|jq|source|stress|stress-ng|free)(?:\s|$)/;

/** Whether a piece of code is something to type at a prompt. */
export const isCommand = (code: string): boolean =>
  programs.test(code.trim()) &&
  code.length <= 600 &&
  // Two commands that lost the break between them.
  !/[^&|;\s]\s+sudo\s/.test(code);

/** What stands in a text about a command: the task, and the command. */
export interface CommandShape {
  readonly command: string;
  readonly task: string;
}

const tidy = (task: string): string =>
  (sentencesOf(task)[0] ?? task)
    .replace(/^[-\u2013\u2014:,=\s]+/, '')
    .replace(/^(?:it |this )?(?:command )?(?:is used |used |can be used |will )?(?:to|for)\s+/i, '')
    .replace(/, (?:this|it|that|which|fill|then|and)\b.*$/i, '')
    .replace(/[\s.;:,]+$/, '')
    .trim();

/** `` `aws ecr get-login-password` print a token ``, `` run `eb open` to open the website ``, `` to sign in, run `ask init` ``. */
export function commandShape(text: string): CommandShape | undefined {
  const lead =
    /^(?:(?:then |or |and )?(?:run|use|execute|type|enter|call) )?`([^`]{2,300})`(?: command)?[-\u2013\u2014:,\s]+(?:to |for )?([^`]{6,160}(?:`[^`]{1,80}`[^`]{0,120})?)$/i.exec(
      text,
    );
  if (lead !== null && isCommand(lead[1] ?? '')) {
    const task = tidy(lead[2] ?? '');
    return /^(?:and|or|then|with|in|on|it uses|uses|by|command|where|which|so|if)\b/i.test(task) ||
      task.split(' ').length < 2
      ? undefined
      : { command: (lead[1] ?? '').trim(), task };
  }
  const tail =
    /^(?:(?:to |in order to )([^`,;]{6,120})|([^`,;:]{6,120}?)),? (?:by running|run(?:ning)?|using|use|with|by|execute|type|do|:)(?: the command| command)? `([^`]{2,300})`\.?$/i.exec(
      text,
    );
  if (tail === null || !isCommand(tail[3] ?? '')) return undefined;
  const task = tidy(tail[1] ?? tail[2] ?? '');
  return task.split(' ').length < 2 || /\b(?:it|this|them)$/i.test(task)
    ? undefined
    : { command: (tail[3] ?? '').trim(), task };
}
