// Writes what the sentence model makes of the judged needs and their offers, as a whole and line by line, for `domain/bench/fit-meaning.ts`.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/api/bench/write-vectors.ts <folder of shared data> <file for vectors>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '@knotenpunkt/matching/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { readAnchors, readWindows } from '../read-windows';
import { findModels, loadSentenceModel } from '../sentence-model';

const [from = '', to = ''] = process.argv.slice(2);
const models = findModels(process.env['MODELS_FOLDER'] || null);
if (!models) throw new Error('there is no sentence model: set MODELS_FOLDER');
const MORE_NEEDS = new URL('../../domain/bench/more-needs.json', import.meta.url);
type Texts = { title: string; text: string }[];
const { offers, needs: given } = JSON.parse(readFileSync(join(from, 'needs/dev.json'), 'utf8')) as Record<'offers' | 'needs', Texts>;
const { needs: more } = JSON.parse(readFileSync(MORE_NEEDS, 'utf8')) as { needs: Texts };
const needs = [...given, ...more];
const model = await loadSentenceModel(models);
const { all } = await loadCompetences();
const anchors = await readAnchors(model, all);
const texts = [...offers, ...needs, ...needs.flatMap(linesOf)];
const windows = await readWindows(model, texts);
const numbers = (vectors: readonly Float32Array[]) => vectors.map((vector) => [...vector]);
writeFileSync(
  to,
  JSON.stringify({
    anchors: { passages: numbers(anchors.passages), queries: numbers(anchors.queries) },
    windows: Object.fromEntries(texts.map(({ title, text }, at) => [`${title}\n${text}`, numbers(windows[at]!)])),
  }),
);
await model.close();
