package org.caisse.config.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a pack's folder, exactly as they were read, so that a run can archive the law it
 * applied and a replay can load it without any folder.
 */
public final class PackFiles {

  private static final String FIRST_LINE = "caisse-pack 1\n";
  private static final String NAME = "[a-z0-9_]+\\.yaml";

  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  PackFiles(Map<String, byte[]> contents) {
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      if (!isName(entry.getKey())) {
        throw new IllegalArgumentException(
            "'" + entry.getKey() + "' cannot be a file of a pack: a-z, 0-9, _ and then .yaml");
      }
      this.contents.put(entry.getKey(), entry.getValue().clone());
    }
  }

  /** Whether a file of this name belongs to a pack. */
  static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** Names of the files, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(contents.keySet());
  }

  /** The bytes of a file, or null when there is none of that name. */
  public byte[] content(String name) {
    byte[] content = contents.get(name);
    return content == null ? null : content.clone();
  }

  /**
   * All files as one text that says the name and length of each: the same files always give the
   * same bytes.
   */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(FIRST_LINE.getBytes(StandardCharsets.UTF_8));
    contents.forEach(
        (name, content) -> {
          out.writeBytes((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          out.writeBytes(content);
          out.write('\n');
        });
    return out.toByteArray();
  }

  /**
   * The files of what {@link #toBytes()} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static PackFiles fromBytes(byte[] bytes) {
    Map<String, byte[]> contents = new TreeMap<>();
    int at = endOfLine(bytes, 0);
    if (!line(bytes, 0, at).equals(FIRST_LINE)) {
      throw new IllegalArgumentException("an archived pack begins with the line " + FIRST_LINE);
    }
    while (at < bytes.length) {
      int start = endOfLine(bytes, at);
      String[] nameAndLength = line(bytes, at, start).strip().split(" ", -1);
      if (nameAndLength.length != 2 || !nameAndLength[1].matches("[0-9]{1,8}")) {
        throw cut(at);
      }
      int end = start + Integer.parseInt(nameAndLength[1]);
      if (end >= bytes.length || bytes[end] != '\n') {
        throw cut(at);
      }
      contents.put(nameAndLength[0], Arrays.copyOfRange(bytes, start, end));
      at = end + 1;
    }
    return new PackFiles(contents);
  }

  /**
   * {@link #toBytes()} as text: all files of a pack are UTF-8, which is checked when they are read.
   */
  public String toText() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  /**
   * The files of what {@link #toText()} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static PackFiles fromText(String text) {
    return fromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * SHA-256 of {@link #toBytes()}, in lower-case hexadecimal: that is, of the sorted names, lengths
   * and contents.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private static String line(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException cut(int at) {
    return new IllegalArgumentException(
        "the archived pack is damaged at byte " + at + ": a file's name and length do not fit");
  }
}
