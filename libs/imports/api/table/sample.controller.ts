import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { IMPORT_KINDS, messages, sampleOf } from '@knotenpunkt/imports/domain';
import { writeWorkbook, type WorkbookCell } from '@knotenpunkt/platform/files';
import type { Response } from 'express';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /daten/import/beispiel/offers.xlsx?sprache=de`: what a table of a kind looks like, to be filled. */
@Controller()
export class SampleController {
  @Get('daten/import/beispiel/:file')
  async take(@Param('file') file: string, @Query('sprache') asked: unknown, @Res() response: Response): Promise<void> {
    const kind = IMPORT_KINDS.find((each) => file === `${each.toLowerCase()}.xlsx`);
    if (!kind) return void response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
    const language = asked === 'en' ? 'en' : 'de';
    const words = messages[language].import;
    const { fields, cells } = sampleOf(kind, language);
    async function* rows(): AsyncGenerator<WorkbookCell[]> {
      yield fields.map((field) => ({ text: words.fields[field as keyof typeof words.fields] }));
      yield cells.map((text) => ({ text }));
    }
    response.set({
      'content-disposition': `attachment; filename="${words.sampleFile[kind]}"`,
      'content-type': WORKBOOK,
      'x-content-type-options': 'nosniff',
    });
    await pipeline(writeWorkbook({ sheet: words.kinds[kind].title, widths: fields.map(() => 28), rows: rows() }), response);
  }
}
