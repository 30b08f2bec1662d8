import { HiddenClassesNote } from './closer/HiddenClassesNote';
import type { NetworkPageState } from './page';
import { PathFinder } from './PathFinder';

/** The way from the chosen actor to another, as the view has it. */
export function PathOfPage({ overview, control, chosen, target, ways, choose, parts }: NetworkPageState) {
  if (!chosen) return null;
  return (
    <>
      <PathFinder
        overview={overview}
        from={chosen}
        to={target}
        answer={ways}
        onTarget={(slug) => control.change({ target: slug })}
        onChoose={choose}
        introduce={parts.introduce}
      />
      {target ? <HiddenClassesNote view={control.view} /> : null}
    </>
  );
}
