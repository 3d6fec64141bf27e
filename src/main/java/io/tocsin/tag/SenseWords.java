package io.tocsin.tag;

import io.tocsin.tag.text.Scan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The words beside a surname, folded, that say whether it means a person, and which. */
final class SenseWords {
  /** Stand before a surname and say that it is a person's, whoever that is. */
  static final Set<String> TITLES =
      words(
          """
          mr mrs ms miss dr prof professor president chancellor premier minister secretary undersecretary treasurer king
          queen prince princess emperor sultan emir sheikh pope cardinal archbishop bishop rabbi imam ayatollah pastor rev
          reverend sir lord lady dame baron general gen colonel col captain capt lieutenant lt sergeant sgt commander
          admiral adm marshal brigadier officer detective inspector sheriff senator sen representative rep congressman
          congresswoman governor gov mayor ambassador envoy delegate lawmaker judge justice attorney lawyer prosecutor
          chairman chairwoman chairperson chief ceo cfo coach director editor reporter correspondent analyst economist
          historian researcher activist dissident leader spokesman spokeswoman spokesperson commissioner deputy candidate
          nominee financier tycoon investor raider dealer trader speaker tsar comrade ex former democrat republican
          herr frau präsident kanzler kanzlerin sprecher señor señora presidente ministro ministra monsieur madame
          président ministre господин президент премьер министр
          """);

  /** End a title that stands before a surname: Secretary of State, chief of staff. */
  static final Set<String> OFFICES =
      words("state staff exchequer defense defence treasury energy trade elect designate");

  /** Stand after a surname that means a person. */
  static final Set<String> SAYING =
      words(
          """
          said says told tells added adds noted notes argued argues wrote writes warned warns announced announces explained
          insisted insists testified tweeted urged urges denied denies resigned resigns vowed vows
          """);

  /**
   * Make what stands before them a house, a street or a firm, with the person's name or another.
   */
  static final Set<String> THINGS =
      words(
          """
          corp corporation co company inc incorporated ltd plc llc llp group holdings holding industries international
          partners brothers bros sons associates enterprises bank bancorp trust fund foundation institute institution
          university college school academy library museum hospital clinic center centre memorial stadium arena airport
          station street avenue road boulevard square park bridge tower towers building hotel hall island islands lake
          river mountain mount valley county city township bay beach hills award awards prize medal cup airlines airways
          motors oil petroleum drug drugs chemical chemicals pharmaceuticals laboratories labs stores foods mills steel mining
          resources energy electronics aircraft computer media insurance securities commission committee act law bill case amendment
          """);

  /** With a capital after a leader's name they are what is his, not a longer name. */
  static final Set<String> HIS =
      words(
          "administration government cabinet presidency doctrine campaign team white era jr sr ii iii iv");

