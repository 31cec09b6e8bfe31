import { homedir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import envPaths from 'env-paths';

const folders = envPaths('aws-study', { suffix: '' });

/** An empty HOME would make the system's folders those of wherever one stands: then the user's entry says. */
const from = homedir() === '' ? userInfo().homedir : '.';

/**
 * Without a home of the learner's choice: the system's own folders (XDG on Linux, Application Support on macOS, AppData on
 * Windows). Loading this throws where the system knows no home folder of the user.
 */
export const data = resolve(from, folders.data);
export const cache = resolve(from, folders.cache);
