package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.model.SubjectRef;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.stored.StoredQueries;
import java.util.List;

/**
 * A watchlist, compiled; immutable, shared by all threads.
 *
 * @param watched the subjects in order of id, by their numbers
 * @param subjects their ids, names and kinds
 * @param phrases everything that is looked for
 * @param lexicon what phrases mean as names
 * @param wholes which subjects contain which
 * @param ranks the queries of subjects, in an order in which each finds the subjects it asks for
 * @param rules the queries of rules
 * @param parsed all queries as they were read, for the next version
 */
record Compiled(
    List<Subject> watched,
    List<SubjectRef> subjects,
    Phrases phrases,
    Lexicon lexicon,
    Wholes wholes,
    List<Rank> ranks,
    Rank rules,
    ParsedQueries parsed) {

  /**
   * Queries that are held against an article together.
   *
   * @param queries compiled
   * @param owners of each query, by its number: ids of subjects or rules
   * @param numbers of the owners when they are subjects, by the number of the query; else empty
   */
  record Rank(StoredQueries queries, List<String> owners, List<Integer> numbers) {}
}
