package io.tocsin.tag.query;

/** How an attribute of an article is held against a value; all but the first only for times. */
public enum Comparison {
  IS(":"),
  AFTER(">"),
  NOT_BEFORE(">="),
  BEFORE("<"),
  NOT_AFTER("<=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As written in a query. */
  public String sign() {
    return sign;
  }
}
