import type { Answer, Argument, Reply, RequestName } from '../../contract/contract'
import { answered, refused } from '../../contract/failure'
import { parseRequest } from '../../contract/parse'

/** What answers each request. It throws a failure instead of answering one. */
export type Answers = { readonly [K in RequestName]: (argument: Argument<K>) => Promise<Answer<K>> | Answer<K> }

/** Answers a request from outside: parsed, dispatched, and never an exception. */
export async function answerRequest(answers: Answers, name: unknown, argument: unknown): Promise<Reply<unknown>> {
  try {
    const request = parseRequest(name, argument)
    return answered(await dispatch(answers, request.name, request.argument))
  } catch (error) {
    return refused(error)
  }
}

function dispatch<K extends RequestName>(answers: Answers, name: K, argument: unknown): Promise<Answer<K>> | Answer<K> {
  return answers[name](argument as Argument<K>)
}
