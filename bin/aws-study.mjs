#!/usr/bin/env node
try {
  await import('../dist/cli.js');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('cli.js')) throw error;
  process.stderr.write(
    'error: aws-study is not built yet.\nhint: Run "npm ci" in its folder, which builds it.\n',
  );
  process.exitCode = 2;
}
