import { ModulesContainer } from '@nestjs/core';
import type { TestApp } from '@knotenpunkt/platform/testing';

// Names under which Nest keeps what its decorators say.
const IS_FIELD = 'graphql:resolve_property';
const TYPE_NAME = 'graphql:resolver_name';
const PERMISSION = 'knotenpunkt:permission';

type ResolverClass = { name: string; prototype: Record<string, unknown> };

/** Whether a method takes the viewer from the context or by decorator, itself or by another method of its class. */
function asksWho(prototype: ResolverClass['prototype'], name: string, seen = new Set<string>()): boolean {
  const method = prototype[name];
  if (typeof method !== 'function' || seen.has(name)) return false;
  seen.add(name);
  const text = Function.prototype.toString.call(method);
  if (/\bviewer(Of)?\b/.test(text)) return true;
  return [...text.matchAll(/this\.(\w+)\(/g)].some(([, called]) => asksWho(prototype, called!, seen));
}

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

/** `Type.field` of every field that answers differently to different people. */
export function fieldsThatAskWho(app: TestApp): string[] {
  const found = new Set<string>();
  for (const { owner, name, method } of methods(app)) {
    if (Reflect.getMetadata(IS_FIELD, method) === true && asksWho(owner.prototype, name))
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
