package org.caisse.app.month;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that a workspace holds, to the last byte: a hash of each table's rows, of what the
 * catalogue says of tables, and of each file; but not what a dry run may leave, the log, and the
 * files of the database server.
 *
 * @param tables rows and hash of the contents, by name
 * @param files hash by name
 */
record HomeState(Map<String, String> tables, Map<String, String> files) {

  private static final List<String> NOT_LOOKED_AT = List.of("db", "log", "dry-run");

  static HomeState of(JdbcClient sql, Path home) {
    Map<String, String> tables = new TreeMap<>();
    for (String table :
        sql.sql(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
                    + " relkind IN ('r', 'p') ORDER BY 1")
            .query(String.class)
            .list()) {
      tables.put(
          table,
          sql.sql(
                  "SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, chr(10) ORDER"
                      + " BY t::text)), '') FROM "
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    // What the planner knows of the sizes would outlive a transaction that is taken back.
    tables.put(
        "pg_class",
        sql.sql(
                "SELECT string_agg(concat_ws(' ', relname, relkind, reltuples), chr(10) ORDER BY"
                    + " relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
                    + " relkind IN ('r', 'p', 'v')")
            .query(String.class)
            .single());
    Map<String, String> files = new TreeMap<>();
    for (Path part : parts(home)) {
      String name = part.getFileName().toString();
      if (Files.isDirectory(part)) {
        files.put(name + "/", "");
        Books.hashes(part).forEach((file, sha256) -> files.put(name + "/" + file, sha256));
      } else {
        files.put(name, Books.sha256(part));
      }
    }
    return new HomeState(tables, files);
  }

  private static List<Path> parts(Path home) {
    List<Path> parts = new ArrayList<>();
    try (Stream<Path> children = Files.list(home)) {
      children
          .filter(child -> !NOT_LOOKED_AT.contains(child.getFileName().toString()))
          .sorted()
          .forEach(parts::add);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return parts;
  }

  /** What is not as it was. */
  List<String> differencesFrom(HomeState before) {
    List<String> differences = new ArrayList<>();
    differences("table", tables, before.tables, differences);
    differences("file", files, before.files, differences);
    return differences;
  }

  private static void differences(
      String what, Map<String, String> now, Map<String, String> then, List<String> differences) {
    Map<String, String> all = new TreeMap<>(then);
    all.putAll(now);
    for (String name : all.keySet()) {
      String before = then.getOrDefault(name, "none");
      String after = now.getOrDefault(name, "none");
      if (!before.equals(after)) {
        differences.add("%s %s: %s, was %s".formatted(what, name, after, before));
      }
    }
  }
}
