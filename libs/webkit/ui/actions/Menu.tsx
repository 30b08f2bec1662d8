import type { ReactNode } from 'react';
import { Button, Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import './actions.css';
import '../overlay/overlay.css';

export interface MenuEntry {
  id: string;
  label: ReactNode;
  onChoose: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: MenuEntry[];
  /** Given: the group is a choice, and this is what is chosen. */
  chosen?: string;
}

export interface MenuProps {
  /** What the button says. */
  trigger: ReactNode;
  /** What the menu is called for screen readers, when the button's words do not say it. */
  label?: string;
  groups: MenuGroup[];
  /** `button`: framed like a small button, in tools. */
  look?: 'plain' | 'button';
}

/** A button that opens a list of acts and choices. */
export function Menu({ trigger, label, groups, look = 'plain' }: MenuProps) {
  const entries = new Map(groups.flatMap((group) => group.entries).map((entry) => [entry.id, entry]));
  return (
    <MenuTrigger>
      <Button className={look === 'button' ? 'kn-button kn-button--secondary kn-button--small' : 'kn-menu-button'} aria-label={label}>
        {trigger}
      </Button>
      <Popover className="kn-popover" placement="bottom end">
        <AriaMenu className="kn-menu" onAction={(key) => entries.get(String(key))?.onChoose()}>
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              // Entries and groups share their keys: one that is called like a group would take its place.
              id={`group ${group.id}`}
              className="kn-menu__group"
              aria-label={group.title ? undefined : group.id}
              selectionMode={group.chosen === undefined ? 'none' : 'single'}
              selectedKeys={(group.chosen === undefined ? [] : [group.chosen]) as Iterable<string> as Selection}
              disallowEmptySelection
            >
              {group.title ? <Header className="kn-menu__title">{group.title}</Header> : null}
              {group.entries.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} className="kn-menu__entry">
                  {entry.label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
