import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** Mounts a disk of so many KiB at a folder until the test ends. Returns why it could not, where it could not. */
export function mountDisk(folder: string, kibibytes: number): string | undefined {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) return mounted.error?.message ?? mounted.stderr.trim();
  onTestFinished(() => void spawnSync('/bin/umount', ['-l', folder]));
  return undefined;
}

export function remount(folder: string, how: 'ro' | 'rw'): void {
  const { status, stderr } = spawnSync('/bin/mount', ['-o', `remount,${how}`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Said aloud, never skipped in silence: this machine lets no test mount a disk. */
export function sayNotMounted(test: string, reason: string): void {
  process.stderr.write(`NOT CHECKED on a real disk: "${test}": this machine does not mount (${reason}).\n`);
}
