package io.tocsin.tag;

import io.tocsin.tag.query.Comparison;
import io.tocsin.tag.query.Query.Meta;

/** Whether two times that a query asks for leave nothing between them. */
final class Times {
  private Times() {}

  /** Whether no time fits both; days and instants are held against each other by their days. */
  static boolean exclude(Meta one, Meta other) {
    return endsBefore(one, other) || endsBefore(other, one);
  }

  /** Whether all times that fit the one lie before all that fit the other. */
  private static boolean endsBefore(Meta one, Meta other) {
    if (isOpenAbove(one.comparison()) || isOpenBelow(other.comparison())) {
      return false;
    }
    int days = day(one).compareTo(day(other));
    boolean wholeDays = !isInstant(one) && !isInstant(other);
    boolean touching =
        one.comparison() == Comparison.BEFORE || other.comparison() == Comparison.AFTER;
    return days < 0 || (days == 0 && wholeDays && touching);
  }

  private static boolean isOpenAbove(Comparison comparison) {
    return comparison == Comparison.AFTER || comparison == Comparison.NOT_BEFORE;
  }

  private static boolean isOpenBelow(Comparison comparison) {
    return comparison == Comparison.BEFORE || comparison == Comparison.NOT_AFTER;
  }

  private static boolean isInstant(Meta meta) {
    return meta.value().indexOf('T') >= 0;
  }

  private static String day(Meta meta) {
    return isInstant(meta) ? meta.value().substring(0, meta.value().indexOf('T')) : meta.value();
  }
}
