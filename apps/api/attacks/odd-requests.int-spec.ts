import { gzipSync } from 'node:zlib';
import { boundBodies } from '../doors/bodies';
import express from 'express';
import { createServer } from 'node:http';
import WebSocket from 'ws';
import { startAttackedServer, type AttackedServer } from './attacked-server';
import { head, sendRaw, type Step } from './raw';

const QUERY = '{"query":"{ region { slug } }"}';
const JSON_BODY = { 'content-type': 'application/json', connection: 'close' };
const ELSEWHERE = { origin: 'https://elsewhere.example' };

const post = (path: string, body: string | Buffer, headers: Record<string, string | number> = {}): Step[] => [
  head(`POST ${path}`, { ...JSON_BODY, 'content-length': Buffer.byteLength(body), ...headers }),
  body,
];
const get = (path: string, headers = {}) => [head(`GET ${path}`, { connection: 'close', ...headers })];
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const MUTATION = encodeURIComponent('mutation { rebuildGraph { seq } }');

/** Writes pieces until the server has enough. */
const withoutEnd = async (socket: { write(piece: string): unknown; destroyed: boolean }): Promise<void> => {
  for (let left = 20_000; left > 0 && !socket.destroyed; left--) {
    socket.write(`1000\r\n${'x'.repeat(4_096)}\r\n`);
    if (left % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

/** What is sent, and what is answered; 0: the line is cut before the answer can be read. */
const ODD: Record<string, [Step[], number[]]> = {
  'a doubled slash': [post('//graphql', QUERY), [404]],
  'a doubled slash from another site': [post('//graphql', QUERY, ELSEWHERE), [403, 404]],
  'capitals from another site': [post('/GRAPHQL', QUERY, ELSEWHERE), [403]],
  'a slash at the end from another site': [post('/graphql/', QUERY, ELSEWHERE), [403]],
  'an address below from another site': [post('/graphql/more', QUERY, ELSEWHERE), [403]],
  'an encoded address from another site': [post('/%67raphql', QUERY, ELSEWHERE), [403, 404]],
  'an address that cannot be decoded': [post('/%zz', QUERY), [400, 404]],
  'a way around by dots': [post('/assets/../graphql', QUERY, ELSEWHERE), [403, 404, 405]],
  HEAD: [[head('HEAD /graphql?query=%7Bregion%7Bslug%7D%7D', { connection: 'close' })], [400, 405]],
  'HEAD with a mutation': [[head(`HEAD /graphql?query=${MUTATION}`, { connection: 'close', 'apollo-require-preflight': '1' })], [400, 405]],
  'GET with a mutation': [get(`/graphql?query=${MUTATION}`, { 'apollo-require-preflight': '1' }), [400, 405]],
  'GET as a form or a picture would': [get('/graphql?query=%7Bregion%7Bslug%7D%7D'), [400]],
  'OPTIONS of another site': [
    [head('OPTIONS /graphql', { connection: 'close', ...ELSEWHERE, 'access-control-request-method': 'POST' })],
    [403],
  ],
  PUT: [[head('PUT /graphql', { ...JSON_BODY, 'content-length': QUERY.length }), QUERY], [405]],
  DELETE: [[head('DELETE /graphql', { connection: 'close' })], [400, 405, 415]],
  TRACE: [[head('TRACE /graphql', { connection: 'close' })], [400, 405, 415]],
  CONNECT: [[head('CONNECT elsewhere.example:1')], [0, 400, 405]],
  'an upgrade to something else': [post('/graphql', QUERY, { connection: 'upgrade', upgrade: 'h2c' }), [400, 405, 426]],
  'HTTP/2 without a word before': [['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], [400]],
  'TLS on a line without': [[Buffer.from('16030102000100', 'hex'), '\r\n\r\n'], [400]],
  'a header without end': [[head('POST /graphql', { ...JSON_BODY, 'x-long': 'x'.repeat(40_000) })], [431]],
  'a body longer than it says': [post('/graphql', QUERY, { 'content-length': 5 }), [400]],
  'a length below zero': [post('/graphql', QUERY, { 'content-length': -5 }), [400]],
  'two lengths at once': [post('/graphql', '1\r\n{\r\n0\r\n\r\n', { 'content-length': 10, 'transfer-encoding': 'chunked' }), [400]],
  'a piece of no length': [[head('POST /graphql', { ...JSON_BODY, 'transfer-encoding': 'chunked' }), 'zz\r\n{\r\n'], [400]],
  'pieces without end': [
    [head('POST /graphql', { ...JSON_BODY, 'transfer-encoding': 'chunked' }), withoutEnd],
    [0, 413],
  ],
  'pieces without end to the accounts': [
    [head('POST /api/auth/sign-in/email', { ...JSON_BODY, 'transfer-encoding': 'chunked' }), withoutEnd],
    [0, 413],
  ],
  'a length of gigabytes': [[head('POST /graphql', { ...JSON_BODY, 'content-length': 5e9 })], [413]],
  'a length of gigabytes to the accounts': [[head('POST /api/auth/sign-in/email', { ...JSON_BODY, 'content-length': 5e9 })], [413]],
  'gzip that is none': [post('/graphql', 'no gzip', { 'content-encoding': 'gzip' }), [400]],
  'gzip that ends too early': [post('/graphql', gzipSync(QUERY).subarray(0, 20), { 'content-encoding': 'gzip' }), [400]],
  'gzip that grows a thousandfold': [post('/graphql', gzipSync('x'.repeat(5e7)), { 'content-encoding': 'gzip' }), [413]],
  'an encoding nobody knows': [post('/graphql', QUERY, { 'content-encoding': 'rot13' }), [415]],
  'an alphabet nobody knows': [post('/graphql', QUERY, { 'content-type': 'application/json; charset=ebcdic' }), [415]],
  'another alphabet than it says': [post('/graphql', QUERY, { 'content-type': 'application/json; charset=utf-16' }), [400]],
  'bytes that are no UTF-8': [post('/graphql', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), [400]],
  'a form': [post('/graphql', 'query=%7Bregion%7Bid%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' }), [415]],
  'a form of parts': [post('/graphql', QUERY, { 'content-type': 'multipart/form-data; boundary=x' }), [415]],
  'plain text': [post('/graphql', QUERY, { 'content-type': 'text/plain' }), [415]],
  'bare GraphQL': [post('/graphql', '{ region { id } }', { 'content-type': 'application/graphql' }), [415]],
  'a kind that is none': [post('/graphql', QUERY, { 'content-type': ';;,application/json' }), [415]],
  'a form to the accounts': [
    post('/api/auth/sign-in/email', 'email=a%40b.example&password=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    [415],
  ],
  'variables of very many levels': [post('/graphql', `{"query":"{region{slug}}","variables":{"a":${nested(100_000)}}}`), [400]],
  'extensions of very many levels': [post('/graphql', `{"query":"{region{slug}}","extensions":{"a":${nested(100_000)}}}`), [400]],
  'nothing but levels': [post('/graphql', nested(120_000)), [400]],
  'an account of very many levels': [post('/api/auth/sign-in/email', `{"email":${nested(100_000)},"password":"x"}`), [400]],
  'an account that is none': [post('/api/auth/sign-in/email', '{"email":7,"password":[]}'), [400, 401]],
  'an account with a NUL character': [post('/api/auth/sign-in/email', '{"email":"a\\u0000@b.example","password":"x"}'), [400]],
  'what the account service could do and the product does not': [post('/api/auth/update-user', '{"name":"x"}'), [404]],
  'an account from another site': [post('/api/auth/sign-in/email', '{"email":"a@b.example","password":"x"}', ELSEWHERE), [403]],
  'a region that is none': [post('/graphql', QUERY, { 'x-region': "'; DROP TABLE actor; --" }), [200]],
  'a session that is none': [post('/graphql', QUERY, { cookie: `knotenpunkt.session_token=%zz%00${'a'.repeat(4_000)}.b` }), [200]],
  'names that objects have anyway': [
    post('/graphql', '{"query":"{region{slug}}","__proto__":{"x":1},"constructor":1,"variables":{"__proto__":{"y":1}}}'),
    [200, 400],
  ],
  'a way out of the folder': [get('/assets/..%2f..%2fapi%2fmain.js'), [400, 403, 404]],
  'a file of another site': [post('/dateien/logo/x', 'x', { 'content-type': 'application/octet-stream', ...ELSEWHERE }), [403]],
  'a file from a form': [post('/dateien/logo/x', 'x', { 'content-type': 'multipart/form-data; boundary=x' }), [415]],
  'a file for nobody': [post('/dateien/logo/%27%00', 'x', { 'content-type': 'application/octet-stream' }), [400, 401]],
  'a file of gigabytes from nobody': [
    [head('POST /dateien/logo/x', { connection: 'close', 'content-type': 'application/octet-stream', 'content-length': 5e9 })],
    [401],
  ],
  'a file that is none': [get('/dateien/logo/%00/..%2f..%2fmain.js'), [400, 404]],
  'a snapshot that is none': [get('/daten/netzwerk/%00/%27'), [400, 404]],
};

describe('odd requests', () => {
  let attacked: AttackedServer;

  beforeAll(async () => {
    attacked = await startAttackedServer();
    await attacked.isAlive();
  });
  afterAll(() => attacked.close());

  it.each(Object.entries(ODD).map(([what, [steps, statuses]]) => ({ what, steps: () => steps, statuses })))(
    '$what: answered soon, and the server goes on',
    async ({ steps, statuses }) => {
      const answer = await sendRaw(attacked.address, steps());
      expect(statuses).toContain(answer.status);
      expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|node_modules/);
      // A second is what is wanted; machines that do other things beside get more.
      expect(answer.took).toBeLessThan(5_000);
      expect(await attacked.isAlive()).toBe(true);
    },
  );

  it('a body that says it is longer than it is: the line is closed when patience ends', async () => {
    const app = express().use(boundBodies({ largest: 1_000, patience: 200 }), express.json());
    const server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const answer = await sendRaw(`http://127.0.0.1:${port}`, post('/', QUERY, { 'content-length': 900 }));
    expect(answer.status).toBe(408);
    server.close();
  });

  describe('over WebSocket', () => {
    const url = () => `${attacked.address.replace('http', 'ws')}/graphql`;

    /** What the server says on a line until it closes it, or until `enough` has been said. */
    async function talk(messages: string[], enough: (said: string[]) => boolean): Promise<{ said: string[]; code: number }> {
      const socket = new WebSocket(url(), 'graphql-transport-ws');
      const said: string[] = [];
      return new Promise((resolve) => {
        socket.on('error', () => undefined);
        const [first, ...rest] = messages;
        socket.on('open', () => socket.send(first!));
        socket.on('message', (message) => {
          said.push(String(message));
          if (said.length === 1) rest.forEach((each) => socket.send(each));
          if (enough(said)) socket.terminate();
        });
        socket.on('close', (code) => resolve({ said, code }));
      });
    }
    const HELLO = '{"type":"connection_init"}';
    const subscribe = (id: string, query = 'subscription { changes { seq } }', more = '') =>
      `{"id":"${id}","type":"subscribe","payload":{"query":${JSON.stringify(query)}${more}}}`;

    it.each([
      ['several messages in one', [HELLO, `[${subscribe('a')},${subscribe('b')}]`]],
      ['nothing but levels', [HELLO, nested(30_000)]],
      ['a query that is none', [HELLO, '{"id":"a","type":"subscribe","payload":{"query":7}}']],
      ['two greetings', [HELLO, HELLO]],
      ['the same name twice', [HELLO, subscribe('a'), subscribe('a')]],
      ['no greeting', [subscribe('a')]],
      ['too many bytes', [HELLO, subscribe('a', 'x'.repeat(70_000))]],
    ])('closes on %s', async (_, messages) => {
      const { code } = await talk(messages, () => false);
      expect(code).toBeGreaterThan(1_000);
      expect(await attacked.isAlive()).toBe(true);
    });

    it('refuses variables of very many levels', async () => {
      const deep = subscribe('a', 'subscription { changes { seq } }', `,"variables":{"a":${nested(20_000)}}`);
      const { said } = await talk([HELLO, deep], (all) => all.some((text) => text.includes('"error"')));
      expect(said.join()).toContain('nested too deeply');
    });

    it('carries no more than a page could ever need', async () => {
      const many = Array.from({ length: 30 }, (_, at) => subscribe(`s${at}`));
      const { said } = await talk([HELLO, ...many], (all) => all.some((text) => text.includes('"error"')));
      expect(said.join()).toContain('too many subscriptions');
      expect(await attacked.isAlive()).toBe(true);
    });
  });
});
