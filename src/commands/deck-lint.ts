import { fixable, fixDeck } from '../authoring/lint/fix-deck.ts';
import { lintDecks } from '../authoring/lint/lint-decks.ts';
import { lintExams } from '../authoring/lint/lint-exams.ts';
import { ofRules } from '../authoring/lint/rule-list.ts';
import { sarifLog } from '../authoring/lint/sarif.ts';
import { cardCount } from '../authoring/stats/card-count.ts';
import { byPlace } from '../domain/problem.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { exitCodes } from '../errors.ts';
import type { DeckFile, Files, Workshop, World } from '../ports.ts';
import { noteIndex } from '../study/exam-stock.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { problemsView } from '../terminal/views/problems.ts';
import type { Run } from './command.ts';
import { nothingThere } from './nothing-there.ts';

/** Checks decks, exams and question banks; exit code 1 where there is a problem. */
export const run: Run = async ({ world, args, options, json }) => {
  const workshop = await world.workshop();
  const rules = options.rule as readonly string[] | undefined;
  // A rule that does not exist is said before anything is read or mended.
  ofRules([], rules);
  const fixed = options.fix === true ? await mend(await world.files(), workshop, args, rules) : [];
  const files = workshop.decks(args);
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  const exams = workshop.exams(args);
  if (args.length > 0 && files.length + exams.length === 0)
    throw nothingThere(args, 'deck, exam or question bank');
  const onDisk = args.length === 0 ? files : [...files, ...workshop.decks([])];
  const inExams = exams.length === 0 ? [] : lintExams(exams, { today, ...(await known(world, onDisk)) });
  const problems = ofRules([...lintDecks(files, today), ...inExams].sort(byPlace), rules);
  const entries = files.flatMap((file) => ('deck' in file ? file.deck.cards : []));
  const cards = cardCount(entries);
  const drafts = entries.filter(({ status }) => status === 'draft').length;
  const questions = exams.reduce((sum, file) => sum + ('bank' in file ? file.bank.questions.length : 0), 0);
  const leftOut = [...files, ...exams].filter((file) => 'problems' in file).length;
  const facts = { problems, files: files.length + exams.length, cards, questions, drafts, leftOut };
  if (options.sarif === true) world.terminal.print(JSON.stringify(sarifLog(problems)));
  else if (json)
    world.terminal.print(JSON.stringify({ ...facts, ...(options.fix === true ? { fixed } : {}) }));
  else {
    for (const { file, fixes } of fixed) {
      const done = Object.entries(fixes).map(([rule, times]) => `${rule} (${times})`);
      world.terminal.print(safeLine(`fixed ${file}: ${done.join(', ')}`));
    }
    world.terminal.print(problemsView(makeTheme(world.terminal), facts));
  }
  return problems.length > 0 ? exitCodes.problemsFound : exitCodes.done;
};

interface Mended {
  readonly file: string;
  /** How often each rule was satisfied. */
  readonly fixes: Readonly<Record<string, number>>;
}

/** Writes what can be mended without judgement; a file that would not be read as a deck afterwards is left alone. */
async function mend(
  files: Files,
  workshop: Workshop,
  paths: readonly string[],
  rules: readonly string[] | undefined,
): Promise<Mended[]> {
  const wanted =
    rules === undefined || rules.length === 0 ? fixable : fixable.filter((name) => rules.includes(name));
  return workshop.decks(paths).flatMap(({ file, text = '', ...read }): Mended[] => {
    const fixed = fixDeck(text, new Set(wanted));
    if (fixed === undefined) return [];
    if ('deck' in read && 'problems' in workshop.parse(fixed.text, file)) return [];
    files.write(file, fixed.text, { overwrite: true });
    return [{ file, fixes: fixed.fixes }];
  });
}

/** Exams and cards that questions may name: those shipped, the learner's own, and those being checked. */
async function known(world: World, files: readonly DeckFile[]) {
  const [exams, library] = await Promise.all([world.exams(), world.library()]);
  const { entries } = await library.load();
  const onDisk = files.flatMap((file) => ('deck' in file ? file.deck : []));
  return { blueprints: exams.blueprints(), ...noteIndex(entries, onDisk) };
}
