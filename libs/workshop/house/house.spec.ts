import { resolve } from 'node:path';
import { rooms } from '../rooms.mjs';
import { filesOf, textOf, topOf } from './tree';

const root = resolve();
const files = filesOf(root);
const read = (file: string) => textOf(root, file);
const isGenerated = (file: string) => file.includes('/generated/');
const isTemplate = (file: string) => file.startsWith('libs/workshop/generator/templates/');

describe('the top of the repository', () => {
  it('holds the house and what tools insist on finding there', () => {
    const house = ['apps', 'e2e', 'graph-schema', 'libs', 'migrations'];
    const described = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'publiccode.yml'];
    const insisted = [
      ...['.ci', '.dockerignore', '.editorconfig', '.gitattributes', '.gitignore', '.npmrc', '.prettierignore', '.prettierrc.json'],
      ...['Dockerfile', 'compose.yaml', 'eslint.config.mjs', 'jest.config.mjs', 'nx.json', 'package-lock.json', 'package.json'],
      ...['schema.graphql', 'tsconfig.base.json', 'tsconfig.server.json', 'tsconfig.web.json'],
    ];
    expect(topOf(root).filter((name) => ![...house, ...described, ...insisted].includes(name))).toEqual([]);
  });
});

describe('rooms', () => {
  const inLibs = [...new Set(files.filter((file) => file.startsWith('libs/')).map((file) => file.split('/')[1]!))];

  it('stand in the ordered list', () => {
    const known = [...rooms.map(({ name }) => name), 'workshop'];
    expect(inLibs.filter((room) => !known.includes(room))).toEqual([]);
  });

  it.each(inLibs)('%s has a README', (room) => {
    expect(files).toContain(`libs/${room}/README.md`);
  });

  it('are explained in the README of the repository', () => {
    const readme = read('README.md');
    expect(inLibs.filter((room) => !readme.includes(room))).toEqual([]);
  });
});

describe('projects', () => {
  const projects = files
    .filter((file) => file.endsWith('/project.json') && !isTemplate(file))
    .map((file) => file.replace('/project.json', ''));
  const tagsOf = (folder: string): string[] => {
    const [top, room = '', part = ''] = folder.split('/');
    const kind = rooms.find(({ name }) => name === room)?.kind;
    if (top === 'apps') return ['scope:app', `layer:${room}`];
    if (top === 'e2e') return ['scope:e2e', 'layer:e2e'];
    if (top !== 'libs') return [`scope:${top}`, 'layer:api'];
    if (room === 'workshop') return ['scope:workshop', 'layer:workshop'];
    return [`scope:${room}`, `layer:${kind === 'kernel' ? 'domain' : kind === 'platform' ? 'api' : kind === 'webkit' ? 'web' : part}`];
  };

  it.each(projects)('%s says where it stands', (folder) => {
    const { name, tags, sourceRoot } = JSON.parse(read(`${folder}/project.json`)) as { name: string; tags: string[]; sourceRoot: string };
    expect({ tags, sourceRoot }).toEqual({ tags: tagsOf(folder), sourceRoot: folder });
    expect(name).toBe(
      folder
        .replace(/^libs\//, '')
        .replaceAll('/', '-')
        .replace(/^apps-/, ''),
    );
  });

  it.each(projects.filter((folder) => folder.startsWith('libs/') && folder !== 'libs/workshop'))('%s has one door', (folder) => {
    expect(files.filter((file) => file.startsWith(`${folder}/`) && /(^|\/)index\.(ts|tsx)$/.test(file) && !isGenerated(file))).toEqual([
      `${folder}/index.ts`,
    ]);
    // Entities and repositories are the room's own affair; modules and services are what others may have.
    expect(read(`${folder}/index.ts`)).not.toMatch(/\b\w*(Entity|Repository|Entities)\b|\.(entity|repository)['"]/);
  });

  it('hold all code', () => {
    const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file.includes('/'));
    expect(code.filter((file) => !projects.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  });
});

describe('files', () => {
  it('stand at most two folders below a room', () => {
    expect(files.filter((file) => /^(libs|apps)\//.test(file) && file.split('/').length > 5 && !isTemplate(file))).toEqual([]);
  });

  it('are named for what they hold', () => {
    expect(files.filter((file) => file.split('/').some((part) => /^(utils?|helpers?|common|misc)(\.|$)/i.test(part)))).toEqual([]);
  });

  it('are no longer than 400 lines', () => {
    const written = files.filter(
      (file) => /\.(ts|tsx|mjs|css|md|html|sh|cypher|yaml|yml)$|^\.ci\/|Dockerfile$/.test(file) && !isGenerated(file),
    );
    const tooLong = written.map((file) => ({ file, lines: read(file).trimEnd().split('\n').length })).filter(({ lines }) => lines > 400);
    expect(tooLong).toEqual([]);
  });

  it('name no machine and no package registry', () => {
    // Put together here, so that this file does not name one either.
    const machine = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'home', 'Users', 'root'].join('|')})/`, 'm');
    const registry = new RegExp(
      [
        'registry\\.npm',
        'npmjs\\.(org|com)/',
        '\\.maven\\.',
        'maven\\.org',
        'deb\\.debian\\.',
        'ghcr\\.io',
        'docker\\.io',
        'artifactory',
        'nexus[.:/]',
      ].join('|'),
      'i',
    );
    const text = files.filter((file) => !/\.(woff2?|png|jpe?g|webp|ico|pdf)$/.test(file) && file !== 'libs/workshop/house/house.spec.ts');
    expect(text.filter((file) => machine.test(read(file)) || registry.test(read(file)))).toEqual([]);
  });

  it('keep journeys as sentences', () => {
    const inE2e = files.filter((file) => file.startsWith('e2e/') && /\.(spec|test)\.tsx?$/.test(file));
    expect(inE2e).toEqual([]);
  });
});

describe('migrations', () => {
  const migrations = files.filter(
    (file) => /^migrations\/.*\.ts$/.test(file) && file !== 'migrations/index.ts' && !file.endsWith('spec.ts'),
  );

  it('carry the time they were written and are listed', () => {
    const index = read('migrations/index.ts');
    expect(migrations.filter((file) => !/^migrations\/\d{14}-[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
    expect(migrations.map((file) => file.replace(/^migrations\/|\.ts$/g, '')).filter((name) => !index.includes(`./${name}'`))).toEqual([]);
  });
});
