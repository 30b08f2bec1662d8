import { useEffect, useState } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { ChevronIcon, CloseIcon, IconButton, KeyCap, Menu, MenuIcon, SearchIcon, type MenuGroup } from '@knotenpunkt/webkit/ui';
import { useAccount, type Account } from '../account';
import { Logo } from './Logo';
import { PhoneMenu } from './PhoneMenu';
import { placesFor } from './places';
import { useSettings } from './settings';
import './header.css';

/** Organisations to act for, and the way out. */
function useAccountGroups(account: Account | null): MenuGroup[] {
  const t = useMessages('app');
  const navigate = useNavigate();
  if (!account) return [];
  const groups: MenuGroup[] = [];
  if (account.organisations.length > 0) {
    groups.push({
      id: 'actingFor',
      title: t('header.actingFor'),
      chosen: account.actingFor?.actorId ?? '',
      entries: account.organisations.map(({ actorId, name }) => ({ id: actorId, label: name, onChoose: () => account.actFor(actorId) })),
    });
  }
  const place = (id: string, to: string) => ({ id, label: t(`header.${id}`), onChoose: () => void navigate(to) });
  const administers = account.platformAdministrator || account.organisations.some((organisation) => organisation.administers);
  groups.push({
    id: 'own',
    entries: [
      place('following', '/folgen'),
      place('organisations', '/konto/organisationen'),
      place('ownData', '/konto/daten'),
      place('searches', '/suchen'),
      ...(account.coordinator || account.organisations.length > 0 ? [place('introductions', '/vorstellungen')] : []),
      ...(administers ? [place('administration', '/verwaltung')] : []),
      ...(account.platformAdministrator ? [place('system', '/systemzustand')] : []),
      place('security', '/konto/sicherheit'),
    ],
  });
  groups.push({ id: 'leave', entries: [{ id: 'sign-out', label: t('header.signOut'), onChoose: account.signOut }] });
  return groups;
}

export function Header({ onSearch }: { onSearch: () => void }) {
  const t = useMessages('app');
  const region = useRegion();
  const language = useLanguage();
  const account = useAccount();
  const settings = useSettings();
  const accountGroups = useAccountGroups(account);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const places = placesFor(account?.coordinator ?? false);
  useEffect(() => setOpen(false), [pathname]);

  return (
    <header className={account ? 'kn-header kn-header--account kn-no-print' : 'kn-header kn-no-print'}>
      <div className="kn-header__bar">
        <Link to="/" className="kn-header__home" aria-label={t('header.home', { region: region.name })}>
          <Logo />
          <span className="kn-header__product">Knotenpunkt</span>
        </Link>
        {region.name ? (
          <Link to="/" className="kn-header__region" tabIndex={-1} aria-hidden>
            {region.name}
          </Link>
        ) : null}
        <nav className="kn-header__places" aria-label={t('header.places')}>
          {places.map(({ id, to }) => (
            <NavLink key={id} to={to} className="kn-header__place" data-label={t(`places.${id}`)}>
              {t(`places.${id}`)}
            </NavLink>
          ))}
        </nav>
        <div className="kn-header__tools">
          <button type="button" className="kn-header__search" onClick={onSearch} aria-keyshortcuts="/">
            {t('header.search')}
            <KeyCap>/</KeyCap>
          </button>
          {account ? (
            <Menu
              trigger={
                <span className="kn-header__organisation">
                  <span>{account.actingFor?.name ?? account.name}</span>
                  <ChevronIcon />
                </span>
              }
              groups={[...accountGroups.slice(0, -1), ...settings, ...accountGroups.slice(-1)]}
            />
          ) : (
            <>
              <Link to="/anmelden">{t('header.signIn')}</Link>
              <Menu
                label={`${language.toUpperCase()} – ${t('header.settings')}`}
                trigger={
                  <span className="kn-header__settings">
                    {language.toUpperCase()}
                    <ChevronIcon />
                  </span>
                }
                groups={settings}
              />
            </>
          )}
        </div>
        <div className="kn-header__phone">
          <IconButton label={t('header.search')} onClick={onSearch}>
            <SearchIcon />
          </IconButton>
          <IconButton
            label={open ? t('header.closeMenu') : t('header.openMenu')}
            aria-expanded={open}
            aria-controls="phone-menu"
            onClick={() => setOpen(!open)}
          >
            {open ? <CloseIcon /> : <MenuIcon />}
          </IconButton>
        </div>
      </div>
      {open ? (
        <PhoneMenu places={places} account={account} groups={[...accountGroups.slice(0, -1), ...settings]} onClose={() => setOpen(false)} />
      ) : null}
    </header>
  );
}
