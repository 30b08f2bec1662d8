import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Notice } from '@knotenpunkt/webkit/ui';
import './actors.css';

export interface Difference {
  label: string;
  theirs: string;
  yours: string;
}

/** After somebody else was faster: what they saved beside what is in the form. Saving again writes the form's version. */
export function StaleComparison({ differences, onTake }: { differences: Difference[]; onTake: () => void }) {
  const t = useMessages('actors');
  const real = differences.filter(({ theirs, yours }) => theirs.trim() !== yours.trim());
  return (
    <div role="alert">
      <Notice
        tone="due"
        title={t('stale.title')}
        ways={
          <Button small onClick={onTake}>
            {t('stale.take')}
          </Button>
        }
      >
        {real.length === 0 ? (
          <p>{t('stale.same')}</p>
        ) : (
          <>
            <p>{t('stale.text')}</p>
            <table className="actors-stale">
              <thead>
                <tr>
                  <th scope="col">{t('stale.field')}</th>
                  <th scope="col">{t('stale.theirs')}</th>
                  <th scope="col">{t('stale.yours')}</th>
                </tr>
              </thead>
              <tbody>
                {real.map(({ label, theirs, yours }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{theirs || '–'}</td>
                    <td>{yours || '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Notice>
    </div>
  );
}
