/** A word of the command line that is the path of a file or folder, not the name of a deck. */
export const isDeckPath = (word: string): boolean => /[\\/]|\.ya?ml$/i.test(word);
