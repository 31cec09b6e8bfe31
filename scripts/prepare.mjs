// Runs on `npm ci` in a checkout and before packing. Where development packages were left out (npm ci --omit=dev) there is
// nothing to build with: say so and succeed, so that npm and npx are not left with a broken install.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
try {
  require.resolve('esbuild');
  require.resolve('zod');
} catch {
  console.error('aws-study: not built, because development packages are missing; run "npm ci" to build it.');
  process.exit(0);
}
const { build } = await import('./build.mjs');
await build();
