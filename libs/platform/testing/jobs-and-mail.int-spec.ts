import { randomBytes } from 'node:crypto';
import { newId } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { Mail } from '@knotenpunkt/platform/mail';
import { SMTPServer } from 'smtp-server';
import { NoRooms } from './no-rooms';
import { createTestApp, type TestApp } from './test-app';

const jobsOf = query('test.jobs', 'SELECT name, state, retry_limit AS "retryLimit" FROM pgboss.job WHERE name = $1');

async function until<Value>(ask: () => Promise<Value | null | undefined | false>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('jobs and mail', () => {
  let app: TestApp;
  let smtp: SMTPServer;
  const received: { to: string[]; text: string }[] = [];
  let refuseNext = 0;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (refuseNext > 0) {
            refuseNext -= 1;
            const whom = session.envelope.rcptTo.map(({ address }) => address).join();
            return done(Object.assign(new Error(`try again later for ${whom}`), { responseCode: 451 }));
          }
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as { port: number };
    app = await createTestApp({ modules: () => [NoRooms], mail: { smtpUrl: `smtp://127.0.0.1:${port}`, secret: 'only for tests' } });
  });
  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });

  it('does a job after the commit, and none of a change that was not kept', async () => {
    const done: string[] = [];
    app.get(Jobs).handle<{ what: string }>('test.note', ({ what }) => Promise.resolve(void done.push(what)));
    const unitOfWork = app.get(UnitOfWork);
    await unitOfWork
      .run(async (tx) => {
        await app.get(Jobs).send(tx, 'test.note', { what: 'rolled back' });
        throw new Error('no');
      })
      .catch(() => undefined);
    await unitOfWork.run((tx) => app.get(Jobs).send(tx, 'test.note', { what: 'kept' }));
    expect(await app.get(Database).read(jobsOf, ['test.note'])).toEqual([{ name: 'test.note', state: 'created', retryLimit: 4 }]);
    await app.get(Jobs).work();
    await until(() => Promise.resolve(done.length > 0));
    expect(done).toEqual(['kept']);
  });

  it('sends a mail once it is committed, and then keeps no text of it', async () => {
    const subject = `Anfrage ${newId()}\r\nBcc: somebody@else.example`;
    await app
      .get(UnitOfWork)
      .run((tx) =>
        app.get(Mail).send(tx, { to: 'kim@beispiel.example', subject, text: 'Grüße aus Harkenrode\nhttp://localhost/r/harkenrode' }),
      );
    const mail = await until(() => Promise.resolve(received[0]));
    expect(mail.to).toEqual(['kim@beispiel.example']);
    expect(mail.text).toMatch(/^From: test@knotenpunkt\.example/m);
    // A line break in a subject adds no header.
    expect(mail.text).not.toMatch(/^Bcc:/m);
    const kept = await until(async () => (await app.get(Mail).newest(1)).find(({ sentAt }) => sentAt !== null));
    expect(kept).toMatchObject({ to: 'kim@beispiel.example', subject: '', text: '' });
    expect(received).toHaveLength(1);
  });

  it('keeps a mail that the server would not take, for another attempt', async () => {
    refuseNext = 1;
    await app.get(UnitOfWork).run((tx) => app.get(Mail).send(tx, { to: 'robin@beispiel.example', subject: 'Zusage', text: 'Noch da' }));
    const job = await until(async () =>
      (await app.get(Database).read<{ state: string }>(jobsOf, ['mail.send'])).find(({ state }) => state === 'retry'),
    );
    expect(job.state).toBe('retry');
    // The fault stays with the job for days: why, and not for whom.
    const faults = query('test.faults', `SELECT output::text FROM pgboss.job WHERE name = 'mail.send' AND output IS NOT NULL`);
    const [fault] = await app.get(Database).read<{ output: string }>(faults, []);
    expect(fault!.output).toContain('try again later');
    expect(fault!.output).not.toContain('robin@');
    // Its text is kept for the next attempt and shown to nobody else.
    expect((await app.get(Mail).newest(1))[0]).toMatchObject({ to: 'robin@beispiel.example', text: '', sentAt: null });
    const kept = await app
      .get(Database)
      .readOne<{ body: string }>(query('test.keptMail', `SELECT body FROM outgoing_mail WHERE recipient = 'robin@beispiel.example'`), []);
    expect(kept?.body).toBe('Noch da');
  });

  it('keeps nothing that opens something to whoever reads the database, and sends it all the same', async () => {
    const token = randomBytes(32).toString('base64url');
    const text = `Öffnen Sie:\nhttp://localhost/r/harkenrode/antwort/${token}`;
    await app.get(UnitOfWork).run(async (tx) => {
      await app.get(Mail).send(tx, { to: 'lou@beispiel.example', subject: 'Frage', text });
      const [row] = (await tx.query(`SELECT body FROM outgoing_mail WHERE recipient = 'lou@beispiel.example'`)) as { body: string }[];
      expect(row!.body).toContain('http://localhost/r/harkenrode/antwort/{link:');
      expect(row!.body).not.toContain(token);
    });
    const mail = await until(() => Promise.resolve(received.find(({ to }) => to.includes('lou@beispiel.example'))));
    expect(mail.text.replace(/=\r?\n/g, '')).toContain(token);
  });

  it('writes links to pages of a region', () => {
    expect(app.get(Mail).linkTo('harkenrode', '/zusagen')).toBe('http://localhost:4400/r/harkenrode/zusagen');
  });
});
