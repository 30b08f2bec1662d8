import type { Answer } from './answer';
import { faultOf } from './faults';

/** How many bytes of a file are sent. */
export interface SendProgress {
  done: number;
  total: number;
}

/** What a server says of a file that was sent. */
export function readSent<Sent>(status: number, body: unknown): Answer<Sent> {
  if (status >= 200 && status < 300 && body !== null) return { kind: 'done', value: body as Sent };
  const { code, field, parameters } = (body ?? {}) as { code?: unknown; field?: string | null; parameters?: Record<string, unknown> };
  if (typeof code !== 'string') return { kind: 'failed', fault: { kind: 'SERVER', number: null } };
  const values = Object.entries(parameters ?? {}).map(([name, value]) => [name, String(value)]);
  return { kind: 'refused', refusal: { code, field: field ?? null, parameters: Object.fromEntries(values) as Record<string, string> } };
}

/**
 * Sends the bytes of a file, without its name and its type, and tells how far it is. Never throws, as the `send`
 * of `useMutationAnswer`. By XMLHttpRequest, because `fetch` does not say how far it is.
 */
export function sendFile<Sent>(address: string, file: Blob, onProgress: (progress: SendProgress) => void): Promise<Answer<Sent>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = (error: unknown) => resolve({ kind: 'failed', fault: faultOf(error) });
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress({ done: loaded, total });
    request.onload = () => resolve(readSent<Sent>(request.status, request.response));
    request.onerror = () => failed(new TypeError('network'));
    request.timeout = 90_000;
    request.ontimeout = () => failed(new DOMException('slow', 'TimeoutError'));
    request.send(file);
  });
}
