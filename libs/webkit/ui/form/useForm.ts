import { useCallback, useId, useRef, useState, type FormEvent } from 'react';
import { useRefusals, type AnyRefusal } from './refusals';
import { useDraft } from './useDraft';

export interface FormOptions<Values> {
  /** The room whose catalogue has the sentences (`refusals.<CODE>`). */
  room: string;
  initial: Values;
  /** The room's own checks, as in its domain; `field` names a key of the values. */
  check?: (values: Values) => readonly (AnyRefusal | null)[];
  /** Keeps what is written in this tab under this key. */
  draft?: string;
}

/** What a field component needs. Spread it: `<TextField label={…} {...form.field('title')} />`. */
export interface FieldBinding<Value> {
  id: string;
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  onLeave: () => void;
  error: string | undefined;
}

export interface FieldError {
  id: string;
  field: string;
  message: string;
}

export interface Form<Values> {
  values: Values;
  field: <Key extends keyof Values & string>(key: Key) => FieldBinding<Values[Key]>;
  set: (change: Partial<Values>) => void;
  /** All that is wrong and may be shown now; give it to ErrorSummary. */
  errors: FieldError[];
  /** Counts failed tries to send; ErrorSummary takes the focus when it rises. */
  attempts: number;
  /** Checks everything; calls `send` only when nothing is wrong. For `onSubmit`. */
  submit: (send: (values: Values) => void | Promise<void>) => (event?: FormEvent) => void;
  /** Shows a refusal of the server at its field, or above the form when it names none. */
  refuse: (refusal: AnyRefusal) => void;
  /** After sending: forgets the draft; the form starts again with `start`. */
  done: (start?: Values) => void;
  draftKept: boolean;
}

const MESSAGE_DELAY_MS = 200;

/** The state of a form: values, checks on leaving a field, refusals of the server, the draft. */
export function useForm<Values extends object>({ room, initial, check, draft: draftKey }: FormOptions<Values>): Form<Values> {
  const formId = useId();
  const sentence = useRefusals(room);
  const draft = useDraft(draftKey, initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempts, setAttempts] = useState(0);
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<readonly AnyRefusal[]>([]);
  const sending = useRef(false);

  const { values, change } = draft;
  const found = (check?.(values) ?? []).filter((refusal): refusal is AnyRefusal => refusal !== null);
  const visible = [...found.filter(({ field }) => tried || (field && left.has(field))), ...refusals];
  const idOf = (field: string) => `${formId}-${field}`;
  const errors = visible.map((refusal) => {
    const field = refusal.field ?? '';
    return { id: field ? idOf(field) : '', field, message: sentence(refusal) };
  });

  const set = useCallback(
    (part: Partial<Values>) => {
      change((before) => ({ ...before, ...part }));
      // What the server refused was about the old value.
      setRefusals((before) => before.filter(({ field }) => field && !(field in part)));
    },
    [change],
  );

  return {
    values,
    set,
    errors,
    attempts,
    draftKept: draft.kept,
    field: (key) => ({
      id: idOf(key),
      name: key,
      value: values[key],
      onChange: (value) => set({ [key]: value } as unknown as Partial<Values>),
      // Not at once: a message that appears while the mouse is down on a button below moves the button away from it.
      onLeave: () => void setTimeout(() => setLeft((before) => (before.has(key) ? before : new Set(before).add(key))), MESSAGE_DELAY_MS),
      error: errors.find((error) => error.field === key)?.message,
    }),
    submit: (send) => (event) => {
      event?.preventDefault();
      if (sending.current) return;
      setTried(true);
      setRefusals([]);
      if (found.length > 0) {
        setAttempts((count) => count + 1);
        return;
      }
      sending.current = true;
      void Promise.resolve(send(values)).finally(() => (sending.current = false));
    },
    refuse: (refusal) => {
      setRefusals([refusal]);
      setAttempts((count) => count + 1);
    },
    done: (start) => {
      setTried(false);
      setLeft(new Set());
      setRefusals([]);
      draft.discard(start);
    },
  };
}
