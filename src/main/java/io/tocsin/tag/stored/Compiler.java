package io.tocsin.tag.stored;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Weighted;

/** Turns queries into code, in the order in which they are written. */
final class Compiler {
  private final Leaves leaves;

  Compiler(Leaves leaves) {
    this.leaves = leaves;
  }

  /** Appends the code of a query; see {@link Op}. */
  void compile(Query query, Ints code) {
    if (query instanceof Anchor anchor) {
      code.add(leaves.leaf(anchor));
    } else if (query instanceof And) {
      part(query, code, Op.AND);
    } else if (query instanceof Or) {
      part(query, code, Op.OR);
    } else if (query instanceof Not) {
      part(query, code, Op.NOT);
    } else if (query instanceof Meta meta) {
      part(query, code, Op.META, leaves.attribute(meta));
    } else if (query instanceof In in) {
      part(query, code, Op.IN, Op.ZONES.indexOf(in.zone()));
    } else if (query instanceof Near near) {
      part(query, code, Op.NEAR, near.distance(), near.ordered() ? 1 : 0);
    } else if (query instanceof Same same) {
      part(query, code, Op.SAME, Op.UNITS.indexOf(same.unit()));
    } else if (query instanceof AtLeast atLeast) {
      part(query, code, Op.AT_LEAST, atLeast.count());
    } else if (query instanceof Weighted weighted) {
      weighted(weighted, code);
    } else {
      throw new IllegalStateException("a kind of query without code: " + query);
    }
  }

  private void part(Query query, Ints code, int... operation) {
    int start = begin(code, operation);
    for (Query operand : query.operands()) {
      compile(operand, code);
    }
    code.set(start + 1, code.size() - start);
  }

  private void weighted(Weighted weighted, Ints code) {
    int start = begin(code, Op.WEIGHTED, weighted.threshold());
    weighted
        .weights()
        .forEach(
            (term, weight) -> {
              code.add(leaves.leaf(term));
              code.add(weight);
            });
    code.set(start + 1, code.size() - start);
  }

  private static int begin(Ints code, int... operation) {
    int start = code.size();
    code.add(operation[0]);
    code.add(0);
    for (int i = 1; i < operation.length; i++) {
      code.add(operation[i]);
    }
    return start;
  }
}
