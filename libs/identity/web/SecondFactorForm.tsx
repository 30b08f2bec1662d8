import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Fields, FormFoot, Notice, TextButton, TextField } from '@knotenpunkt/webkit/ui';
import { finishSignIn, type SignInAnswer } from './session';

/** The second step of signing in: a code of the app, or a recovery code. */
export function SecondFactorForm({ onIn, onAgain }: { onIn: (answer: SignInAnswer) => void; onAgain: () => void }) {
  const t = useMessages('identity');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInAnswer['outcome'] | null>(null);
  const send = async () => {
    setBusy(true);
    const answer = await finishSignIn(code);
    setBusy(false);
    if (answer.outcome === 'done') return onIn(answer);
    setProblem(answer.outcome);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Fields>
        <p>{t('signIn.codeLead')}</p>
        <div role="alert">{problem ? <Notice tone="error">{t(`signIn.${problem}`)}</Notice> : null}</div>
        <TextField id="code" name="code" label={t('signIn.code')} autoComplete="one-time-code" autoFocus value={code} onChange={setCode} />
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {t('signIn.codeSubmit')}
          </Button>
          <TextButton onClick={onAgain}>{t('signIn.again')}</TextButton>
        </FormFoot>
      </Fields>
    </form>
  );
}
