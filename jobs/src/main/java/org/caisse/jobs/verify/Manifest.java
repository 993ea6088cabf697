package org.caisse.jobs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manifest as it was chained and signed. Body and envelope are texts: their hashes are of these
 * very characters.
 *
 * @param hash of body and envelope; the next envelope names it
 * @param signature of the hash, in Base64
 * @param chainSha256 of this body and all before it
 * @param bodySha256 of the body
 * @param envelope who, when, after what
 * @param body what is the same wherever the same work is done
 */
public record Manifest(
    String hash,
    String signature,
    String chainSha256,
    String bodySha256,
    String envelope,
    String body) {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /**
   * What a run read, under which law, and what it left.
   *
   * @param program that ran
   * @param ruleset behaviour of the rules
   * @param run label of the run
   * @param pack which one
   * @param packSha256 its content
   * @param settingsSha256 content of the fund's settings
   * @param formatsSha256 content of formats and sender mappings; null when it took no files in
   * @param inputFiles files taken in
   * @param inputRuns completed runs that were read
   * @param withdrawnFiles files that the run withdrew
   * @param abandoned why the run was given up; null for one that completed
   * @param counts named counts and totals
   * @param outputs files in outbox and archive
   */
  public record Body(
      String program,
      int ruleset,
      String run,
      LocalDate businessDate,
      PackName pack,
      String packSha256,
      String settingsSha256,
      String formatsSha256,
      List<InputFile> inputFiles,
      List<InputRun> inputRuns,
      List<WithdrawnFile> withdrawnFiles,
      Abandoned abandoned,
      JsonNode counts,
      List<OutputFile> outputs) {

    public Body {
      inputFiles = inputFiles == null ? List.of() : List.copyOf(inputFiles);
      inputRuns = inputRuns == null ? List.of() : List.copyOf(inputRuns);
      withdrawnFiles = withdrawnFiles == null ? List.of() : List.copyOf(withdrawnFiles);
      outputs = outputs == null ? List.of() : List.copyOf(outputs);
    }

    /** Files in one of the two places, {@code outbox} or {@code archive}. */
    public List<OutputFile> outputs(String place) {
      return outputs.stream().filter(file -> place.equals(file.place())).toList();
    }
  }

  /** That an operator gave a run up. */
  public record Abandoned(String reason) {}

  /** The pack's id. */
  public record PackName(String id) {}

  /**
   * A file that was withdrawn.
   *
   * @param run label of the run that took it in
   * @param ordinal its place among the files of that run
   */
  public record WithdrawnFile(String run, int ordinal) {}

  /** A file that was taken in. */
  public record InputFile(String name, String sha256) {}

  /** A run that was read, and what its manifest said. */
  public record InputRun(String run, String bodySha256) {}

  /**
   * A file that a run left.
   *
   * @param sha256 of the bytes in the outbox; null in the archive, and where they may differ from
   *     machine to machine
   * @param rows in the archive; null in the outbox
   * @param contentSha256 canonical hash of the content where the bytes may differ; else null
   */
  public record OutputFile(
      String place, String name, String sha256, Long rows, String contentSha256) {}

  /**
   * What chains the manifest.
   *
   * @param seq from 1, without gap
   * @param previous hash of the manifest before
   * @param key fingerprint of the key that signed
   * @param archiveFiles bytes of the archive, which may differ from machine to machine
   * @param outboxFiles bytes of those files in the outbox that may, too
   */
  public record Envelope(
      int seq,
      String previous,
      String key,
      List<FileBytes> archiveFiles,
      List<FileBytes> outboxFiles) {

    public Envelope {
      archiveFiles = archiveFiles == null ? List.of() : List.copyOf(archiveFiles);
      outboxFiles = outboxFiles == null ? List.of() : List.copyOf(outboxFiles);
    }
  }

  /** The bytes of a file. */
  public record FileBytes(String name, String sha256) {}

  /**
   * Reads a manifest's file.
   *
   * @throws IllegalArgumentException when it is not one
   * @throws UncheckedIOException when it cannot be read
   */
  public static Manifest read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("manifest " + file + " cannot be read", e);
    }
    return complete(parse(text, Manifest.class, file.toString()), file);
  }

  /**
   * @throws IllegalArgumentException when the body is none
   */
  public Body parsedBody() {
    return parse(body, Body.class, "body of the manifest");
  }

  /**
   * @throws IllegalArgumentException when the envelope is none
   */
  public Envelope parsedEnvelope() {
    return parse(envelope, Envelope.class, "envelope of the manifest");
  }

  private static Manifest complete(Manifest read, Path file) {
    if (read.hash == null
        || read.signature == null
        || read.chainSha256 == null
        || read.bodySha256 == null
        || read.envelope == null
        || read.body == null) {
      throw new IllegalArgumentException(file + " is no manifest: a part is missing");
    }
    return read;
  }

  private static <T> T parse(String text, Class<T> type, String what) {
    try {
      T parsed = JSON.readValue(text, type);
      if (parsed == null) {
        throw new IllegalArgumentException(what + " is empty");
      }
      return parsed;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          what + " is not as manifests are: " + e.getOriginalMessage(), e);
    }
  }
}
