import type { CalculatorName } from '../domain/calculators/calculator.ts';
import { commandLine } from '../domain/calculators/command-line.ts';
import { calculatorNames } from '../domain/calculators/names.ts';
import type { Drill, DrillTemplate } from '../domain/drills/drill.ts';
import { drillsOf, drillTemplates } from '../domain/drills/index.ts';
import { orderTemplates } from '../domain/drills/order-templates.ts';
import { drillCard } from '../domain/ids.ts';
import { nearest } from '../domain/nearest.ts';
import { type Grade, gradeNames } from '../domain/scheduling/memory.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import { DrillSession } from '../study/drill-session.ts';
import { type JournalDesk, openJournal } from '../study/open-desk.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import { drillSummaryView } from '../terminal/views/drill-summary.ts';
import type { Request, Run } from './command.ts';
import { commandAgain, quoted } from './command-again.ts';
import { printWrapped } from './print-wrapped.ts';

const usualCount = 10;

/** Questions made by the calculators, one after the other, scheduled like cards: each template is one. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  const templates = chosenTemplates(args);
  const count = (options.count as number | undefined) ?? usualCount;
  const desk = await openJournal(world, { trustClock: json || options.trustClock === true });
  const { cards } = desk.journal.read().progress;
  const order = orderTemplates(
    templates,
    (template) => cards.get(drillCard(template.id)),
    desk.moment().day,
    world.random,
  );
  if (order.length === 0)
    throw new UserError('all of these drills are suspended.', 'Name others: "aws-study drill --help".');
  if (json) {
    const drills = Array.from({ length: count }, (_, place) => {
      const template = order[place % order.length]?.template as DrillTemplate;
      return drillDocument(template, template.generate(world.random));
    });
    world.terminal.print(JSON.stringify(drills));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  const session = new DrillSession({
    journal: desk.journal,
    clock: world.clock,
    random: world.random,
    moment: desk.moment,
    order,
    count,
  });
  let recorded: Grade | undefined;
  try {
    await (world.terminal.interactive
      ? onScreen(request, session, desk, theme)
      : lineByLine(request, session, desk));
  } finally {
    try {
      recorded = session.leave();
    } finally {
      farewell(request, session, desk, theme, recorded);
      desk.journal.saveSnapshot();
    }
  }
  return undefined;
};

/** Calculators and single templates by name; all of them where none is named. @throws UserError for an unknown one. */
function chosenTemplates(names: readonly string[]): readonly DrillTemplate[] {
  if (names.length === 0) return drillTemplates;
  const isCalculator = (name: string): name is CalculatorName =>
    (calculatorNames as readonly string[]).includes(name);
  const ids = drillTemplates.map((template) => template.id as string);
  const wrong = names.find((name) => !isCalculator(name) && !ids.includes(name));
  if (wrong !== undefined) {
    const near = nearest(wrong, [...calculatorNames, ...ids]);
    throw new UserError(
      `there is no drill "${wrong}".`,
      near === undefined
        ? `Name a calculator: ${calculatorNames.join(', ')}.`
        : `Did you mean "aws-study drill ${near}"?`,
    );
  }
  const ofCalculators = names.some(isCalculator) ? drillsOf(names.filter(isCalculator)) : [];
  return drillTemplates.filter((each) => ofCalculators.includes(each) || names.includes(each.id));
}

/** A question with its answer, for scripts. */
const drillDocument = (
  { id, title }: DrillTemplate,
  { calculator, question, expected, answerText, inputs, steps, traps, sources }: Drill,
) => ({
  drill: id,
  calculator,
  title,
  question,
  answer: answerText,
  expected,
  inputs,
  command: `aws-study ${commandLine(calculator, inputs)}`,
  steps,
  traps,
  sources,
});

async function onScreen(
  { world: { terminal } }: Request,
  session: DrillSession,
  desk: JournalDesk,
  theme: Theme,
): Promise<void> {
  const first = session.ask();
  if (first === undefined) return;
  const [{ runScreen }, { drillScreen }] = await Promise.all([
    import('../terminal/screen.ts'),
    import('../terminal/drill/drill-screen.ts'),
  ]);
  const twoGrades = desk.settings.grades === 'two';
  const parts = { session, theme, unicode: terminal.unicode, twoGrades };
  const end = await runScreen(drillScreen(parts, first), terminal);
  if (end.why === 'trouble') throw end.error;
}

async function lineByLine(
  { world: { terminal } }: Request,
  session: DrillSession,
  desk: JournalDesk,
): Promise<void> {
  const { plainDrill } = await import('../terminal/drill/plain-drill.ts');
  await plainDrill({ session, terminal, twoGrades: desk.settings.grades === 'two' });
}

/** Printed however it ended: what was answered is saved, and the learner is told so. */
function farewell(
  request: Request,
  session: DrillSession,
  desk: JournalDesk,
  theme: Theme,
  recorded: Grade | undefined,
): void {
  const { args, options } = request;
  const { cards } = desk.journal.read().progress;
  const today = desk.moment().day;
  const results = session.results();
  const due = [...new Set(results.map((one) => one.template))].map((template) => ({
    template,
    day: cards.get(drillCard(template.id))?.due ?? today,
  }));
  const facts = {
    results: results.map(({ template, correct, ms }) => ({ calculator: template.calculator, correct, ms })),
    again: due.filter(({ day }) => day <= today).map(({ template }) => template.id),
    nextDue: due.length === 0 ? undefined : isoDay(Math.min(...due.map(({ day }) => day))),
    goOn: commandAgain(['drill', ...args.map(quoted)], options),
    recorded: recorded === undefined ? undefined : gradeNames[recorded],
  };
  printWrapped(request, drillSummaryView(theme, facts));
}
