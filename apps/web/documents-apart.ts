/** What Vite asks of a plugin, as far as this one answers. */
interface Plugin {
  name: string;
  enforce: 'pre';
  resolveId: (id: string) => string | null;
  load: (id: string) => string | null;
  transform: (code: string, id: string) => { code: string; map: null } | null;
}

const APART = 'virtual:document/';
const WRITTEN = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/** Documents by the name under which the generated module exports them. */
function readDocuments(generated: string): Map<string, string> {
  const made = /^export const (\w+(?:Document|FragmentDoc)) = (\{.*\}) as unknown as DocumentNode/gm;
  return new Map([...generated.matchAll(made)].map(([, name, document]) => [name!, document!]));
}

/** How the generated module calls a document. */
function nameOf(text: string): string | null {
  const found = /\b(query|mutation|subscription|fragment)\s+(\w+)/.exec(text);
  if (!found) return null;
  return `${found[2]!}${found[1] === 'fragment' ? 'FragmentDoc' : 'Document'}`;
}

/**
 * Lets each page bring the operations it asks, not those of the whole house: `graphql(…)` looks a document up in a table of all, and a
 * table travels whole. Here each call becomes the document itself, a module of its own. `generated`: the text of the generated module.
 */
export function documentsApart(generated: string): Plugin {
  const documents = readDocuments(generated);
  return {
    name: 'documents-apart',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(APART) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${APART}`)) return null;
      return `export default ${documents.get(id.slice(APART.length + 1))!};`;
    },
    transform(code, id) {
      if (!/\/(libs|apps)\/.*\.tsx?$/.test(id) || !code.includes('graphql(')) return null;
      const used = new Set<string>();
      const replaced = code.replace(WRITTEN, (call, text: string) => {
        const name = nameOf(text);
        if (!name || !documents.has(name)) return call;
        used.add(name);
        return `document${name}`;
      });
      if (used.size === 0) return null;
      // On the first line, so that no line moves.
      const imports = [...used].map((name) => `import document${name} from '${APART}${name}';`).join('');
      return { code: `${imports}${replaced}`, map: null };
    },
  };
}
