import type { Settings } from '../domain/settings.ts';
import type { Journal, JournalTrouble, Library, Shelf, World } from '../ports.ts';
import { type Moment, thisMoment } from './today.ts';

/** What every command needs that looks at the learner's answers. */
export interface JournalDesk {
  readonly journal: Journal;
  readonly settings: Settings;
  readonly trouble: readonly JournalTrouble[];
  /** The moment of now; each call asks the clock. @throws UserError where the clock cannot be right. */
  moment(): Moment;
}

/** And what those need that look at cards. */
export interface Desk extends JournalDesk {
  readonly library: Library;
  readonly shelf: Shelf;
  /** Where the learner's own decks go. */
  readonly decksFolder: string;
}

export interface DeskOptions {
  readonly paths?: readonly string[];
  readonly trustClock?: boolean;
}

/** Opens journal and settings. Reads only. */
export async function openJournal(
  world: World,
  options: Pick<DeskOptions, 'trustClock'> = {},
): Promise<JournalDesk> {
  const [journal, store] = await Promise.all([world.journal(), world.settings()]);
  const settings = store.read();
  const { trouble } = journal.read();
  return {
    journal,
    settings,
    trouble,
    moment: () =>
      thisMoment(world.clock, journal.read().progress, {
        rolloverMinutes: settings.rolloverMinutes,
        trustClock: options.trustClock === true,
      }),
  };
}

/** Opens library, journal and settings. Reads only. */
export async function openDesk(world: World, options: DeskOptions = {}): Promise<Desk> {
  const [library, desk] = await Promise.all([world.library(), openJournal(world, options)]);
  const shelf = await library.load(options.paths);
  return { ...desk, library, shelf, decksFolder: world.decksFolder };
}
