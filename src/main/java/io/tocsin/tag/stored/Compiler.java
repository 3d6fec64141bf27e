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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns queries into code: numbers in one array, each query a tree written in order. What is likely
 * to decide is written first: of what must all match the rarest.
 */
@SuppressWarnings("EnumOrdinal") // packed into bits that never leave the process
final class Compiler {
  private final Leaves leaves;
  private final Anchors anchors;
  private final IntList code = new IntList();
  private final List<Meta> metas = new ArrayList<>();

  Compiler(Leaves leaves, Anchors anchors) {
    this.leaves = leaves;
    this.anchors = anchors;
  }

  /** Writes a query; returns where its code begins. */
  int add(Query query) {
    int at = code.size();
    write(query);
    return at;
  }

  int[] code() {
    return code.toArray();
  }

  /** The attributes that are asked for, by the numbers in the code. */
  List<Meta> metas() {
    return List.copyOf(metas);
  }

  private void write(Query query) {
    if (query instanceof Anchor anchor) {
      write(Code.LEAF, leaves.of(anchor));
    } else if (query instanceof And and) {
      List<Query> rarestFirst = new ArrayList<>(and.operands());
      rarestFirst.sort(Comparator.comparingDouble(this::share));
      tree(rarestFirst, Code.AND);
    } else if (query instanceof Or or) {
      tree(or.operands(), Code.OR);
    } else if (query instanceof Not not) {
      write(Code.NOT);
      write(not.operand());
    } else if (query instanceof Near near) {
      tree(near.operands(), Code.NEAR, near.distance(), near.ordered() ? 1 : 0);
    } else if (query instanceof Same same) {
      tree(same.operands(), Code.SAME, same.unit().ordinal());
    } else if (query instanceof AtLeast atLeast) {
      write(Code.AT_LEAST, atLeast.count());
      write(atLeast.operand());
    } else if (query instanceof In in) {
      write(Code.IN, 1 << in.zone().ordinal());
      write(in.operand());
    } else if (query instanceof Meta meta) {
      write(Code.META, metas.size());
      metas.add(meta);
    } else if (query instanceof Weighted weighted) {
      write(weighted);
    } else {
      throw new IllegalStateException("a kind of query without code: " + query);
    }
  }

  private double share(Query query) {
    return query instanceof Anchor anchor
        ? anchors.share(anchor)
        : anchors.of(query).stream().mapToDouble(anchors::share).reduce(Double::sum).orElse(1);
  }

  private void write(Weighted weighted) {
    write(Code.WEIGHTED, 0, weighted.threshold());
    int at = code.size() - 2;
    weighted.weights().forEach((term, weight) -> write(leaves.of(term), weight));
    code.set(at, code.size());
  }

  private void tree(List<Query> operands, int operation, int... details) {
    write(operation, 0);
    int at = code.size() - 1;
    write(details);
    operands.forEach(this::write);
    code.set(at, code.size());
  }

  private void write(int... numbers) {
    for (int number : numbers) {
      code.add(number);
    }
  }
}
