import { isTest, placeOf } from './place.mjs';

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'body',
  'description',
  'errorMessage',
  'heading',
  'hint',
  'label',
  'placeholder',
  'text',
  'title',
]);

/** @param {string} place */
function showsText(place) {
  const isComponent =
    /^(libs\/[^/]+\/web|libs\/webkit\/(ui|graph-view|charts|i18n|data)|apps\/web)\//.test(place) && place.endsWith('.tsx');
  // The gallery at /stil shows the parts of the interface with sample words; it is a page for developers.
  const isGallery = /^apps\/web\/gallery\//.test(place);
  return isComponent && !isGallery && !isTest(place);
}

/**
 * The product's name is the same in every language.
 *
 * @param {string} text
 */
const hasWords = (text) => /\p{L}/u.test(text.replace(/&\w+;|Knotenpunkt/g, ''));

/**
 * The literals a reader would see when the expression is shown.
 *
 * @param {any} node
 * @returns {any[]}
 */
function shown(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && hasWords(node.value) ? [node] : [];
    case 'TemplateLiteral':
      return node.quasis.some((/** @type {any} */ quasi) => hasWords(quasi.value.cooked ?? '')) ? [node] : [];
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return shown(node.expression);
    case 'ConditionalExpression':
      return [...shown(node.consequent), ...shown(node.alternate)];
    case 'LogicalExpression':
      return [...shown(node.left), ...shown(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...shown(node.left), ...shown(node.right)] : [];
    default:
      return [];
  }
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Components hold no text: it comes from the catalogue of the room.' },
    schema: [],
    messages: { text: 'Text belongs into messages.de.json and messages.en.json of the room: show t("…") here.' },
  },
  create(context) {
    if (!showsText(placeOf(context))) return {};
    /** @param {any[]} nodes */
    const report = (nodes) => nodes.forEach((node) => context.report({ node, messageId: 'text' }));
    return {
      JSXText(/** @type {any} */ node) {
        if (hasWords(node.value)) report([node]);
      },
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer'(/** @type {any} */ node) {
        report(shown(node));
      },
      JSXAttribute(/** @type {any} */ node) {
        if (SPOKEN.has(node.name.name)) report(shown(node.value));
      },
    };
  },
};
