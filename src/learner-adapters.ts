/** What every command that looks at the learner's cards needs, in one piece: each import of its own costs a start. */
export { DeckLibrary } from './content/deck-library.ts';
export { JournalStore } from './storage/journal-store.ts';
export { makeReady } from './storage/make-ready.ts';
export { SettingsFile } from './storage/settings-file.ts';
export { StateFile } from './storage/state-file.ts';
