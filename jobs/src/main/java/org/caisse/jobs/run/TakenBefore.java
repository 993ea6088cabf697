package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.Formats;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Recognition;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether a file that is offered was taken in before: the same content is. Two things make it
 * another file. A file that was refused as a whole was not taken; it is tried again when what
 * decides how it is read has changed: its name, the sender that is chosen, formats and mappings.
 * And where a file's name, or the mapping that it chooses, says employer or month, the same bytes
 * under another name may be another month's declaration.
 */
final class TakenBefore {

  private static final String QUERY = Sql.of(TakenBefore.class, "taken-before");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;
  private final Formats formats;
  private final FrontDoor door;

  private record Taken(
      String name,
      String sender,
      boolean refused,
      String formats,
      String mapping,
      Map<String, String> facts) {}

  TakenBefore(RunEnvironment environment, Formats formats) {
    this.sql = JdbcClient.create(environment.dataSource());
    this.formats = formats;
    this.door = new FrontDoor(formats, environment.law().pack().currency());
  }

  boolean is(RunRequest.InputFile file, String sha256) {
    return taken(file, sha256).stream().anyMatch(taken -> same(file, taken));
  }

  /** Whether two files of one request with the same content say the same. */
  boolean same(RunRequest.InputFile first, RunRequest.InputFile second) {
    return first.fileName().equals(second.fileName())
        || recognise(first).facts().equals(recognise(second).facts());
  }

  private boolean same(RunRequest.InputFile file, Taken taken) {
    boolean sameName = file.fileName().equals(taken.name());
    if (taken.refused()) {
      return sameName
          && file.sender().equals(taken.sender())
          && formats.sha256().equals(taken.formats());
    }
    boolean sameSender =
        file.sender().isEmpty()
            || file.sender().equals(taken.sender())
            || file.sender().equals(taken.mapping());
    if (sameName && sameSender) {
      return true;
    }
    Recognition now = recognise(file);
    return now.question() != null || now.facts().equals(taken.facts());
  }

  private Recognition recognise(RunRequest.InputFile file) {
    try {
      return door.recognise(file.path(), file.fileName(), FileKinds.of(file.kind()), file.sender());
    } catch (IOException e) {
      throw new UncheckedIOException("file " + file.path() + " cannot be read", e);
    }
  }

  private List<Taken> taken(RunRequest.InputFile file, String sha256) {
    return sql.sql(QUERY)
        .param("kind", file.kind())
        .param("sha256", sha256)
        .query(
            (row, n) ->
                new Taken(
                    row.getString("name"),
                    row.getString("sender"),
                    row.getBoolean("refused"),
                    row.getString("formats_sha256"),
                    row.getString("mapping"),
                    JSON.readValue(
                        row.getString("facts"), new TypeReference<Map<String, String>>() {})))
        .list();
  }
}
