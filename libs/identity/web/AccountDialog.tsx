import type { ReactNode } from 'react';
import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorSummary,
  Fields,
  TextField,
  useAnswerToast,
  useForm,
  type Form,
  type FormOptions,
} from '@knotenpunkt/webkit/ui';

interface AccountDialogProps<Values extends { password: string }, Done> {
  title: string;
  /** What happens then. */
  lead: string;
  send: string;
  initial: Values;
  /** The checks of what is asked for beside the password. */
  check?: FormOptions<Values>['check'];
  /** Whether the person has a password to be asked for. */
  asksPassword: boolean;
  fields?: (form: Form<Values>) => ReactNode;
  onSend: (values: Values) => Promise<Answer<Done>>;
  onDone: (value: Done) => void;
  onClose: () => void;
}

/** A change of the account, confirmed with the password. */
export function AccountDialog<Values extends { password: string }, Done>(props: AccountDialogProps<Values, Done>) {
  const { title, lead, initial, check, asksPassword, fields, onSend, onDone, onClose } = props;
  const t = useMessages('identity');
  const tell = useAnswerToast('identity');
  const form = useForm<Values>({ room: 'identity', initial, ...(check ? { check } : {}) });
  const submit = form.submit(async (values) => {
    const answer = await onSend(values);
    if (answer.kind === 'done') onDone(answer.value);
    else if (answer.kind === 'refused') form.refuse(answer.refusal);
    else tell(answer, '');
  });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={props.send} busy={false} onClose={onClose} />}
    >
      <Fields>
        <p>{lead}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fields?.(form)}
        {asksPassword ? (
          <TextField
            label={t('security.password')}
            hint={t('security.passwordHint')}
            type="password"
            autoComplete="current-password"
            {...form.field('password' as keyof Values & string & 'password')}
          />
        ) : (
          <p className="kn-muted">{t('security.anew')}</p>
        )}
      </Fields>
    </Dialog>
  );
}
