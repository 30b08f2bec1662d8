import type { ReactNode } from 'react';
import { Section } from '@knotenpunkt/webkit/ui';
import './gallery.css';

/** One component in its states. */
export function Specimen({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'kn-specimen kn-specimen--wide' : 'kn-specimen'}>
      <Section title={title} level={2}>
        <div className="kn-specimen__stage">{children}</div>
      </Section>
    </div>
  );
}

/** Things beside each other. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="kn-specimen__row">{children}</div>;
}
