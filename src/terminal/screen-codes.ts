/** The terminal's second page: the learner's shell is as it was afterwards. */
export const enterScreen = '\u001B[?1049h\u001B[2J\u001B[H';
export const leaveScreen = '\u001B[?25h\u001B[?1049l';
export const clearScreen = '\u001B[2J\u001B[H';
export const hideCursor = '\u001B[?25l';
export const showCursor = '\u001B[?25h';
