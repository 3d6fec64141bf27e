package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query by recursive descent, in linear time.
 *
 * <pre>
 * query   = operand { AND operand } | operand { OR operand }
 * operand = NOT operand | primary [ NEAR/n primary ]
 * primary = word | "phrase" | ( query )
 * </pre>
 *
 * <p>AND and OR do not mix without parentheses: systems disagree on which binds closer, so a reader
 * cannot know.
 */
public final class QueryParser {
  /** Longest query in UTF-16 units. */
  public static final int MAX_LENGTH = 20_000;

  /** Most words and phrases of one query. */
  public static final int MAX_TERMS = 2_000;

  /** Deepest nesting of parentheses and NOT. */
  public static final int MAX_NESTING = 64;

  /** Largest distance of NEAR; beyond it, AND says the same. */
  public static final int MAX_DISTANCE = 100;

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
    if (query.required().isEmpty()) {
      throw new QueryException(
          "the query matches articles that have none of its words, so nearly everything: say with AND what must be there",
          0);
    }
    return query;
  }

  private Query query() {
    enter();
    List<Query> operands = new ArrayList<>();
    List<Lexeme> operators = new ArrayList<>();
    List<String> written = new ArrayList<>();
    while (true) {
      int start = peek().start();
      operands.add(operand());
      written.add(text.substring(start, lexemes.get(next - 1).end()));
      Lexeme operator = peek();
      if (operator.kind() == Kind.END || operator.kind() == Kind.CLOSE) {
        break;
      }
      if (operator.kind() != Kind.AND && operator.kind() != Kind.OR) {
        throw missingOperator(operator);
      }
      operators.add(operator);
      next++;
    }
    depth--;
    if (operators.isEmpty()) {
      return operands.get(0);
    }
    Kind kind = operators.get(0).kind();
    for (Lexeme operator : operators) {
      if (operator.kind() != kind) {
        throw Readings.mixed(written, operators, operator.start());
      }
    }
    return kind == Kind.AND ? new And(operands) : new Or(operands);
  }

  private Query operand() {
    if (peek().kind() == Kind.NOT) {
      next++;
      enter();
      Query operand = operand();
      depth--;
      return new Not(operand);
    }
    int leftStart = peek().start();
    Query left = primary();
    Lexeme near = peek();
    if (near.kind() != Kind.NEAR) {
      return left;
    }
    next++;
    int distance = distance(near);
    int rightStart = peek().start();
    Query right = primary();
    if (peek().kind() == Kind.NEAR) {
      throw new QueryException(
          "NEAR takes two operands: write a NEAR/5 b AND b NEAR/5 c instead of a NEAR/5 b NEAR/5 c",
          peek().start());
    }
    checkPositional(left, leftStart);
    checkPositional(right, rightStart);
    return new Near(left, right, distance, false);
  }

  private Query primary() {
    Lexeme lexeme = peek();
    next++;
    return switch (lexeme.kind()) {
      case WORD, PHRASE -> {
        if (++terms > MAX_TERMS) {
          throw new QueryException(
              "more than " + MAX_TERMS + " words and phrases: split the query", lexeme.start());
        }
        yield TermReader.read(lexeme);
      }
      case OPEN -> group(lexeme);
      case AND, OR, NOT, NEAR ->
          throw new QueryException(
              "a word, a phrase or a parenthesis must stand before " + lexeme.text(),
              lexeme.start());
      case CLOSE ->
          throw new QueryException(
              "a word or a phrase must stand before this parenthesis", lexeme.start());
      case END ->
          throw new QueryException(
              text.isBlank()
                  ? "the query is empty: write a word or a \"phrase\""
                  : "the query ends where a word or a phrase must stand",
              lexeme.start());
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

  private static void checkPositional(Query operand, int start) {
    if (!operand.isPositional()) {
      throw new QueryException(
          "NEAR joins words, phrases or groups of them with OR, such as (arms OR \"fighter jet*\")",
          start);
    }
  }

  private static int distance(Lexeme near) {
    String number = near.text().substring("NEAR/".length());
    boolean digits =
        !number.isEmpty()
            && number.length() <= 3
            && number.chars().allMatch(c -> c >= '0' && c <= '9');
    int distance = digits ? Integer.parseInt(number) : 0;
    if (distance < 1 || distance > MAX_DISTANCE) {
      throw new QueryException(
          "NEAR needs a distance from 1 to " + MAX_DISTANCE + ": NEAR/5", near.start());
    }
    return distance;
  }

  private QueryException missingOperator(Lexeme found) {
    if (found.kind() == Kind.NOT) {
      return new QueryException("NOT needs an operator before it: write AND NOT", found.start());
    }
    Lexeme before = lexemes.get(next - 1);
    boolean lowerCase =
        List.of("and", "or", "not").contains(found.text())
            || List.of("and", "or").contains(before.text());
    String advice =
        lowerCase
            ? "operators are written in capitals: AND, OR, NOT"
            : "put AND or OR between them, or quotes around them when they are a phrase";
    return new QueryException(
        "nothing joins '" + before.text() + "' and '" + found.text() + "': " + advice,
        found.start());
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
