package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the shipped watchlist that are also something else, in invented sentences. */
class NotoriousNamesTest {

  private static final Tagger TAGGER =
      Tagger.compile(WatchlistFolder.read(Path.of("config", "watchlist")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          organisation/apple       | Tim Cook said that Apple would build the next iPhone in India.
          organisation/amazon      | Amazon said that Prime members would pay more from May.
          organisation/shell       | Profits at Shell rose with the price of gas from the North Sea.
          organisation/target      | Target and Walmart both warned that shoppers buy less.
          organisation/orange      | Orange, the mobile operator, cut the price of its cheapest plan.
          organisation/gap         | Gap plans to open forty Old Navy stores next year.
          organisation/visa        | Visa and Mastercard agreed to lower their fees for shops.
          organisation/oracle      | Oracle will rent its cloud to a rival, the company said.
          organisation/meta        | Zuckerberg said that Meta would hire more engineers.
          organisation/alphabet    | Alphabet said that YouTube earned more than last year.
          organisation/caterpillar | Caterpillar sold fewer bulldozers in the spring.
          organisation/ford        | Ford will build the new pickup in Michigan.
          organisation/arm         | The chip designer Arm wants to make chips of its own.
          organisation/vale        | Vale cut its forecast for iron ore.
          organisation/bayer       | Bayer put more money aside for claims over glyphosate.
          organisation/gilead      | Gilead lowered the price of its HIV drug.
          organisation/mcdonalds   | McDonald's sells fewer burgers than a year ago.
          organisation/hp          | Shares (NYSE: HPQ) fell after the call.
          organisation/boeing      | The maker of the jet (NYSE: BA) lost money again.
          organisation/ice         | ICE agents began deportation raids at dawn.
          organisation/who         | The WHO warned of a new virus in the region.
          organisation/sec         | The SEC accused the fund of insider trading.
          person/jack-smith        | Jack Smith, the special counsel, asked for a trial in March.
          person/donald-trump      | Trump spoke for an hour.
          person/theresa-may       | Theresa May resigned in tears.
          """)
  void nameIsFoundInItsContext(String subject, String text) {
    assertThat(found(text)).contains(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          organisation/apple       | Apple and cinnamon make a fine cake, said the baker.
          organisation/amazon      | Loggers moved deeper into the Amazon, where the river is low.
          organisation/shell       | A Shell lay on the beach and the children picked it up.
          organisation/target      | Target practice began at noon, and the archers were late.
          organisation/orange      | Orange juice costs more after the frost in Florida.
          organisation/gap         | Gap years are popular with pupils who leave school.
          organisation/visa        | Visa rules for tourists will be eased next month.
          organisation/oracle      | Oracle of old, the priestess of Delphi spoke in riddles.
          organisation/meta        | Meta was the word that the critics used for the play.
          organisation/alphabet    | Alphabet books are what the children like best.
          organisation/caterpillar | Caterpillar nests were cleared from the oaks in the park.
          organisation/ford        | Gerald Ford pardoned his predecessor; Ford lost the vote.
          organisation/arm         | Arm wrestling drew a crowd to the fair.
          organisation/vale        | Vale of tears, the poet called this world.
          organisation/bayer       | Bayer Leverkusen won the match in the last minute.
          organisation/gilead      | Gilead is where the balm of the old song comes from.
          organisation/mcdonalds   | Ronald McDonald of Inverness won the caber toss.
          organisation/moodys      | The boy was moody, and so was his dog.
          organisation/wagner      | The opera house opens its season with Wagner.
          organisation/ice         | ICE covered the lake until March.
          organisation/who         | WHO wrote this, the headline asked.
          organisation/sec         | The SEC champions won their football game.
          person/jack-smith        | Jack Smith grows the largest pumpkins in the county.
          person/donald-trump      | The minister played his trump card at last.
          person/theresa-may       | May brings rain, and it may bring frost.
          person/george-w-bush     | The bush fire burned for a week.
          person/tim-cook          | Tim Cook coaches the village eleven.
          person/theresa-may       | In May the council may vote again.
          """)
  void nameIsNotFoundWhereItMeansSomethingElse(String subject, String text) {
    assertThat(found(text)).doesNotContain(subject);
  }

  private static List<String> found(String text) {
    return TAGGER.tag(Watch.body(text)).mentions().stream()
        .map(SubjectMention::subject)
        .map(SubjectRef::id)
        .toList();
  }
}
