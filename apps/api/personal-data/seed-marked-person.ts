import { MandateRequestService } from '@knotenpunkt/identity/api';
import { idFrom, newId, systemClock, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { RegionService } from '@knotenpunkt/regions/api';
import sharp from 'sharp';
import { until } from '../until';
import type { MarkedServer } from './marked-server';

/** Stands in the name, the address and every text the person writes; nowhere else. */
export const MARK = 'zzmarkiert7q4';
export const MARKED = { name: `Mara ${MARK}`, email: `${MARK}@beispiel.example`, password: 'ein langes Passwort' };

const REGION = idFrom('region', 'harkenrode');
const actor = (key: string) => idFrom('harkenrode', 'actor', key);
const [OWN, PARTNER, OTHER] = ['a025', 'a002', 'a012'].map(actor) as [Id, Id, Id];
const demo = (key: string) => `${key}@harkenrode.example`;
const today = systemClock.today('Europe/Berlin');

/**
 * Lets a marked person do everything with which the product comes to know something of a person, as that person and through the
 * product's own doors. What has no door – who coordinates a region or administrates the platform – is written by hand.
 */
export async function seedMarkedPerson(product: MarkedServer): Promise<{ id: Id; cookie: string }> {
  await becomeAMember(product);
  await beAskedAndAsk(product);
  await holdOffices(product);
  const id = await idOf(product);
  await beBlockedForAWhile(product, id);
  const cookie = await product.cookieOf(MARKED.email, MARKED.password);
  // Offices wait for a second factor, which no test shows.
  await product.pool.query('UPDATE auth.session SET "secondFactor" = true WHERE "userId" = $1', [id]);
  await proveTwice(product, id);
  await speakForOrganisation(product, cookie);
  await keepEntriesTrue(product, cookie);
  await keepThings(product, cookie, id);
  await mergeWhatItFollows(product, cookie);
  await beNamedInTables(product, cookie);
  await sendPicture(product, cookie);
  await report(product);
  await decideForOthers(product, cookie);
  // A link that nobody opens.
  await product.post('/api/auth/request-password-reset', { email: MARKED.email });
  await until(60_000, async () => (await product.pool.query('SELECT FROM auth.ticket WHERE person_id = $1', [id])).rowCount);
  return { id, cookie };
}

async function idOf({ pool }: MarkedServer): Promise<Id> {
  return (await pool.query<{ id: Id }>('SELECT id FROM auth."user" WHERE email = $1', [MARKED.email])).rows[0]!.id;
}

/** A mandate brings the account, a link in a mail the password. */
async function becomeAMember(product: MarkedServer): Promise<void> {
  const administrator = await product.cookieOf(demo('katrin.vossebrink'));
  const { name, email, password } = MARKED;
  const holder = { id: newId(), actorId: OWN, actorName: 'Spedition', name, email, role: 'DELEGATE', fromOn: today };
  await product.write(administrator, 'grantMandate', 'GrantMandateInput', holder);
  const link = await until(60_000, () =>
    product.arrived
      .filter(({ to }) => to.includes(email))
      .map(({ text }) => /passwort#([\w-]+)/.exec(text)?.[1])
      .find(Boolean),
  );
  await product.post('/api/auth/reset-password', { token: link, newPassword: password });
  const { actorById: own } = await product.ask<{ actorById: { version: number; name: string; city: string } }>(
    administrator,
    `{ actorById(id: "${OWN}") { version name city } }`,
  );
  const contact = { id: newId(), name, email, role: `Disposition ${MARK}`, phone: '0200 774411', visibility: 'PUBLIC' };
  const profile = { actorId: OWN, expectedVersion: own.version, name: own.name, summary: 'Fährt.', city: own.city, contacts: [contact] };
  await product.write(administrator, 'updateProfile', 'UpdateProfileInput', profile);
}

/** Somebody without an account could have done this as well. */
async function beAskedAndAsk(product: MarkedServer): Promise<void> {
  const { name, email } = MARKED;
  const contact = { id: newId(), toActorId: PARTNER, name, email, organisation: `Verein ${MARK}`, message: `Wir suchen ${MARK}.` };
  await product.write('', 'requestContact', 'RequestContactInput', contact);
  const app = product.server.app;
  const region = (await app.get(RegionService, { strict: false }).all()).find(({ slug }) => slug === 'harkenrode')!;
  const requests = app.get(MandateRequestService, { strict: false });
  await app.get(UnitOfWork, { strict: false }).run((tx) => requests.ask(tx, region, { actorId: OTHER, name, email }));
}

/** No page makes anybody a coordinator or an administrator of the platform yet. */
async function holdOffices({ pool }: MarkedServer): Promise<void> {
  const person = '(SELECT id FROM auth."user" WHERE email = $1)';
  await pool.query(`INSERT INTO coordinator (person_id, region_id) VALUES (${person}, $2)`, [MARKED.email, REGION]);
  await pool.query(`INSERT INTO platform_administrator (person_id) VALUES (${person})`, [MARKED.email]);
}

async function beBlockedForAWhile(product: MarkedServer, personId: Id): Promise<void> {
  const administrator = await product.cookieOf(demo('ulrike.tamm'));
  await product.write(administrator, 'blockPerson', 'BlockPersonInput', { personId, reason: `${MARK} hat das Gerät verloren.` });
  await product.write(administrator, 'unblockPerson', 'UnblockPersonInput', { personId });
  // There was no factor to be taken away.
  const removal = 'INSERT INTO factor_removal (person_id, reason, removed_by) VALUES ($1, $2, $1)';
  await product.pool.query(removal, [personId, `${MARK} hat das Telefon verloren.`]);
}

/** A second factor wants an app or a device, which this test does not have: its rows are written by hand. */
async function proveTwice({ pool }: MarkedServer, id: Id): Promise<void> {
  await pool.query('INSERT INTO auth.authenticator (person_id, secret, since) VALUES ($1, $2, now())', [id, 'sealed']);
  await pool.query('INSERT INTO auth.recovery_code (person_id, digest) VALUES ($1, $2)', [id, 'digest']);
  await pool.query(
    `INSERT INTO auth.passkey (person_id, credential, public_key, counter, transports, name) VALUES ($1, 'credential', 'key', 0, '{}', $2)`,
    [id, `Telefon ${MARK}`],
  );
}

/** What is done for an organisation names the person; its texts are the organisation's. */
async function speakForOrganisation(product: MarkedServer, cookie: string): Promise<void> {
  const coordinator = await product.cookieOf(demo('jonas.petri'));
  const draft = {
    ...{ id: newId(), challengeId: idFrom('harkenrode', 'challenge', 'kein-amt'), title: 'Früh zur Schicht', purpose: 'Alle kommen an.' },
    members: [OWN, PARTNER, OTHER].map((actorId) => ({ actorId, commitment: 'Hilft mit.', dueOn: '2099-01-01' })),
  };
  await product.write(coordinator, 'draftAlliance', 'DraftAllianceInput', draft);
  const invitation = { id: draft.id, expectedVersion: 1, deadlineOn: '2098-01-01', onDecline: 'CONTINUE_WITHOUT' };
  await product.write(coordinator, 'inviteToAlliance', 'InviteToAllianceInput', invitation);
  const offer = { commitment: 'Ein Raum.', contributionKind: 'ROOMS', dueOn: '2099-01-01' };
  const answer = { id: draft.id, roundVersion: 1, actorId: OWN, answer: 'YES_BUT', offer };
  await product.write(cookie, 'answerAllianceInvitation', 'AnswerAllianceInvitationInput', answer);
  await product.write(cookie, 'answerIntroduction', 'AnswerIntroductionInput', {
    ...{ id: await introduction(product), actorId: OWN, textVersion: 1, answer: 'YES' },
  });
  const asked = { id: newId(), toActorId: OWN, name: 'Kim', organisation: 'Verein', email: 'kim@beispiel.example' };
  await product.write('', 'requestContact', 'RequestContactInput', asked);
  const rectification = { id: newId(), expectedVersion: 0, actorId: OWN, subjectType: 'CONTACT', subjectId: asked.id };
  await product.write(cookie, 'writeRectification', 'WriteRectificationInput', { ...rectification, text: 'Wir haben geantwortet.' });
  await product.write(cookie, 'addCompetence', 'CompetenceCorrectionInput', { actorId: OWN, competence: 'moderation' });
  const dismissal = { actorId: OWN, suggestedId: OTHER, reason: 'NO_FIT' };
  await product.write(cookie, 'dismissSuggestion', 'DismissSuggestionInput', dismissal);
}

/** Who changes a Steckbrief or an offer stands beside its version; and is asked once nobody has said for long that it is right. */
async function keepEntriesTrue(product: MarkedServer, cookie: string): Promise<void> {
  const { actorById: own } = await product.ask<{ actorById: { version: number } }>(cookie, `{ actorById(id: "${OWN}") { version } }`);
  await product.write(cookie, 'confirmProfile', 'ConfirmProfileInput', { actorId: OWN, expectedVersion: own.version });
  await product.write(cookie, 'addEntry', 'AddEntryInput', { id: newId(), actorId: OWN, direction: 'OFFER', title: 'Laderampe' });
  await product.pool.query(`UPDATE actor SET confirmed_on = '2020-01-01' WHERE id = $1`, [OWN]);
  const coordinator = await product.cookieOf(demo('jonas.petri'));
  await product.write(coordinator, 'askWhetherRight', 'AskWhetherRightInput', { id: newId(), actorIds: [OWN] });
}

/** An introduction in which the organisation is asked; by hand, since a way between two is no matter here. */
async function introduction({ pool }: MarkedServer): Promise<Id> {
  const id = newId();
  await pool.query(
    `INSERT INTO introduction (id, region_id, first_id, second_id, asked_by_id, purpose, reason, state, asked_on, answer_by)
     VALUES ($1, $2, $3, $4, $3, 'Sprechen', 'Passt.', 'ASKED', $5, '2099-01-01')`,
    [id, REGION, PARTNER, OWN, today],
  );
  const sides = [PARTNER, OTHER, OWN].map((actorId, at) => [['FIRST', 'GO_BETWEEN', 'SECOND'][at], actorId, at === 2 ? null : 'YES']);
  for (const side of sides)
    await pool.query('INSERT INTO introduction_side (introduction_id, side, actor_id, answer, note) VALUES ($1, $2, $3, $4, $5)', [
      id,
      ...side,
      '',
    ]);
  return id;
}

/** What somebody tells the operator; also without an account. */
async function report(product: MarkedServer): Promise<void> {
  const { name, email } = MARKED;
  const content = { subjectType: 'ACTOR', subjectId: PARTNER, reason: 'UNTRUE', explanation: `Stimmt nicht. Fragen an ${email}.` };
  await product.write('', 'reportContent', 'ReportContentInput', { id: newId(), ...content, name, email, goodFaith: true });
  const barrier = { id: newId(), pageAddress: '/akteure', text: `Geht nicht mit der Tastatur, ${email}`, email };
  await product.write('', 'reportBarrier', 'ReportBarrierInput', barrier);
}

/** What is decided and written in office, and for an organisation that is not there yet. */
async function decideForOthers(product: MarkedServer, cookie: string): Promise<void> {
  const report = { id: newId(), subjectType: 'ACTOR', subjectId: OTHER, reason: 'UNTRUE', explanation: 'Heißt anders.', goodFaith: true };
  await product.write('', 'reportContent', 'ReportContentInput', { ...report, name: 'Kim', email: 'kim@beispiel.example' });
  const reasons = { kind: 'NO_ACTION', facts: 'Heißt so.', basis: 'RULES' };
  const decision = { id: report.id, decisionId: newId(), expectedVersion: 1, ...reasons };
  await product.write(cookie, 'decideContentReport', 'DecideContentReportInput', decision);
  const page = { id: newId(), expectedVersion: 0, page: 'EASY_LANGUAGE', textDe: 'Kurz.', textEn: 'Short.' };
  await product.write(cookie, 'writeDutyPage', 'WriteDutyPageInput', page);
  const organisation = { id: newId(), name: 'Reparaturtreff', kind: 'CIVIL_SOCIETY', city: 'Ostwalden', summary: 'Repariert.' };
  const standing = { position: `Vorstand ${MARK}`, evidence: `Vereinsregister, ${MARKED.name}` };
  await product.write(cookie, 'registerOrganisation', 'RegisterOrganisationInput', { ...organisation, ...standing });
  const administrator = await product.cookieOf(demo('imke.sander'));
  const invitation = {
    id: newId(),
    actorId: actor('wohnungsgenossenschaft'),
    name: MARKED.name,
    email: MARKED.email,
    role: 'EDITOR',
    fromOn: today,
  };
  await product.write(administrator, 'inviteToMandate', 'InviteToMandateInput', invitation);
}

/** A picture whose own data name whoever made it. */
async function sendPicture({ address }: MarkedServer, cookie: string): Promise<void> {
  const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } });
  const body = await picture
    .withExif({ IFD0: { Artist: MARKED.name } })
    .jpeg()
    .toBuffer();
  if (!body.includes(MARK)) throw new Error('the picture names nobody');
  const sent = await fetch(`${address}/dateien/logo/${OWN}`, {
    ...{ method: 'POST', body: new Uint8Array(body) },
    headers: { 'content-type': 'application/octet-stream', origin: address, cookie },
  });
  if (!sent.ok) throw new Error(`the picture was not taken: ${sent.status} ${await sent.text()}`);
}

