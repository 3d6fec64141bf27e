package io.tocsin.bench;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.tocsin.model.Article;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.text.Scan;
import java.util.*;

final class Quick {
  public static void main(String[] args) {
    List<Article> articles = new ArrayList<>();
    long bytes = 0;
    List<String> words = new ArrayList<>(); List<String> runs = new ArrayList<>();
    for (var a : Texts.articles("reuters-1987-spring.jsonl.gz", 4000)) {
      String body = a.path("title").asText() + "\n\n" + a.path("body").asText();
      if (body.length() < 500) continue;
      bytes += body.length();
      articles.add(new Article(null, null, null, null, null, body, null, null, List.of(), null, null));
      var mt = java.util.regex.Pattern.compile("(?<=[a-z] )[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}").matcher(body);
      while (mt.find()) runs.add(mt.group());
    }
    for (String run : runs) words.addAll(List.of(run.split(" ")));
    System.out.println(runs.size() + " runs, " + new HashSet<>(runs).size() + " distinct, " + new HashSet<>(words).size() + " words");
    System.out.println("bytes/article " + bytes / articles.size());
    for (int n : new int[] {100, 10_000, 100_000, 1_000_000}) {
      Random r = new Random(n); int tried = 0;
      Set<String> aliases = new LinkedHashSet<>();
      while (aliases.size() < n) {
        boolean real = r.nextInt(10) < 4 && tried++ < 3 * n;
        StringBuilder b = new StringBuilder();
        if (real) b.append(runs.get(r.nextInt(runs.size())));
        else { int k = 2 + r.nextInt(3); for (int i = 0; i < k; i++) b.append(i > 0 ? " " : "").append(words.get(r.nextInt(words.size()))); }
        aliases.add(b.toString());
      }
      long t = System.nanoTime();
      Phrases.Builder pb = new Phrases.Builder();
      for (String a : aliases) pb.add(a);
      Phrases p = pb.build();
      long built = System.nanoTime() - t;
      Scan scan = new Scan();
      Hits hits = new Hits();
      AhoCorasickDoubleArrayTrie<String> ac = new AhoCorasickDoubleArrayTrie<>();
      if (n <= 100_000) {
        TreeMap<String, String> m = new TreeMap<>();
        for (String a : aliases) { String f = " " + a.toLowerCase(Locale.ROOT) + " "; m.put(f, a); }
        ac.build(m);
      }
      List<Contest.Contender> list = new ArrayList<>(List.of(
          new Contest.Contender("scan", () -> { long s = 0; for (Article a : articles) { scan.read(a.body()); s += scan.size(); } return s; }),
          new Contest.Contender("sent", () -> { long s = 0; for (Article a : articles) { scan.read(a); s += scan.size(); } return s; }),
          new Contest.Contender("find", () -> { long s = 0; for (Article a : articles) { scan.read(a.body()); p.find(scan, hits); s += hits.size(); } return s; })));
      if (n <= 100_000) list.add(new Contest.Contender("hankcs", () -> {
          long[] s = {0};
          for (Article a : articles) {
            String b = a.body(); char[] c = new char[b.length() + 2]; int j = 0; c[j++] = ' ';
            for (int i = 0; i < b.length(); i++) { char x = b.charAt(i); boolean l = x >= 'a' && x <= 'z' || x >= '0' && x <= '9'; if (x >= 'A' && x <= 'Z') { x += 32; l = true; } if (!l) { if (c[j - 1] != ' ') c[j++] = ' '; } else c[j++] = x; }
            if (c[j-1] != ' ') c[j++] = ' ';
            ac.parseText(new String(c, 0, j), (AhoCorasickDoubleArrayTrie.IHit<String>) (x, y, v) -> s[0]++);
          }
          return s[0];
        }));
      var res = Contest.run(list, 6, 9);
      System.out.println(n + " built " + built / 1_000_000 + " ms, " + (p.bytes() >> 20) + " MB");
      final long total = bytes;
      res.forEach((k, v) -> System.out.printf("  %s %.2f us, %.0f MB/s, sum %d%n", k, v.median() / 1e3 / articles.size(), total * 1e3 / v.median(), v.sum()));
    }
  }
}
