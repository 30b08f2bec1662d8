import { Controller, Get, Param, Res } from '@nestjs/common';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Response } from 'express';
import { AllianceCalendarService } from './alliance-calendar.service';

/** `/daten/allianzen/harkenrode/gussform-3d.ics`: the days of an alliance as a calendar. Public, as its page is. */
@Controller('daten/allianzen')
export class AllianceCalendarController {
  constructor(
    private readonly calendars: AllianceCalendarService,
    private readonly regions: RegionService,
  ) {}

  @Get(':region/:file')
  async calendar(@Param('region') slug: string, @Param('file') file: string, @Res() response: Response): Promise<void> {
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    const named = /^([a-z0-9-]+)\.ics$/.exec(file)?.[1];
    const calendar = region && named ? await this.calendars.calendar(region, named) : null;
    if (calendar === null) {
      response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
      return;
    }
    response.set('cache-control', 'public, max-age=300').type('text/calendar').send(calendar);
  }
}
