package org.caisse.config.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.caisse.config.archive.NamedFiles;

/**
 * The files of a pack's folder, exactly as they were read, so that a run can archive the law it
 * applied and a replay can load it without any folder.
 */
public final class PackFiles {

  private static final String TITLE = "caisse-pack 1";
  private static final String NAME = "[a-z0-9_]+\\.yaml";

  private final NamedFiles files;

  PackFiles(Map<String, byte[]> contents) {
    this(new NamedFiles(TITLE, contents));
  }

  private PackFiles(NamedFiles files) {
    for (String name : files.names()) {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' cannot be a file of a pack: a-z, 0-9, _ and then .yaml");
      }
    }
    this.files = files;
  }

  /** Whether a file of this name belongs to a pack. */
  static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** Whether these bytes are what {@link #toBytes()} gives. */
  static boolean isArchived(byte[] bytes) {
    byte[] first = (TITLE + "\n").getBytes(StandardCharsets.UTF_8);
    return bytes.length > first.length
        && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
  }

  /** Names of the files, sorted. */
  public Set<String> names() {
    return files.names();
  }

  /** The bytes of a file, or null when there is none of that name. */
  public byte[] content(String name) {
    return files.content(name);
  }

  /**
   * All files as one text that says the name and length of each: the same files always give the
   * same bytes.
   */
  public byte[] toBytes() {
    return files.toBytes();
  }

  /**
   * The files of what {@link #toBytes()} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static PackFiles fromBytes(byte[] bytes) {
    return new PackFiles(NamedFiles.fromBytes(TITLE, bytes));
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
    return files.sha256();
  }
}
