import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './actions.css';

export interface TabItem {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: TabItem[];
  /** The chosen tab, when the address holds it. */
  selected?: string;
  onSelect?: (id: string) => void;
}

/** Parts of a page of which one is shown. Arrow keys move, the panel follows. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs className="kn-tabs" selectedKey={selected} onSelectionChange={onSelect ? (key) => onSelect(String(key)) : undefined}>
      <TabList className="kn-tabs__list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="kn-tabs__tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="kn-tabs__panel" shouldForceMount>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

export interface SegmentsProps<Value extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** `joined`: a box with parts, in tools. `loose`: a filled word beside plain ones, as over the line on the first page. */
  look?: 'joined' | 'loose';
}

/** A choice of two or three views that takes effect at once. */
export function Segments<Value extends string>({ label, options, value, onChange, look = 'joined' }: SegmentsProps<Value>) {
  return (
    <div className={`kn-segments kn-segments--${look}`} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="kn-segments__part"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
