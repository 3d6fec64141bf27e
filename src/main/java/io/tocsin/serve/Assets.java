package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The files of the dashboard, read from the class path once. What is served is this list and
 * nothing else: no path of a request is ever turned into the name of a file.
 */
final class Assets {
  /** Where all but the page itself is served. */
  static final String PREFIX = "/assets/";

  private static final Set<String> OWN =
      Set.of(
          "app.js",
          "api.js",
          "articles.js",
          "alerts.js",
          "subjects.js",
          "text.js",
          "keys.js",
          "views.js",
          "rejected.js",
          "search.js",
          "style.css",
          "icon.svg");
  private static final Set<String> LIT =
      Set.of("lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js");

  private final Map<String, Asset> byPath = new LinkedHashMap<>();

  /**
   * Reads them all.
   *
   * @throws IllegalStateException when one is missing from the jar
   */
  Assets() {
    add("/", "/web/index.html");
    add("/favicon.ico", "/web/icon.svg");
    OWN.forEach(name -> add(PREFIX + name, "/web/" + name));
    String lit = "/META-INF/resources/webjars/lit-html/" + webjarVersion("lit-html") + "/";
    LIT.forEach(name -> add(PREFIX + "lit-html/" + name, lit + name));
  }

  /** A handler per path that is served. */
  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    byPath.forEach((path, asset) -> handlers.put(path, context -> answer(context, asset)));
    return handlers;
  }

  private static void answer(Context context, Asset asset) {
    // Asked for anew each time, answered with 304: an update of the program is an update of the
    // page.
    context.header("Cache-Control", "no-cache").header("ETag", asset.tag);
    if (asset.tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(asset.type).result(asset.bytes);
  }

  private void add(String path, String resource) {
    byte[] bytes = read(resource);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    byPath.put(
        path, new Asset(bytes, type(resource), '"' + Long.toHexString(sum.getValue()) + '"'));
  }

  private static String type(String resource) {
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("no content type is known for " + resource);
    };
  }

  private static String webjarVersion(String name) {
    Properties properties = new Properties();
    String resource = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not on the class path; build the distribution again");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
    return properties.getProperty("version", "");
  }

  private static byte[] read(String resource) {
    try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not on the class path; build the distribution again");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** One file, as it is sent. */
  private static final class Asset {
    private final byte[] bytes;
    private final String type;
    private final String tag;

    Asset(byte[] bytes, String type, String tag) {
      this.bytes = bytes;
      this.type = type;
      this.tag = tag;
    }
  }
}
