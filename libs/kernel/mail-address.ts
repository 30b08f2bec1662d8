// What zod's z.email() takes as well: the account service asks it, after ours.
const MAIL_ADDRESS = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Whether a mail can be sent there, as far as the text can tell. */
export function isMailAddress(text: string): boolean {
  return text.length <= 200 && MAIL_ADDRESS.test(text);
}
