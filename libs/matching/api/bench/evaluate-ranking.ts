import {
  examplesFrom,
  networkOf,
  Ranker,
  shippedModel,
  trained,
  type Examples,
  type RankerModel,
  type Task,
} from '@knotenpunkt/matching/domain';
import { inNumbers, readQuestions, readRegister } from './register-tables';

const PLACES = 10;
/** With so many questions of its own a folder learns alone; with fewer its weights are drawn towards those that are shipped. */
const ENOUGH_QUESTIONS = 300;

/** Ten actors for each question of a task of a folder, best first. `tell` hears how far it is. */
export function evaluateRanking(folder: string, task: Task, tell: (line: string) => void): Record<string, string[]> {
  const register = readRegister(folder);
  const asked = readQuestions(folder, task);
  const network = networkOf(register);
  tell(`${network.actors.length} actors in ${network.projects.length} projects, ${asked.length} questions`);
  const seatsKnown = asked.length > 0 && asked.every(({ seats }) => seats !== null);
  const examples = examplesFrom(network, task, { seatsKnown });
  tell(`learning from ${examples.list.length} questions made of the projects`);
  const ranker = new Ranker(network, modelFor(task, examples));
  const numberOf = new Map(network.actors.map(({ id }, at) => [id, at]));
  const rows = new Map(register.actors.map((actor) => [actor.id, actor]));
  return Object.fromEntries(
    asked.map((question) => {
      const told = seatsKnown ? question : { ...question, seats: null };
      return [question.id, ranker.rank(inNumbers(told, numberOf, rows), PLACES).map(({ id }) => id)];
    }),
  );
}

function modelFor(task: Task, examples: Examples): RankerModel {
  return trained(examples, examples.list.length < ENOUGH_QUESTIONS ? shippedModel(task) : null);
}
