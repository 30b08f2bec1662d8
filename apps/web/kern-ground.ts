/** What PostCSS tells of a rule; its own types are not needed for more. */
interface Rule {
  selectors: string[];
  source?: { input: { file?: string } };
  remove: () => void;
}

/** Selectors that carry KERN's ground: tokens, themes, layers, reset. */
function isGround(selector: string): boolean {
  return !/\.kern-/.test(selector) || /:root|body|data-kern-theme/.test(selector);
}

/**
 * Keeps KERN's ground and leaves out its components, which ours take the place of: nine tenths of its style sheet would
 * travel to every reader and match nothing. Whoever uses one of KERN's own components takes this plugin out.
 */
export const kernGround = {
  postcssPlugin: 'kern-ground',
  OnceExit(root: { walkRules: (visit: (rule: Rule) => void) => void }) {
    root.walkRules((rule) => {
      if (rule.source?.input.file?.includes('@kern-ux') && !rule.selectors.some(isGround)) rule.remove();
    });
  },
};
