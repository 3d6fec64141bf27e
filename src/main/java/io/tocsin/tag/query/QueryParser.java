package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a query by recursive descent, in linear time.
 *
 * <pre>
 * query    = operand { AND operand } | operand { OR operand }
 * operand  = NOT operand | relation
 * relation = primary [ ( NEAR/n | ONEAR/n ) primary ]
 *          | primary { SENTENCE primary } | primary { PARAGRAPH primary }
 * primary  = ATLEAST/n primary | zone primary | leaf | ( query )
 * zone     = title: | summary: | lead: | body:
 * leaf     = word | "phrase" | ="exact form" | &#64;kind/slug | &#64;group/name
 *          | source:value | language:tag | section:value
 *          | published ( : | &gt; | &gt;= | &lt; | &lt;= ) time
 * </pre>
 *
 * <p>So zones and ATLEAST bind closest, then NEAR, ONEAR, SENTENCE and PARAGRAPH, then NOT, and AND
 * and OR least of all. AND and OR do not mix without parentheses: systems disagree on which binds
 * closer, so a reader cannot know. Operands of NEAR, ONEAR, SENTENCE, PARAGRAPH and ATLEAST are
 * positional, see {@link Query}.
 */
public final class QueryParser {
  /** Longest query in UTF-16 units. */
  public static final int MAX_LENGTH = 20_000;

  /** Most words, phrases, subjects and attributes of one query. */
  public static final int MAX_TERMS = 2_000;

  /** Deepest nesting of parentheses, NOT, zones and ATLEAST. */
  public static final int MAX_NESTING = 64;

  /** Largest distance of NEAR and number of ATLEAST; beyond it, AND says the same. */
  public static final int MAX_NUMBER = 100;

  private final String text;
  private final List<Lexeme> lexemes;
  private int next;
  private int depth;
  private int terms;

  private QueryParser(String text) {
    this.text = text;
    this.lexemes = Lexer.lex(text);
  }

  /**
   * Reads a query.
   *
   * @throws QueryException with the position and what would be right
   */
  public static Query parse(String text) {
    Query query = parseAny(text);
    if (!Shape.isAnchored(query)) {
      throw new QueryException(
          "the query matches articles that have none of its words or subjects, so nearly everything:"
              + " say with AND what must be there",
          0);
    }
    return query;
  }

