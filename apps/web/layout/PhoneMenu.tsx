import { useEffect } from 'react';
import { NavLink } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, LinkButton, type MenuGroup } from '@knotenpunkt/webkit/ui';
import type { Account } from '../account';
import type { Place } from './places';

export interface PhoneMenuProps {
  places: Place[];
  account: Account | null;
  /** Choices: organisation, language, colours, region. */
  groups: MenuGroup[];
  onClose: () => void;
}

/** The header's menu on small screens: the places, then the choices, all in sight. */
export function PhoneMenu({ places, account, groups, onClose }: PhoneMenuProps) {
  const t = useMessages('app');
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);

  return (
    <div className="kn-phone-menu" id="phone-menu">
      <nav aria-label={t('header.places')}>
        <ul>
          {places.map(({ id, to }) => (
            <li key={id}>
              <NavLink to={to} className="kn-phone-menu__place">
                {t(`places.${id}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {account ? (
        <div className="kn-phone-menu__account">
          <span className="kn-muted">{account.name}</span>
          <Button small onClick={account.signOut}>
            {t('header.signOut')}
          </Button>
        </div>
      ) : (
        <LinkButton to="/anmelden" block>
          {t('header.signIn')}
        </LinkButton>
      )}
      {groups.map((group) => (
        <div key={group.id} className="kn-phone-menu__group" role="group" aria-label={group.title}>
          <span className="kn-meta">{group.title}</span>
          <div>
            {group.entries.map((entry) => (
              <button
                key={entry.id}
                type="button"
                className="kn-phone-menu__choice"
                aria-pressed={entry.id === group.chosen}
                onClick={entry.onChoose}
              >
                {entry.label}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
