// The licences of every package whose code is in the bundle, in one file that is shipped with it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function collectLicences(root, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const sections = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const files = await readdir(join(root, folder));
    const file = files.find((one) => /^(licen[cs]e|copying)/i.test(one));
    const text =
      file === undefined
        ? `Licence: ${license} (the package ships no licence text)`
        : await readFile(join(root, folder, file), 'utf8');
    sections.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `aws-study contains code of the following packages.\n${rule}${sections.join(rule)}`;
}