  /** Reads a query or a part of one, which may match nearly everything. */
  static Query parseAny(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new QueryException(
          "the query has "
              + text.length()
              + " characters, at most "
              + MAX_LENGTH
              + " are allowed: split it",
          MAX_LENGTH);
    }
    QueryParser parser = new QueryParser(text);
    Query query = parser.query();
    Lexeme rest = parser.peek();
    if (rest.kind() == Kind.CLOSE) {
      throw new QueryException(
          "this parenthesis closes nothing: remove it, or open one before it", rest.start());
    }
    return query;
  }

  private Query query() {
    enter();
    int start = peek().start();
    Query first = operand();
    if (isAtEnd()) {
      depth--;
      return first;
    }
    List<Query> operands = new ArrayList<>();
    List<Lexeme> operators = new ArrayList<>();
    operands.add(first);
    while (!isAtEnd()) {
      Lexeme operator = peek();
      if (operator.kind() != Kind.AND && operator.kind() != Kind.OR) {
        throw Missing.operator(lexemes.get(next - 1), operator);
      }
      operators.add(operator);
      next++;
      operands.add(operand());
    }
    depth--;
    Kind kind = operators.get(0).kind();
    for (Lexeme operator : operators) {
      if (operator.kind() != kind) {
        throw Readings.mixed(written(start, operators), operators, operator.start());
      }
    }
    return kind == Kind.AND ? new And(operands) : new Or(operands);
  }

  private boolean isAtEnd() {
    return peek().kind() == Kind.END || peek().kind() == Kind.CLOSE;
  }

  /** The operands as written, from a place to where the parser stands. */
  private List<String> written(int start, List<Lexeme> operators) {
    List<String> written = new ArrayList<>();
    int from = start;
    for (Lexeme operator : operators) {
      written.add(text.substring(from, operator.start()).strip());
      from = operator.end();
    }
    written.add(text.substring(from, lexemes.get(next - 1).end()).strip());
    return written;
  }

  private Query operand() {
    if (peek().kind() == Kind.NOT) {
      next++;
      enter();
      Query operand = operand();
      depth--;
      return new Not(operand);
    }
    int start = peek().start();
    Query first = primary();
    return switch (peek().kind()) {
      case NEAR -> near(first, start);
      case SAME -> same(first, start);
      default -> first;
    };
  }

  private Query near(Query left, int leftStart) {
    Lexeme near = peek();
    next++;
    int distance = number(near);
    Query right = positional(near);
    Missing.checkPositional(left, leftStart, near);
    if (peek().kind() == Kind.NEAR || peek().kind() == Kind.SAME) {
      throw new QueryException(
          "NEAR takes two operands: write a NEAR/5 b AND b NEAR/5 c instead of a NEAR/5 b NEAR/5 c",
          peek().start());
    }
    return new Near(left, right, distance, near.text().startsWith("O"));
  }

  private Query same(Query first, int start) {
    Lexeme same = peek();
    Missing.checkPositional(first, start, same);
    List<Query> operands = new ArrayList<>();
    operands.add(first);
    while (peek().kind() == Kind.SAME && peek().text().equals(same.text())) {
      next++;
      operands.add(positional(same));
    }
    if (peek().kind() == Kind.NEAR || peek().kind() == Kind.SAME) {
      throw new QueryException(
          same.text()
              + " and "
              + peek().text()
              + " do not mix: join two groups with AND, each in parentheses",
          peek().start());
    }
    return new Same(Unit.valueOf(same.text()), operands);
  }

  /** The operand after an operator that asks for places. */
  private Query positional(Lexeme operator) {
    int start = peek().start();
    Query operand = primary();
    Missing.checkPositional(operand, start, operator);
    return operand;
  }

  private Query primary() {
    Lexeme lexeme = peek();
    next++;
    return switch (lexeme.kind()) {
      case WORD, PHRASE, EXACT, SUBJECT, GROUP, META -> leaf(lexeme);
      case OPEN -> group(lexeme);
      case ZONE -> {
        enter();
        Query operand = primary();
        depth--;
        yield new In(Zone.valueOf(lexeme.text().toUpperCase(Locale.ROOT)), operand);
      }
      case AT_LEAST -> {
        enter();
        int count = number(lexeme);
        Query operand = positional(lexeme);
        depth--;
        yield new AtLeast(count, operand);
      }
      case AND, OR, NOT, NEAR, SAME, CLOSE, END ->
          throw Missing.operand(lexeme, next > 1 ? lexemes.get(next - 2) : null);
    };
  }

  private Query leaf(Lexeme lexeme) {
    if (++terms > MAX_TERMS) {
      throw new QueryException(
          "more than " + MAX_TERMS + " words and phrases: split the query", lexeme.start());
    }
    return switch (lexeme.kind()) {
      case META -> MetaReader.read(lexeme);
      case SUBJECT -> SubjectReader.read(lexeme);
      case GROUP -> new Group(SubjectReader.group(lexeme));
      default -> TermReader.read(lexeme);
    };
  }

  private Query group(Lexeme open) {
    Query inner = query();
    if (peek().kind() != Kind.CLOSE) {
      throw new QueryException("this parenthesis is not closed: add a )", open.start());
    }
    next++;
    return inner;
  }

  /** The number of NEAR/5 or ATLEAST/3. */
  private static int number(Lexeme operator) {
    int slash = operator.text().indexOf('/');
    String name = operator.text().substring(0, slash);
    String digits = operator.text().substring(slash + 1);
    boolean readable =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = readable ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > MAX_NUMBER) {
      String example = name.equals("ATLEAST") ? "ATLEAST/3 missile*" : name + "/5";
      throw new QueryException(
          name
              + (name.equals("ATLEAST") ? " needs a number" : " needs a distance")
              + " from 1 to "
              + MAX_NUMBER
              + ": "
              + example,
          operator.start());
    }
    return number;
  }

  private Lexeme peek() {
    return lexemes.get(next);
  }

  private void enter() {
    if (++depth > MAX_NESTING + 1) { // the query itself is the first level
      throw new QueryException(
          "nested deeper than " + MAX_NESTING + ": take parentheses away", peek().start());
    }
  }
}
