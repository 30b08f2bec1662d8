import { useSearchParams } from 'react-router';
import { addressOfFilter, filterFromAddress, isFiltered, NO_FILTER, type DirectoryFilter } from '@knotenpunkt/actors/domain';

/** How the directory shows what it has found. */
export const DIRECTORY_VIEWS = ['karten', 'tabelle', 'karte'] as const;
export type DirectoryView = (typeof DIRECTORY_VIEWS)[number];

/** What is filtered by and how it is shown, kept in the address so that it can be shared. */
export function useDirectoryFilter() {
  const [address, setAddress] = useSearchParams();
  const filter = filterFromAddress(address);
  const view: DirectoryView = DIRECTORY_VIEWS.find((each) => each === address.get('ansicht')) ?? 'karten';
  const write = (next: DirectoryFilter, shown: DirectoryView) => {
    const parameters = addressOfFilter(next);
    if (shown !== 'karten') parameters.set('ansicht', shown);
    setAddress(parameters, { replace: true, preventScrollReset: true });
  };
  return {
    filter,
    view,
    any: isFiltered(filter),
    change: (next: Partial<DirectoryFilter>) => write({ ...filter, ...next }, view),
    show: (next: DirectoryView) => write(filter, next),
    reset: () => write(NO_FILTER, view),
  };
}

export type DirectoryState = ReturnType<typeof useDirectoryFilter>;
