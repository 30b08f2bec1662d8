import type { KeyboardEvent, MouseEvent } from 'react';
import { useRegionOutlines } from '@knotenpunkt/regions/web';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Select, TextButton } from '@knotenpunkt/webkit/ui';
import { PLACES } from './ActorMap';
import { MAP_WIDTH, projection, towns } from './region-map';
import { TownBorders } from './TownBorders';
import './actors.css';

interface Place {
  lon: number | null;
  lat: number | null;
}

interface PlacePickerProps {
  place: Place;
  /** What is wrong with it; the summary of a form leads to its id. */
  error: { id: string; message: string } | undefined;
  onChange: (place: Place) => void;
}

/** How far an arrow key moves, in units of the drawing; with Shift ten times as far. */
const STEP = 1;
const MOST_TOWNS = 60;

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The place of an organisation on a drawing of the region: a click sets it, arrow keys move it, and a list of towns gives where to begin.
 * No map service is asked, and nobody learns of it.
 */
export function PlacePicker({ place, error, onChange }: PlacePickerProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const { data } = useQuery(PLACES);
  const { extent, outlines } = useRegionOutlines(true);
  if (!data || !extent) return null;
  const on = projection(extent);
  const known = towns(data.actorPlaces, MOST_TOWNS).sort((a, b) => a.city.localeCompare(b.city, 'de'));
  const { lon, lat } = place;
  const at = lon === null || lat === null ? null : { x: on.x(lon), y: on.y(lat) };
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const set = (x: number, y: number) => onChange(on.degrees(within(x, MAP_WIDTH), within(y, on.height)));
  // A click and no touch: whoever scrolls past the map with a finger on it has chosen nothing.
  const click = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    set(((event.clientX - box.left) / box.width) * MAP_WIDTH, ((event.clientY - box.top) / box.height) * on.height);
  };
  const move = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const from = at ?? { x: MAP_WIDTH / 2, y: on.height / 2 };
    const far = event.shiftKey ? 10 * STEP : STEP;
    set(from.x + arrow[0] * far, from.y + arrow[1] * far);
  };
  const degrees = (value: number) => format.number(value, 4);
  const told = lon !== null && lat !== null ? t('map.chosen', { lat: degrees(lat), lon: degrees(lon) }) : t('map.notChosen');
  return (
    <div className="actors-place" id={error?.id} tabIndex={-1}>
      <p className="kn-strong">{t('map.choose')}</p>
      <p className="actors-quiet">{t('map.chooseHint')}</p>
      {error ? <p className="kn-field__error">{error.message}</p> : null}
      {known.length > 0 ? (
        <Select
          id="place-town"
          name="placeTown"
          label={t('map.beginAt')}
          none={t('map.beginNowhere')}
          optional
          value=""
          options={known.map(({ city }) => ({ value: city, label: city }))}
          onChange={(city) => {
            const town = known.find((each) => each.city === city);
            if (town) set(on.x(town.lon), on.y(town.lat));
          }}
        />
      ) : null}
      <div
        className="actors-place__field"
        role="application"
        aria-roledescription={t('map.field')}
        aria-label={`${t('map.choose')}. ${told}`}
        tabIndex={0}
        onKeyDown={move}
      >
        <svg className="actors-map actors-map--choose" viewBox={`0 0 ${MAP_WIDTH} ${on.height}`} aria-hidden onClick={click}>
          <TownBorders outlines={outlines} on={on} />
          {data.actorPlaces.map((spot) => (
            <circle key={spot.id} className="actors-map__other" cx={on.x(spot.lon)} cy={on.y(spot.lat)} r="2.5" />
          ))}
          {known.slice(0, 12).map((town) => (
            <text key={town.city} className="actors-map__town" x={on.x(town.lon)} y={on.y(town.lat) - 14} textAnchor="middle">
              {town.city}
            </text>
          ))}
          {at ? (
            <>
              <circle className="actors-map__ring" cx={at.x} cy={at.y} r="10" />
              <circle className="actors-map__here" cx={at.x} cy={at.y} r="4" />
            </>
          ) : null}
        </svg>
      </div>
      {outlines?.attribution ? <p className="actors-quiet">{outlines.attribution}</p> : null}
      <p role="status">
        {told} {at ? <TextButton onClick={() => onChange({ lon: null, lat: null })}>{t('map.remove')}</TextButton> : null}
      </p>
    </div>
  );
}
