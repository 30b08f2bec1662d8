import { readFileSync } from 'node:fs';
import type { MatchedEntry, MatchQuestion } from '@knotenpunkt/matching/domain';
import { z } from 'zod';
import { EvaluationError } from './register-tables';

const entry = z.object({ id: z.string(), actor: z.string(), title: z.string(), text: z.string(), themes: z.array(z.string()).default([]) });
const needsFile = z.object({
  actors: z.array(z.object({ id: z.string(), kind: z.string().optional(), name: z.string(), summary: z.string().default('') })),
  offers: z.array(entry),
  needs: z.array(entry),
});

/** What a file of offers and needs asks. Judgements that may stand in it are not read. */
export interface AskedNeeds {
  offers: MatchedEntry[];
  needs: (MatchQuestion & { id: string; title: string })[];
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Reads a file of the form of `needs/dev.json`, ordered by id: answers do not depend on the order of its lists. */
export function readNeedsFile(file: string): AskedNeeds {
  const { actors, offers, needs } = parsed(file);
  const about = new Map(actors.map(({ id, name, summary }) => [id, `${name}. ${summary}`]));
  const kindOf = new Map(actors.map(({ id, kind }) => [id, kind]));
  return {
    offers: offers.sort(byId).map(({ actor, ...offer }) => ({
      ...offer,
      actorId: actor,
      kind: kindOf.get(actor),
      direction: 'OFFER',
      language: 'de',
      about: about.get(actor),
      competences: [],
    })),
    needs: needs.sort(byId).map(({ actor, ...need }) => ({ ...need, actorId: actor, language: 'de' })),
  };
}

function parsed(file: string): z.output<typeof needsFile> {
  try {
    return needsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof z.ZodError) throw new EvaluationError(`${file}: ${z.prettifyError(error)}`);
    if (error instanceof SyntaxError) throw new EvaluationError(`${file} is no JSON: ${error.message}`);
    throw new EvaluationError(`${file} cannot be read`);
  }
}
