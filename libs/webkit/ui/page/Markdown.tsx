import './parts.css';

/** Shows the HTML that the server made from Markdown and has sanitised. Never give it text from anywhere else. */
export function Markdown({ html }: { html: string }) {
  return <div className="kn-markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
