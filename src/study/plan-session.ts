import { buildQueue, type QueueItem, type Standing, standing } from '../domain/scheduling/queue.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { Journal, JournalTrouble, Library, LibraryEntry, Shelf, World } from '../ports.ts';
import { adoptRenamed } from './adopt-renamed.ts';
import { chooseCards, type Filter } from './choose-cards.ts';
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
  const settings = { ...defaultSettings, ...store.read() };
  const { progress, trouble } = journal.read();
  return {
    journal,
    settings,
    trouble,
    moment: () =>
      thisMoment(world.clock, journal.read().progress ?? progress, {
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

export interface SessionWish extends Filter {
  readonly newCards?: number | undefined;
  readonly cards?: number | undefined;
  readonly cram?: boolean | undefined;
  /** Also cards that fall due within so many days. */
  readonly aheadDays?: number | undefined;
}

export interface PlannedSession {
  readonly chosen: readonly LibraryEntry[];
  readonly queue: readonly QueueItem<LibraryEntry>[];
  /** How things stand among the chosen cards, for when the queue is empty. */
  readonly standing: Standing<LibraryEntry>;
}

/** The queue for what the learner asked. Histories of renamed cards are adopted first. */
export function planSession(desk: Desk, wish: SessionWish, random: () => number): PlannedSession {
  const chosen = chooseCards(desk.shelf.entries, wish);
  const moment = desk.moment();
  adoptRenamed(desk, moment);
  const { cards, days } = desk.journal.read().progress;
  // Reviewing ahead is an ordinary review at its true elapsed time; only what counts as due reaches further.
  const horizon = moment.day + (wish.aheadDays ?? 0);
  const done = days.get(moment.day);
  const queue = buildQueue({
    entries: chosen,
    progress: cards,
    today: moment.day,
    horizon,
    done:
      wish.newCards === undefined
        ? done
        : done && { ...done, reviews: done.reviews - done.newCards, newCards: 0 },
    limits: {
      newPerDay: wish.newCards ?? desk.settings.newPerDay,
      reviewsPerDay: desk.settings.reviewsPerDay,
      cards: wish.cards,
    },
    random,
    cram: wish.cram === true,
  });
  return { chosen, queue, standing: standing(chosen, cards, moment.day) };
}