/** Tables that wait until a coordinator takes them over. */
async function beNamedInTables({ pool, address }: MarkedServer, cookie: string): Promise<void> {
  const table = `Name;Ansprechperson;E-Mail\nWerkstatt Süd;${MARKED.name};${MARKED.email.toUpperCase()}\nWerkstatt Nord;;`;
  const sent = await fetch(`${address}/dateien/import/harkenrode?art=actors&name=liste.csv`, {
    ...{ method: 'POST', body: table },
    headers: { 'content-type': 'application/octet-stream', origin: address, cookie },
  });
  if (!sent.ok) throw new Error(`the table was not taken: ${sent.status} ${await sent.text()}`);
  const rows = JSON.stringify([{ line: 2, title: 'Anrufen', note: `${MARKED.name} <${MARKED.email}>` }]);
  const list = `INSERT INTO thread_list (id, region_id, rows, missing, ignored, read_at) VALUES ($1, $2, $3, '{}', '{}', now())`;
  await pool.query(list, [newId(), REGION, rows]);
}

/** What the person keeps for itself, follows and looks after. */
async function keepThings(product: MarkedServer, cookie: string, personId: Id): Promise<void> {
  await product.post('/graphql', { query: 'mutation { rememberLanguage }' }, cookie);
  await product.write(cookie, 'follow', 'FollowInput', { type: 'ACTOR', targetId: PARTNER });
  await product.post('/graphql', { query: 'mutation { setWeeklyMail(wanted: true) }' }, cookie);
  const search = { id: newId(), name: `Suche ${MARK}`, address: `suche=${MARK}`, mail: true };
  await product.write(cookie, 'saveSearch', 'SaveSearchInput', search);
  const own = { ownerKind: 'PERSON', name: `Ansicht ${MARK}`, sentence: `Für ${MARK}.`, visibility: 'OWN' };
  const content = { value: '{"steps":2}', places: [], notes: [{ actorId: PARTNER, text: `Fragen, ob ${MARK} passt.` }] };
  const view = newId();
  await product.write(cookie, 'saveNetworkView', 'SaveNetworkViewInput', { ...own, id: view, content });
  const stops = [{ viewId: view, sentence: `Hier ${MARK}.` }];
  await product.write(cookie, 'saveNetworkRound', 'SaveNetworkRoundInput', { ...own, id: newId(), expectedVersion: 0, stops });
  const thread = { id: newId(), title: 'Nachtbus', actorIds: [PARTNER], nextStep: 'Anrufen', followUpOn: '2099-01-01', ownerId: personId };
  await product.write(cookie, 'openThread', 'OpenThreadInput', thread);
}

/** What the person follows becomes part of another entry: what went over names the person, until it is taken back. */
async function mergeWhatItFollows(product: MarkedServer, cookie: string): Promise<void> {
  const [keptId, mergedId] = [actor('handelshaus'), actor('hammerschmiede')];
  await product.write(cookie, 'follow', 'FollowInput', { type: 'ACTOR', targetId: mergedId });
  const { kept, merged } = await product.ask<Record<'kept' | 'merged', { version: number }>>(
    cookie,
    `{ kept: actorById(id: "${keptId}") { version } merged: actorById(id: "${mergedId}") { version } }`,
  );
  const versions = { keptVersion: kept.version, mergedVersion: merged.version };
  await product.write(cookie, 'mergeActors', 'MergeActorsInput', { id: newId(), keptId, mergedId, ...versions, takes: [] });
}
