import { nearest } from '../domain/nearest.ts';
import { defaultRetention } from '../domain/scheduling/memory.ts';
import { type SettingName, settingNames, settingRules } from '../domain/settings.ts';
import { UserError } from '../errors.ts';
import { type JournalDesk, openJournal } from '../study/open-desk.ts';
import { makeTheme } from '../terminal/theme.ts';
import { padTo } from '../terminal/wrap.ts';
import type { Request, Run } from './command.ts';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Retention shapes intervals, so it belongs to history: it is an event of the journal, not a setting of this device. */
const retention = {
  summary: 'share of cards you want to remember when they fall due',
  expected: 'a number from 0.7 to 0.97, such as 0.9',
  parse: (text: string) =>
    /^0?\.\d+$/.test(text) && Number(text) >= 0.7 && Number(text) <= 0.97 ? Number(text) : undefined,
};

/** Shows or changes settings. */
export const run: Run = async (request) => {
  const [name, value] = request.args;
  const desk = await openJournal(request.world, { trustClock: true });
  const known = [...settingNames, 'retention'];
  if (name === undefined) return show(request, desk, known);
  const setting = known.find((one) => one === camel(name));
  if (setting === undefined) {
    const near = nearest(name, known.map(kebab));
    throw new UserError(
      `there is no setting "${name}".`,
      near === undefined ? `There is: ${known.map(kebab).join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  if (value !== undefined) await change(request, desk, setting, value);
  return show(request, desk, [setting]);
};

async function change({ world }: Request, desk: JournalDesk, name: string, value: string): Promise<void> {
  const wrong = (expected: string) =>
    new UserError(`"${value}" does not fit ${kebab(name)}.`, `Give ${expected}, or "default".`);
  if (name === 'retention') {
    const wanted = value === 'default' ? defaultRetention : retention.parse(value);
    if (wanted === undefined) throw wrong(retention.expected);
    desk.journal.append({ type: 'config', retention: wanted }, desk.moment());
    return;
  }
  const rule = settingRules[name as SettingName];
  const parsed = value === 'default' ? undefined : rule.parse(value);
  if (value !== 'default' && parsed === undefined) throw wrong(rule.expected);
  await (await world.settings()).update({ [name]: parsed });
}

async function show(
  { world, json }: Request,
  desk: JournalDesk,
  names: readonly string[],
): Promise<undefined> {
  const store = await world.settings();
  const values: Record<string, unknown> = {
    ...store.read(),
    retention: desk.journal.read().progress.retention,
  };
  if (json) {
    world.terminal.print(
      JSON.stringify(Object.fromEntries(names.map((name) => [kebab(name), values[name] ?? null]))),
    );
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  for (const name of names) {
    const { summary } = name === 'retention' ? retention : settingRules[name as SettingName];
    world.terminal.print(
      `${theme.strong(padTo(kebab(name), 17))} ${padTo(String(values[name] ?? '-'), 11)} ${theme.dim(summary)}`,
    );
  }
  return undefined;
}
