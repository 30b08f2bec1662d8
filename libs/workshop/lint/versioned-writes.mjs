import { placeOf } from './place.mjs';

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Rows are written under the version rule; the schema by migrations.' },
    schema: [],
    messages: {
      save: 'save() accepts a stale copy of a row and sets its version back: use tx.insert() for new rows and updateVersioned() for existing ones.',
      synchronize: 'The schema is changed by migrations only, never by `synchronize: true`.',
    },
  },
  create(context) {
    if (!/^(libs\/[^/]+\/api|libs\/platform|apps\/api|migrations)\//.test(placeOf(context))) return {};
    return {
      'CallExpression > MemberExpression.callee[property.name="save"]'(/** @type {any} */ node) {
        context.report({ node: node.property, messageId: 'save' });
      },
      'Property[value.value=true]'(/** @type {any} */ node) {
        if ((node.key.name ?? node.key.value) === 'synchronize') context.report({ node, messageId: 'synchronize' });
      },
    };
  },
};
