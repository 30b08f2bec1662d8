// Entry of a thread of its own: texts in, vectors out. It imports packages only, so that plain Node can run it from its source, too.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { env, pipeline } from '@huggingface/transformers';

const { folder, name } = workerData as { folder: string; name: string };
/** Weights in 4 bits, in 8, or whole, as the folder has them; the coefficients of the product were fitted to the first. */
const FILES = { q4: 'model_q4.onnx', q8: 'model_quantized.onnx', fp32: 'model.onnx' } as const;
const weights = (Object.keys(FILES) as (keyof typeof FILES)[]).find((one) => existsSync(join(folder, name, 'onnx', FILES[one])));
if (!weights) throw new Error(`${join(folder, name, 'onnx')} has none of ${Object.values(FILES).join(', ')}`);

env.allowRemoteModels = false;
env.localModelPath = folder;

async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 12);
}

const [fingerprint, extract] = await Promise.all([
  fingerprintOf(join(folder, name, 'onnx', FILES[weights])),
  pipeline('feature-extraction', name, { dtype: weights, session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 } }),
]);
parentPort?.postMessage({ loaded: `${name}@${fingerprint}` });

async function read(number: number, texts: string[]): Promise<void> {
  try {
    const { data, dims } = await extract(texts, { pooling: 'mean', normalize: true });
    const width = dims.at(-1)!;
    const all = Float32Array.from(data as Float32Array);
    parentPort?.postMessage({ number, vectors: texts.map((_, at) => all.slice(at * width, (at + 1) * width)) });
  } catch (error) {
    parentPort?.postMessage({ number, failed: String(error) });
  }
}

// One after the other. The thread ends by itself: torn down in the middle, the runtime would take the whole process with it.
let reading = Promise.resolve();
parentPort?.on('message', (message: { number: number; texts: string[] } | 'end') => {
  reading = reading.then(async () => {
    if (message !== 'end') return read(message.number, message.texts);
    await extract.dispose();
    parentPort?.close();
  });
});