  /** Have a capital though they are no part of a name. */
  static final Set<String> CALENDAR =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
          september october november december jan feb mar apr jun jul aug sep sept oct nov dec
          """);

  /** Begin sentences before a name. */
  static final Set<String> OPENERS =
      words(
          """
          the a an and or but if when while where why how what who whom which that this then thus so as at by for from in into
          of off on onto over to up with without within after before since until during about against among between
          through despite because although though unless once also even just still yet not no now he she it they we you i
          his her its their our my is are was were be been has have had do does did will would can could may might must
          shall should meanwhile however moreover perhaps according earlier later today yesterday tonight let like only
          said says than too asked both either neither nor here there under per via toward towards whether had does
          mit von für und der die das le la el que
          """);

  /** Given names that are common in the news and are no other word. */
  static final Set<String> GIVEN =
      words(
          """
          aaron abdul abdullah adam adrian ahmad ahmed alan albert alejandro alex alexander alexei alfred alice amanda amir
          amy ana anders andre andrea andreas andrei andrew andrey andy angela anna anne anthony antonio arthur barbara
          benjamin bernard betty bob boris brandon brian bruce carl carla carlos carol caroline catherine charles charlie
          chris christian christine christopher claire claude claudia craig cynthia dan daniel dave david deborah dennis
          derek diana diane dick dmitri dmitry don donald donna dorothy doug douglas edgar eduardo edward edwin elena
          elizabeth emily emma eric erik ernest eugene eva evan fatima felix fernando francis francisco fred frederick
          gary geoffrey george gerald gerhard giovanni giulio glenn gordon graham greg gregory guy hans harold harry hassan
          heather helen helmut henry herbert howard hugo hussein ian igor irina isabel ivan ivanka jacob jacques james jan
          jane janet jared jason javier jean jeff jeffrey jennifer jeremy jerry jessica jill jim jimmy joan joe john johnny
          jonathan jorge jose joseph joshua juan judith julia julie karen karim karl kate katherine keith kelly ken kenneth
          kevin khaled klaus larry laura lauren lawrence lee leila leo leonard linda lisa louis lucas luis luke mahmoud
          malcolm manuel marc marcel marco margaret maria marie mario martha martin marvin mary matt matthew maurice
          melania melissa michael michel michelle miguel mike mohamed mohammad mohammed muhammad mustafa nancy natalia
          naomi hillary lara barron nathan neil nicholas nicole nigel nikolai norman olga oliver omar oscar pamela patricia patrick paul paulo pavel
          pedro peter phil philip philippe pierre rachel ralph raymond rebecca ricardo richard rick robert roberto roger
          ron ronald rosemary roy rupert russell ruth ryan sam samantha samuel sandra sandy sara sarah scott sean sergei
          sergey sharon simon sofia sophie stanley stefan stephanie stephen steve steven stuart susan suzanne sylvia tammy
          ted teresa terry theresa thomas tiffany tim timothy tina todd tom tommy tony tyler victor victoria viktor vincent
          vladimir walter warren wayne wendy wilhelm william wolfgang yousef yuri zachary
          """);

  /** Surnames that are ordinary words of the news more often than not. */
  static final Set<String> ORDINARY =
      words(
          """
          ash bacon ball banks bank bass battle bean bell berry best bird bishop black blood bloom blue bond bonds
          booth bowl bridges brook brooks brown bull burn bush cage camp cannon case cash castle chance
          chase church cliff close coal cook cord corn cotton court crane cross crow crown cruise daily
          dance day days dean deal dear dove drew duke early east english ford farmer farm field fields fine fish
          flood flowers flower foot forest forward fox frank free freed french frost gallant
          gates gay gentle german gold golden good grain grant grave graves gray green grey grove guest hall hand hands
          hart hawk hay head heath held hill hills hobby hook hope hopes house hunt hurt islam ivory jewel job
          jobs joy judge just keen key keys king lake lamb land lane large last law laws lay lean light
          little lock long lord lot love low main major man march mark marks marsh masters may meadows
          media mercy mills mix money moon moss much nation new news noble noon norm north oak
          page paris park parks parish penny pepper pike place poole pool pope post pound powers
          power price prices priest prime prince prior pulp purse rain rains rate rates ray read reader reed reef rice
          rich rider ring rivers river rock rocks rose round rush sage sales salt sands savage sea seal sellers sharp
          shell shepherd shields shore short silver single small smart snow south spain spark spring stack
          star steel sterling stock stocks stone stones storm story street strike strong summer summers sun
          swan swift tax temple tiger toll towers town trade vale vine
          wall walls war ward waters water weeks west wheat white wild will wills wind winter
          wise wolf wood woods word words yard young
          """);

  /** Sorted: every word of every person's alias is looked up here when a watchlist compiles. */
  private static final long[] TITLE_KEYS =
      Stream.concat(TITLES.stream(), OFFICES.stream())
          .mapToLong(SenseWords::key)
          .sorted()
          .toArray();

  private SenseWords() {}

  /** The key of a folded word. */
  static long key(String folded) {
    byte[] utf8 = folded.getBytes(StandardCharsets.UTF_8);
    return Scan.key(utf8, 0, utf8.length);
  }

  /** Whether a folded word is, or ends, a title. */
  static boolean isTitle(String word) {
    return TITLES.contains(word) || OFFICES.contains(word);
  }

  /** Whether the word with a key is, or ends, a title. */
  static boolean isTitle(long key) {
    return Arrays.binarySearch(TITLE_KEYS, key) >= 0;
  }

  private static Set<String> words(String list) {
    // Some words are in two lines of a list; a set of distinct ones is what counts.
    return Set.copyOf(Arrays.asList(list.strip().split("\\s+")));
  }
}
