/** @param {string} text */
const asModule = (text) => `export default ${JSON.stringify(text)};`;

/** Lets Vite bundle Cypher files as text. */
export const cypherAsText = {
  name: 'cypher-as-text',
  transform: (/** @type {string} */ text, /** @type {string} */ id) =>
    id.endsWith('.cypher') ? { code: asModule(text), map: null } : null,
};

/** Lets Jest do the same; it asks a transformer for `process`. */
export default { process: (/** @type {string} */ text) => ({ code: asModule(text) }) };
