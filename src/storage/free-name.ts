import { existsSync } from 'node:fs';

/** `state.broken-1.json` for `state.json`: a name beside it that nothing has yet. What was set aside before is kept too. */
export function freeName(path: string, mark: string): string {
  const named = (count: string) => path.replace(/(\.json)?$/, `.${mark}${count}$1`);
  let free = named('');
  for (let count = 2; existsSync(free); count += 1) free = named(`-${count}`);
  return free;
}
