import { useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { SecondFactorNotice, useRememberedLanguage } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KeysDialog, ToastRegion, useKeys, useShowsWaiting, wasLedOn } from '@knotenpunkt/webkit/ui';
import { Footer } from './Footer';
import { Header } from './Header';
import { PrintNote } from './PrintNote';
import { SearchDialog } from './SearchDialog';
import './layout.css';

/**
 * React Router writes into the browser's storage how far each page was scrolled, when one leaves. Whoever only looks
 * leaves nothing there, so it is taken out again; a page that is loaded anew is put back in its place by the browser.
 */
function useNothingKept(): void {
  // Each time, so that it comes after the listener of ScrollRestoration, which is renewed with every address.
  useEffect(() => {
    const forget = () => sessionStorage.removeItem('react-router-scroll-positions');
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  });
}

/** Header, page, footer; what holds on every page: keys, messages, focus and scroll after going somewhere. */
export function Layout() {
  const t = useMessages('app');
  const main = useRef<HTMLElement>(null);
  const location = useLocation();
  const { pathname } = location;
  const first = useRef(true);
  const waiting = useShowsWaiting(useNavigation().state === 'loading');
  const [searching, setSearching] = useState(false);
  const [showingKeys, setShowingKeys] = useState(false);
  useNothingKept();
  useRememberedLanguage();

  useKeys({
    '/': () => {
      // A page with a search of its own is searched there.
      const own = document.querySelector<HTMLInputElement>('[data-shortcut="search"]');
      if (own) own.focus();
      else setSearching(true);
    },
    '?': () => setShowingKeys(true),
  });

  // A reader without sight learns of the new page by its title; reading and Tab then begin at its top. An address that only leads on
  // takes nobody anywhere.
  useEffect(() => {
    if (first.current) first.current = false;
    else if (!wasLedOn(location)) main.current?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new page, not new filters of the same one
  }, [pathname]);

  return (
    <>
      <a href="#main" className="kn-skip">
        {t('layout.skip')}
      </a>
      <Header onSearch={() => setSearching(true)} />
      {waiting ? <div className="kn-waiting" role="status" aria-label={t('layout.loading')} /> : null}
      <main id="main" ref={main} tabIndex={-1} className="kn-main">
        <SecondFactorNotice />
        <Outlet />
        <PrintNote />
      </main>
      <Footer onKeys={() => setShowingKeys(true)} />
      <SearchDialog open={searching} onClose={() => setSearching(false)} />
      <KeysDialog open={showingKeys} onClose={() => setShowingKeys(false)} />
      <ToastRegion />
      <ScrollRestoration />
    </>
  );
}
