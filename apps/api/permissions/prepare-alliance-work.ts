import { documentOf, proposal, statement, task, work } from './alliance-work-cases';
import { OWN } from './cases';

type Write = (name: string, type: string, input: object) => Promise<void>;

/** What OWN writes down in the alliance that is formed, through the product's own mutations. */
export async function prepareAllianceWork(write: Write): Promise<void> {
  await write('proposeAllianceAdmission', 'ProposeAllianceAdmissionInput', proposal(OWN).input);
  await write('enterAllianceStatement', 'EnterAllianceStatementInput', statement(OWN, work.statement).input);
  await write('offerAllianceTask', 'OfferAllianceTaskInput', task(OWN, work.task).input);
  await write('addAllianceDocument', 'AddAllianceDocumentInput', documentOf(OWN, work.document).input);
}
