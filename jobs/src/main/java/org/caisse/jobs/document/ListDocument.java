package org.caisse.jobs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list for people of what a query gives: CSV and workbook. */
public final class ListDocument {

  private ListDocument() {}

  /** Writes the cells of one row. */
  @FunctionalInterface
  public interface Row {
    void write(PeopleList list, ResultSet row) throws SQLException, IOException;
  }

  /** Writes all rows. */
  @FunctionalInterface
  public interface Rows {
    void write(PeopleList list) throws IOException;
  }

  /** Writes one that never has so many rows that nobody opens it. */
  public static List<WrittenFile> write(
      RunContext run,
      String name,
      String key,
      String reference,
      List<PeopleList.Column> columns,
      JdbcClient.StatementSpec query,
      Row cells)
      throws IOException {
    return write(run, name, 0, key, reference, columns, query, cells);
  }

  /**
   * Writes it.
   *
   * @param name of the files without ending
   * @param rows that the query gives
   * @param key of title ({@code .title}) and sheet ({@code .sheet}) in the texts of documents
   */
  public static List<WrittenFile> write(
      RunContext run,
      String name,
      long rows,
      String key,
      String reference,
      List<PeopleList.Column> columns,
      JdbcClient.StatementSpec query,
      Row cells)
      throws IOException {
    return write(
        run,
        name,
        rows,
        key,
        reference,
        columns,
        list ->
            query
                .withFetchSize(2_000)
                .query(
                    row -> {
                      try {
                        cells.write(list, row);
                        list.endRow();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }));
  }

  /**
   * Writes one whose rows come from elsewhere.
   *
   * @param name of the files without ending
   * @param rows that it has
   * @param key of title ({@code .title}) and sheet ({@code .sheet}) in the texts of documents
   */
  public static List<WrittenFile> write(
      RunContext run,
      String name,
      long rows,
      String key,
      String reference,
      List<PeopleList.Column> columns,
      Rows content)
      throws IOException {
    WorkbookHead head =
        PeopleList.head(run.letterhead(), key + ".title", reference, run.run().businessDate());
    return new CsvAndWorkbook(run)
        .write(
            name,
            rows,
            head,
            (csv, book) -> {
              PeopleList list =
                  new PeopleList(csv, book, head, run.letterhead(), key + ".sheet", columns);
              content.write(list);
              list.finish();
            });
  }
}
