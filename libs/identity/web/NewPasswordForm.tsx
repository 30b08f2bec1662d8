import { useState } from 'react';
import { SHORTEST_PASSWORD } from '@knotenpunkt/identity/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Fields, FormFoot, Notice, TextField } from '@knotenpunkt/webkit/ui';
import type { SessionAnswer } from './session';

/** The form behind a link in a mail with which somebody sets a password. */
export function NewPasswordForm({
  label,
  submit,
  send,
  onDone,
}: {
  label: string;
  submit: string;
  send: (password: string) => Promise<SessionAnswer>;
  onDone: () => void;
}) {
  const t = useMessages('identity');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SessionAnswer | null>(null);
  const ofField = problem === 'passwordShort' || problem === 'passwordLong';
  const save = async () => {
    if ([...password].length < SHORTEST_PASSWORD) return setProblem('passwordShort');
    setBusy(true);
    const answer = await send(password);
    setBusy(false);
    if (answer === 'done') return onDone();
    setProblem(answer);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Fields>
        <div role="alert">{problem && !ofField ? <Notice tone="error">{t(`signIn.${problem}`)}</Notice> : null}</div>
        <TextField
          id="password"
          name="password"
          label={label}
          hint={t('signIn.newPasswordHint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={ofField ? t(`signIn.${problem}`) : undefined}
        />
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {submit}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}
