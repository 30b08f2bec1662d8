const MOST = 6;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'suggestion',
    docs: { description: `A constructor takes at most ${MOST} parts.` },
    schema: [],
    messages: { parts: 'This constructor takes {{count}} parts, {{most}} are the most: the class does too much, split it by use case.' },
  },
  create(context) {
    return {
      'MethodDefinition[kind="constructor"]'(/** @type {any} */ node) {
        const count = node.value.params.length;
        if (count > MOST) context.report({ node: node.key, messageId: 'parts', data: { count: String(count), most: String(MOST) } });
      },
    };
  },
};
