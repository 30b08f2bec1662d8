import { DutyPage } from '@knotenpunkt/moderation/web';
import { privacyParts } from './parts';

/** `/datenschutz`: the operator's text, then what the product itself knows of what it keeps. */
export function PrivacyPage() {
  return (
    <DutyPage page="PRIVACY">
      {privacyParts.map((Part, index) => (
        <Part key={index} />
      ))}
    </DutyPage>
  );
}
