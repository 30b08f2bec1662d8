// Entry of a thread of its own: texts in, vectors out. It imports packages only, so that plain Node can run it from its source, too.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { env, pipeline } from '@huggingface/transformers';

const { folder, name } = workerData as { folder: string; name: string };
const FILE = 'onnx/model_q4.onnx';

env.allowRemoteModels = false;
env.localModelPath = folder;

async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 12);
}

const [fingerprint, extract] = await Promise.all([
  fingerprintOf(join(folder, name, FILE)),
  pipeline('feature-extraction', name, { dtype: 'q4', session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 } }),
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
