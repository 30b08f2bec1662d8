import { ModulesContainer } from '@nestjs/core';
import { CurrentViewer } from '@knotenpunkt/identity/api';
import type { TestApp } from '@knotenpunkt/platform/testing';

// Names under which Nest keeps what its decorators say.
const ARGUMENTS = '__routeArguments__';
const IS_FIELD = 'graphql:resolve_property';
const TYPE_NAME = 'graphql:resolver_name';
const PERMISSION = 'knotenpunkt:permission';

type ResolverClass = { name: string; prototype: Record<string, unknown> };

class Probe {
  ask(_viewer: unknown): void {}
}
CurrentViewer()(Probe.prototype, 'ask', 0);

const factoriesAt = (owner: object, method: string): unknown[] =>
  Object.values((Reflect.getMetadata(ARGUMENTS, owner, method) ?? {}) as Record<string, { factory?: unknown }>).map(
    ({ factory }) => factory,
  );
const viewerFactory = factoriesAt(Probe, 'ask')[0];

function* methods(app: TestApp): Generator<{ owner: ResolverClass; name: string; method: object }> {
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.providers.values()) {
      const owner = metatype as unknown as ResolverClass | null;
      if (!owner?.prototype) continue;
      for (const name of Object.getOwnPropertyNames(owner.prototype)) {
        const method = Object.getOwnPropertyDescriptor(owner.prototype, name)?.value as object | undefined;
        if (typeof method === 'function') yield { owner, name, method };
      }
    }
  }
}

/** `Type.field` of every field that answers differently to different people: its resolver takes the viewer. */
export function fieldsThatAskWho(app: TestApp): string[] {
  const found = new Set<string>();
  for (const { owner, name, method } of methods(app)) {
    if (Reflect.getMetadata(IS_FIELD, method) !== true || !factoriesAt(owner, name).includes(viewerFactory)) continue;
    found.add(`${String(Reflect.getMetadata(TYPE_NAME, owner))}.${name}`);
  }
  return [...found].sort();
}

/** What `@Permit` says at each operation, by the name of the operation. */
export function doors(app: TestApp): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, method } of methods(app)) {
    const permission = Reflect.getMetadata(PERMISSION, method) as string | undefined;
    if (permission !== undefined) found.set(name, permission);
  }
  return found;
}
