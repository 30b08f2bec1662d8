import { Link } from 'react-router';
import { KindMark } from '@knotenpunkt/webkit/ui';
import './actors.css';

/** An actor's name as a link to its Steckbrief, with the mark of its kind where `marked`. */
export function ActorLink({ actor, marked = false }: { actor: { name: string; slug: string; kind: string }; marked?: boolean }) {
  const link = <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>;
  if (!marked) return link;
  return (
    <span className="actors-link">
      <KindMark kind={actor.kind} size={16} />
      {link}
    </span>
  );
}
