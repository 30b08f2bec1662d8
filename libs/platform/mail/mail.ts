import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { createTransport, type Transporter } from 'nodemailer';
import { openLinks, sealLinks } from './sealed-links';

/** A mail in plain text; links stand on lines of their own. */
export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  /** Once it is out, nothing says that it ever was: the last mail to somebody who is erased. */
  leavesNothing?: boolean;
}

export interface SentMail extends OutgoingMail {
  id: Id;
  createdAt: Date;
  /** Null while it waits, and for ever where no mail server is configured. */
  sentAt: Date | null;
}

/** Where mails go: an SMTP server, or nowhere (then the outgoing mails can only be looked at). */
export interface MailSettings {
  smtpUrl: string | null;
  from: string;
  /** Links in mails start with it. */
  publicUrl: string;
  /** What opens something in a mail is sealed with it until the mail is out; null: it stands there to be read, as tests do. */
  secret: string | null;
}

export const MAIL_SETTINGS = Symbol('MAIL_SETTINGS');

/** Mails that have not gone out. */
export interface MailState {
  /** Whether a mail server is configured; without one mails are only kept. */
  configured: boolean;
  /** A job is about to send them. */
  waiting: number;
  /** No job tries any more: it gave up, or was lost with a restore. */
  failed: number;
  /** When the oldest of the failed was written. */
  oldestFailedAt: Date | null;
}

const JOB = 'mail.send';
/** So many are sent again at once. */
const MOST_AGAIN = 500;
const LIVE = `SELECT data ->> 'id' AS id FROM pgboss.job WHERE name = '${JOB}' AND state IN ('created', 'retry', 'active')`;

const unsent = query(
  'mail.unsent',
  `SELECT count(*) FILTER (WHERE live.id IS NOT NULL)::int AS waiting, count(*) FILTER (WHERE live.id IS NULL)::int AS failed,
     min(mail.created_at) FILTER (WHERE live.id IS NULL) AS "oldestFailedAt"
   FROM outgoing_mail mail LEFT JOIN (${LIVE}) live ON live.id = mail.id::text WHERE mail.sent_at IS NULL`,
);
const newest = query(
  'mail.newest',
  `SELECT id, recipient AS "to", subject, body AS text, created_at AS "createdAt", sent_at AS "sentAt" FROM outgoing_mail ORDER BY created_at DESC, id DESC LIMIT $1`,
);
const byId = query(
  'mail.byId',
  'SELECT id, recipient AS "to", subject, body AS text, created_at AS "createdAt", sent_at AS "sentAt", leaves_nothing AS "leavesNothing" FROM outgoing_mail WHERE id = $1',
);

@Injectable()
export class Mail implements OnModuleInit {
  private readonly transport: Transporter | null;

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {
    this.transport = settings.smtpUrl
      ? createTransport(settings.smtpUrl, {
          from: settings.from,
          connectionTimeout: 5_000,
          greetingTimeout: 5_000,
          socketTimeout: 10_000,
        } as object)
      : null;
  }

  /** Whether a mail server is configured; without one mails are only kept. */
  get goesOut(): boolean {
    return this.transport !== null;
  }

  onModuleInit(): void {
    this.jobs.handle<{ id: Id }>(JOB, ({ id }) => this.deliver(id));
  }

  /** The address of a page for a mail: `/koordination` in a region. */
  linkTo(regionSlug: string, path: string): string {
    return `${this.settings.publicUrl}/r/${regionSlug}${path}`;
  }

  /** Writes the mail and the job that sends it into the transaction. */
  async send(tx: Tx, mail: OutgoingMail): Promise<void> {
    const id = newId();
    // Header injection would need a line break in subject or recipient.
    const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim();
    await tx.query('INSERT INTO outgoing_mail (id, recipient, subject, body, leaves_nothing) VALUES ($1, $2, $3, $4, $5)', [
      id,
      oneLine(mail.to),
      oneLine(mail.subject),
      this.settings.secret === null ? mail.text : sealLinks(this.settings.secret, mail.text),
      mail.leavesNothing ?? false,
    ]);
    await this.jobs.send(tx, JOB, { id });
  }

  /** How many mails have not gone out. Without a mail server none has failed: there is nowhere to go. */
  async state(): Promise<MailState> {
    const counted = (await this.database.readOne<Omit<MailState, 'configured'>>(unsent))!;
    if (this.transport) return { configured: true, ...counted };
    return { configured: false, waiting: counted.waiting + counted.failed, failed: 0, oldestFailedAt: null };
  }

  /** Makes a new job for the failed mails, the oldest first; gives how many. */
  async sendAgain(tx: Tx): Promise<number> {
    if (!this.transport) return 0;
    // Two that ask at once must not send twice.
    await tx.query('LOCK TABLE outgoing_mail IN SHARE ROW EXCLUSIVE MODE');
    const rows = (await tx.query(
      `SELECT mail.id FROM outgoing_mail mail WHERE mail.sent_at IS NULL AND mail.id::text NOT IN (${LIVE})
       ORDER BY mail.created_at LIMIT ${MOST_AGAIN}`,
    )) as { id: Id }[];
    await this.jobs.forgetFailed(tx, JOB);
    for (const { id } of rows) await this.jobs.send(tx, JOB, { id });
    return rows.length;
  }

  /** The newest mails, for the page that shows what would have gone out. Where mails do go out, nobody else reads their text. */
  async newest(limit: number): Promise<SentMail[]> {
    const mails = await this.database.read<SentMail>(newest, [limit]);
    return mails.map((mail) => ({ ...mail, text: this.transport ? '' : this.readable(mail.text) }));
  }

  private readable(text: string): string {
    return this.settings.secret === null ? text : openLinks(this.settings.secret, text);
  }

  private async deliver(id: Id): Promise<void> {
    const mail = await this.database.readOne<SentMail>(byId, [id]);
    if (!mail || mail.sentAt || !this.transport) return;
    await this.transport.sendMail({
      from: this.settings.from,
      to: mail.to,
      subject: mail.subject,
      text: this.readable(mail.text),
      messageId: `<${mail.id}@knotenpunkt>`,
    });
    // Once it is out, the text has done its duty: what is kept is only that something was sent.
    const done = mail.leavesNothing
      ? 'DELETE FROM outgoing_mail WHERE id = $1'
      : `UPDATE outgoing_mail SET sent_at = now(), subject = '', body = '' WHERE id = $1`;
    await this.unitOfWork.run((tx) => tx.query(done, [id]));
  }
}
