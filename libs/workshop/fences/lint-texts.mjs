/**
 * Lints texts as if they were files of the workspace in the current folder. Reads `[{ file, text }]` as JSON from
 * standard input, answers with a list of `{ line, rule, message }` for each. A process of its own, because Nx's rule
 * remembers the workspace it saw first, and because ESLint loads its configuration outside of Jest's module system.
 */
import { text as readAll } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const inputs = JSON.parse(await readAll(process.stdin));
const eslint = new ESLint({ cwd: process.cwd() });
const outputs = [];
for (const { file, text } of inputs) {
  const [result] = await eslint.lintText(text, { filePath: file, warnIgnored: true });
  outputs.push((result?.messages ?? []).map(({ line, ruleId, message }) => ({ line, rule: ruleId ?? 'parser', message })));
}
process.stdout.write(JSON.stringify(outputs));
