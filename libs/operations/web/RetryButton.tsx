import { Button, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { Answer } from '@knotenpunkt/webkit/data';

interface RetryButtonProps {
  /** The mutation that tries again. */
  retry: { send: (variables: Record<string, never>) => Promise<Answer<unknown>>; busy: boolean };
  label: string;
  /** Said once it is done. */
  done: string;
  onChange: () => void;
}

/** Tries again all of a kind that failed, and says what became of it. */
export function RetryButton({ retry, label, done, onChange }: RetryButtonProps) {
  const tell = useAnswerToast('operations');
  const send = async () => {
    tell(await retry.send({}), done);
    onChange();
  };
  return (
    <div className="operations-acts">
      <Button small busy={retry.busy} onClick={() => void send()}>
        {label}
      </Button>
    </div>
  );
}
