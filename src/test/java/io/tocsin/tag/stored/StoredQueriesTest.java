package io.tocsin.tag.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.query.QueryParser;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is tried, what is not, and what hostile queries and texts cost. */
class StoredQueriesTest {
  @Test
  void aQueryIsTriedOnlyWhenItsRarestPartStands() {
    Library library = library("the AND zirconium AND said", "the AND said");

    assertThat(library.matches(Library.article("", "The minister said so"))).containsExactly(1);
    assertThat(library.matching.tried()).isEqualTo(1);

    assertThat(library.matches(Library.article("", "The zirconium"))).isEmpty();
    assertThat(library.matching.tried()).isLessThanOrEqualTo(2);

    assertThat(library.matches(Library.article("", "The zirconium, he said")))
        .containsExactly(0, 1);
    assertThat(library.matching.tried()).isEqualTo(2);
  }

  @Test
  void aPhraseIsRarerThanItsWords() {
    Library library = library("embargo AND \"arms embargo\"");

    assertThat(library.matches(Library.article("", "An embargo on grain"))).isEmpty();

    assertThat(library.matching.tried()).isZero();
  }

  @Test
  void eachOperandOfAnOrIsWatchedAndTheQueryTriedOnce() {
    Library library = library("embargo OR sanctions OR blockade");

    assertThat(library.matches(Library.article("", "Sanctions and a blockade"))).containsExactly(0);

    assertThat(library.matching.tried()).isEqualTo(1);
  }

  @Test
  void aSubjectThatIsNotTaggedKeepsItsQueryFromBeingTried() {
    Query query = new And(List.of(new About("person/a"), Term.of("the")));
    Library library = new Library(List.of(query));

    assertThat(library.matches(Library.article("", "the"))).isEmpty();
    assertThat(library.matching.tried()).isZero();

    Matching matching = library.begin(Library.article("", "Mr A and the others"));
    matching.add("person/a", List.of(), 0, 1);
    matching.run();

    assertThat(library.matches()).containsExactly(0);
    assertThat(matching.places(0)).containsExactly(new Place(0, 1), new Place(3, 3));
  }

  @Test
  void aFrequentTermThatCannotReachTheThresholdAloneIsNoAnchor() {
    Query query =
        new Weighted(Map.of(Term.of("the"), 1, Term.of("embargo"), 3, Term.of("sports"), -9), 4);
    Library library = new Library(List.of(query));

    assertThat(library.matches(Library.article("", "The the the the the"))).isEmpty();
    assertThat(library.matching.tried()).isZero();

    assertThat(library.matches(Library.article("", "The embargo"))).containsExactly(0);
  }

  @Test
  void aQueryThatCanMatchWithoutAnyWordIsTriedOnEveryArticle() {
    Library library = new Library(List.of(new Not(Term.of("sports"))));

    assertThat(library.matches(Library.article("", "An embargo"))).containsExactly(0);
    assertThat(library.matches(Library.article("", "Sports"))).isEmpty();
    assertThat(library.matching.tried()).isEqualTo(1);
  }

  @Test
  void observedCountsDecideWhichWordIsRare() {
    Phrases.Builder words = new Phrases.Builder();
    WordShares shares = WordShares.observed(100, Map.of("zirconium", 90, "the", 2));
    StoredQueries.Builder builder = new StoredQueries.Builder(words, shares);
    builder.add(QueryParser.parse("the AND zirconium"));
    Matching matching = builder.build().matching();
    Scan scan = new Scan();
    Hits hits = new Hits();
    scan.read("zirconium");
    words.build().find(scan, hits);

    matching.begin(scan, hits);
    matching.run();

    assertThat(matching.tried()).isZero();
  }

  @Test
  void ofThousandsOfQueriesOnlyThoseThatConcernAnArticleAreTried() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      queries.add(QueryParser.parse("subject" + i + " AND (the OR said OR government)"));
    }
    Library library = new Library(queries);

    List<Integer> matches =
        library.matches(Library.article("subject7", "The government said subject12345 is here"));

    assertThat(matches).containsExactly(7, 12_345);
    assertThat(library.matching.tried()).isEqualTo(2);
  }

  @Test
  void whatAnAliasNeedsIsAskedForWithoutAQuery() {
    Phrases.Builder words = new Phrases.Builder();
    StoredQueries.Builder builder = new StoredQueries.Builder(words);
    int needed = builder.leaf(Term.of("Tim Cook"));
    int absent = builder.leaf(Term.of("orchard*"));
    Matching matching = builder.build().matching();
    Scan scan = new Scan();
    Hits hits = new Hits();
    scan.read("Tim Cook of Apple");
    words.build().find(scan, hits);

    matching.begin(scan, hits);

    assertThat(matching.stands(needed)).isTrue();
    assertThat(matching.stands(absent)).isFalse();
  }

  @Test
  void phrasesThatAreNoQuerysAreNotMistakenForSome() {
    Phrases.Builder words = new Phrases.Builder();
    words.add("an alias");
    StoredQueries.Builder builder = new StoredQueries.Builder(words);
    builder.add(QueryParser.parse("embargo"));
    words.add("another alias");
    Matching matching = builder.build().matching();
    Scan scan = new Scan();
    Hits hits = new Hits();
    scan.read("an alias, another alias");
    words.build().find(scan, hits);

    matching.begin(scan, hits);
    matching.run();

    assertThat(matching.size()).isZero();
  }

  @Test
  void whatStoodInTheArticleBeforeIsForgotten() {
    Library library = library("embargo", "grain AND NOT embargo");
    library.matches(Library.article("", "An embargo"));

    assertThat(library.matches(Library.article("", "nothing"))).isEmpty();

    assertThat(library.matching.places(0)).isEmpty();
  }

  @Test
  void placesOfAMatchAreAllThatMadeItAndInReadingOrder() {
    Library library = library("\"arms trade\" OR trade OR (never AND trade)");

    library.matches(Library.article("Trade", "Arms trade"));

    assertThat(library.matching.places(0))
        .containsExactly(new Place(0, 0), new Place(1, 2), new Place(2, 2));
  }

  @Test
  void wordsThatAreSharedByQueriesAreOneLeaf() {
    Query query = new Or(List.of(Term.of("embargo"), Term.of("sanctions")));
    long one = new Library(List.of(query)).queries.memory();

    long hundred = new Library(Collections.nCopies(100, query)).queries.memory();

    assertThat(hundred).isLessThan(one + 100 * 60);
  }

  private static Library library(String... queries) {
    List<Query> parsed = new ArrayList<>();
    for (String query : queries) {
      parsed.add(QueryParser.parse(query));
    }
    return new Library(parsed);
  }
}
