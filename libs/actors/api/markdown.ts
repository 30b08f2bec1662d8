import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

// A text stands inside a page that has its own h1 and h2.
const HEADINGS = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h4', h5: 'h4', h6: 'h4' };

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'ul', 'ol', 'li', 'a', 'blockquote', 'code', 'pre', 'h3', 'h4', 'hr'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { ...HEADINGS, a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }) },
};

// A text that is a page of its own, below the page's h1.
const PAGE_HEADINGS = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };

/** HTML of a text that somebody wrote in Markdown: no HTML of their own, no pictures, no scripts. */
export function renderMarkdown(text: string): string {
  return text.trim() === '' ? '' : sanitizeHtml(markdown.render(text), allowed);
}

/** The same of a text that is all of a page but its title: its headings begin below that. */
export function renderMarkdownPage(text: string): string {
  return sanitizeHtml(markdown.render(text), {
    ...allowed,
    allowedTags: [...(allowed.allowedTags || []), 'h2'],
    transformTags: { ...PAGE_HEADINGS, a: allowed.transformTags!['a']! },
  });
}
