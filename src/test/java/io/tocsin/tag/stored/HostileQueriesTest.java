package io.tocsin.tag.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Texts and queries made to cost much. The limits are far above what is needed and far below what a
 * comparison of every place with every other would take, which is hours.
 */
class HostileQueriesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int OFTEN = 100_000;

  @Test
  void wordsThatAreRepeatedAreHeldNearEachOtherInAboutLinearTime() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      queries.add(new Near(Term.of("arms"), Term.of("trade"), 1 + i, false));
      queries.add(new Near(Term.of("trade"), Term.of("arms"), 1 + i, true));
      queries.add(new AtLeast(OFTEN + 1 + i, Term.of("arms")));
    }
    Library library = new Library(queries);
    // The last of the one and the first of the other stand side by side, but in different fields.
    var article = Library.article("arms ".repeat(OFTEN), "trade ".repeat(OFTEN));

    List<Integer> matches = assertTimeout(LIMIT, () -> library.matches(article));

    assertThat(matches).isEmpty();
    assertThat(library.matching.tried()).isEqualTo(150);
  }

  @Test
  void sentencesThatAreManyAreComparedInAboutLinearTime() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queries.add(new Same(Unit.SENTENCE, List.of(Term.of("arms"), Term.of("trade"))));
    }
    Library library = new Library(queries);
    var article = Library.article("", "Arms here. Trade there. ".repeat(20_000));

    List<Integer> matches = assertTimeout(LIMIT, () -> library.matches(article));

    assertThat(matches).isEmpty();
  }

  @Test
  void placesOfARepeatedWordAreCollectedInAboutLinearTime() {
    Library library = new Library(List.of(new Near(Term.of("arms"), Term.of("trade"), 3, false)));
    library.matches(Library.article("", "arms trade ".repeat(OFTEN / 2)));

    int places = assertTimeout(LIMIT, () -> library.matching.places(0).size());

    assertThat(places).isEqualTo(OFTEN);
  }

  @Test
  void twoThousandTermsAreNotCopiedBehindEachOther() {
    List<Query> left = new ArrayList<>();
    List<Query> right = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      left.add(Term.of("left" + i));
      right.add(Term.of("right" + i));
    }
    Library library = new Library(List.of(new And(List.of(new Or(left), new Or(right)))));

    assertThat(library.matches(Library.article("", "left999 right0"))).containsExactly(0);
    assertThat(library.matches(Library.article("", "left999 left0"))).isEmpty();
    assertThat(library.queries.memory()).isLessThan(100_000);
  }

  @Test
  void deepNestingIsFollowed() {
    Query query = Term.of("arms");
    for (int i = 0; i < 500; i++) {
      query = new And(List.of(new Not(new Not(query)), Term.of("trade")));
    }
    Library library = new Library(List.of(query));

    assertThat(library.matches(Library.article("", "arms trade"))).containsExactly(0);
    assertThat(library.matches(Library.article("", "trade"))).isEmpty();
  }
}
