import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, query, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { EncodedPicture } from './encode-picture';

/** A file as those who refer to it know it. */
export interface KeptFile {
  /** SHA-256 of its bytes in hexadecimal digits: its name, and part of its address. */
  hash: string;
  width: number;
  height: number;
}

/** A document as those who refer to it know it. */
export interface KeptDocument {
  hash: string;
  mime: string;
  /** In bytes. */
  size: number;
}

const byHash = query('file.byHash', 'SELECT mime, CASE WHEN $2 THEN small ELSE bytes END AS bytes FROM file WHERE hash = $1');

/** Files in Postgres, each content once. What refers to one does so by a foreign key. */
@Injectable()
export class FileStore {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Keeps a picture; one that is there already is kept for another day. */
  async keep({ mime, bytes, small, width, height }: EncodedPicture): Promise<KeptFile> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.unitOfWork.run((tx) =>
      tx.query(
        `INSERT INTO file (hash, mime, bytes, small, width, height) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (hash) DO UPDATE SET kept_at = now()`,
        [hash, mime, bytes, small, width, height],
      ),
    );
    return { hash, width, height };
  }

  /** Keeps a document, which has no size in pixels and nothing in small; one that is there already is kept for another day. */
  async keepDocument({ mime, bytes }: { mime: string; bytes: Buffer }): Promise<KeptDocument> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.unitOfWork.run((tx) =>
      tx.query('INSERT INTO file (hash, mime, bytes) VALUES ($1, $2, $3) ON CONFLICT (hash) DO UPDATE SET kept_at = now()', [
        hash,
        mime,
        bytes,
      ]),
    );
    return { hash, mime, size: bytes.length };
  }

  /** What a document is; null: there is none to refer to. */
  async describe(tx: Tx, hash: string): Promise<KeptDocument | null> {
    const found = (await tx.query('SELECT hash, mime, octet_length(bytes) AS size FROM file WHERE hash = $1', [hash])) as KeptDocument[];
    return found[0] ?? null;
  }

  /** Whether there is a file to refer to. */
  async isKept(tx: Tx, hash: string): Promise<boolean> {
    return ((await tx.query('SELECT 1 FROM file WHERE hash = $1', [hash])) as unknown[]).length > 0;
  }

  /** What a file holds, or the same in small; null: there is none. */
  read(hash: string, small: boolean): Promise<{ mime: string; bytes: Buffer } | null> {
    return this.database.readOne(byHash, [hash, small]);
  }

  /**
   * Removes what nothing refers to and nobody has sent for a day; how many. What refers to files the catalogue says, so no
   * room can be forgotten; who begins to refer to one at this moment makes its foreign key fail, and the job tries again.
   */
  async sweep(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const references = (await tx.query(
        `SELECT format('NOT EXISTS (SELECT 1 FROM %s WHERE %I = file.hash)', c.conrelid::regclass, a.attname) AS missing
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND c.confrelid = 'file'::regclass`,
      )) as { missing: string }[];
      const unused = references.map(({ missing }) => missing);
      const [, count] = (await tx.query(`DELETE FROM file WHERE ${["kept_at < now() - interval '1 day'", ...unused].join(' AND ')}`)) as [
        unknown,
        number,
      ];
      return count;
    });
  }
}
