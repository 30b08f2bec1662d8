/** Sample words of the gallery: they show how things look and are part of no page people use. */
export const WORDS = {
  question: 'Wie besetzen wir Schichten, ohne Leute aus dem Frei zu holen?',
  entries: [
    {
      title: 'Unsere Frühschicht kommt ohne Auto nicht her',
      text: 'Beginn 4 Uhr, Endstation ist drei Kilometer weg. Nachbarfirmen haben dasselbe Problem.',
      meta: 'bis 30. Juni 2027 · Stadtwerke Ostwalden antwortet',
    },
    {
      title: 'Sprache im Lager',
      text: 'Rumänisch, Arabisch, Deutsch. Es müsste während der Arbeit gehen und sich um Paletten, Gefahrgut und Rampe drehen.',
      meta: 'beantwortet durch „Deutsch an der Rampe“',
    },
    {
      title: 'Wasserstoff-Lkw ausleihen',
      text: 'Vier Wochen im Nahverkehr testen, mit Tankmöglichkeit.',
      meta: 'Dazu passt hier zurzeit nichts',
    },
  ],
  rows: [
    {
      id: 'a',
      name: 'Klinikum Westpark',
      text: 'Sucht Schichtplanung, bei der Beschäftigte mitreden.',
      until: '11. Nov. 2026',
      ties: '9',
      late: true,
    },
    {
      id: 'b',
      name: 'Bündnis Pflege Mittelruhe',
      text: 'Bietet den „Ausfallpool“. 34 Einrichtungen sind dabei.',
      until: '30. Nov. 2026',
      ties: '7',
      late: false,
    },
  ],
  markdown:
    '<p>Wir fahren <strong>Stückgut</strong> für den Osten der Region und lagern für drei Betriebe.</p><h3>Was uns fehlt</h3><ul><li>Fahrer:innen</li><li>ein Bus zur Frühschicht</li></ul><p>Mehr steht <a href="/">im Jahresbericht</a>.</p><blockquote>Ohne Bus kein Personal.</blockquote>',
} as const;
