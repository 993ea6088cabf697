package org.caisse.jobs.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.Chain;
import org.caisse.jobs.run.RunKey;
import org.caisse.readers.archive.ArchiveReader;
import org.caisse.writers.archive.ArchiveWriter;
import tools.jackson.databind.json.JsonMapper;

/** Changes files of a workspace as somebody might who wants to hide something. */
public final class Spoil {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Spoil() {}

  /** Turns one bit in the middle of a file. */
  public static void oneBit(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** Writes an archive file again with its rows changed. */
  public static <T extends Record> void rows(Path file, Class<T> type, UnaryOperator<T> change)
      throws IOException {
    List<T> rows = new ArrayList<>();
    new ArchiveReader<>(file, type).forEach(row -> rows.add(change.apply(row)));
    Files.delete(file);
    try (ArchiveWriter<T> writer =
        new ArchiveWriter<>(file, type, Map.of("written", "again"), FailPoint.NONE)) {
      rows.forEach(writer::write);
      writer.finish();
    }
  }

  /** Writes a workbook again, compressed otherwise, with its first sheet changed. */
  public static void workbook(Path file, UnaryOperator<String> change) throws IOException {
    Path again = file.resolveSibling("again.tmp");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(again))) {
      to.setLevel(9);
      for (ZipEntry entry : from.stream().toList()) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          String sheet = new String(content, StandardCharsets.UTF_8);
          content = change.apply(sheet).getBytes(StandardCharsets.UTF_8);
        }
        to.write(content);
      }
    }
    Files.move(again, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Changes the body of a manifest and makes its own hashes fit, though not the signature. */
  public static void body(Workspace workspace, RunKey key, UnaryOperator<String> change)
      throws IOException {
    Path file = new ManifestFolder(workspace).find(key).orElseThrow();
    Manifest manifest = Manifest.read(file);
    String body = change.apply(manifest.body());
    if (body.equals(manifest.body())) {
      throw new IllegalArgumentException("nothing to change in " + body);
    }
    String bodySha256 = Chain.sha256(body);
    Map<String, String> content = new LinkedHashMap<>();
    content.put("hash", Chain.hash(bodySha256, manifest.envelope()));
    content.put("signature", manifest.signature());
    content.put("chain_sha256", manifest.chainSha256());
    content.put("body_sha256", bodySha256);
    content.put("envelope", manifest.envelope());
    content.put("body", body);
    Files.writeString(file, JSON.writeValueAsString(content));
  }
}
