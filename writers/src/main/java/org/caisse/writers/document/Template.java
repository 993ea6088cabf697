package org.caisse.writers.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.config.text.Messages;
import org.caisse.writers.file.TextBytes;

/**
 * An HTML page cut into blocks, read once and filled many times. In its resource, {@code <!--
 * block: name -->} begins a block, {@code [[key]]} is a text of the language, {@code {{slot}}} a
 * value, and {@code [[key slot ...]]} a text whose arguments are values. Values are escaped;
 * nothing from outside can become markup.
 */
final class Template {

  private static final Pattern BLOCK = Pattern.compile("<!-- block: (\\w+) -->");
  private static final Pattern MARK =
      Pattern.compile("\\[\\[([\\w.]+)((?: \\w+)*)]]|\\{\\{(\\w+)}}");

  private static final Pattern COUNTED = Pattern.compile("\\{[0-9]+\\|");

  /** Characters that stand for slot 0, 1, ... while a block is cut; no text of ours has them. */
  private static final char FIRST_SLOT = '\uE000';

  private static final char LAST_SLOT = '\uE0FF';

  private final String resource;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  private Template(String resource) {
    this.resource = resource;
  }

  /** Reads the page of a resource next to this class. */
  static Template load(String resource, Messages messages) {
    Template template = new Template(resource);
    String source = compact(read(resource));
    Matcher block = BLOCK.matcher(source);
    String name = null;
    int start = 0;
    while (block.find()) {
      template.put(name, source.substring(start, block.start()), messages);
      name = block.group(1);
      start = block.end();
    }
    template.put(name, source.substring(start), messages);
    return template;
  }

  /** The block of a name. */
  Block block(String name) {
    Block block = blocks.get(name);
    if (block == null) {
      throw new IllegalArgumentException(resource + " has no block '" + name + "'");
    }
    return block;
  }

  private void put(String name, String source, Messages messages) {
    if (name != null) {
      blocks.put(name, Block.of(resource + ", block " + name, source.strip(), messages));
    }
  }

  private static String read(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its page " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without indentation: a page is sent fifty thousand times. */
  private static String compact(String source) {
    return source.replaceAll("\\s*\\n\\s*", "\n");
  }

  /** A part of a page with its slots. */
  static final class Block {

    private final String name;
    private final byte[][] parts;
    private final int[] slots;
    private final int values;

    private Block(String name, byte[][] parts, int[] slots, int values) {
      this.name = name;
      this.parts = parts;
      this.slots = slots;
      this.values = values;
    }

    private static Block of(String name, String source, Messages messages) {
      List<String> slotNames = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      Matcher mark = MARK.matcher(source);
      while (mark.find()) {
        String shown =
            mark.group(3) == null
                ? message(messages, mark.group(1), mark.group(2).strip(), slotNames)
                : slot(mark.group(3), slotNames);
        mark.appendReplacement(text, Matcher.quoteReplacement(shown));
      }
      return cut(name, mark.appendTail(text).toString(), slotNames.size());
    }

    private static String message(
        Messages messages, String key, String arguments, List<String> slotNames) {
      List<String> slots = new ArrayList<>();
      if (!arguments.isEmpty()) {
        for (String argument : arguments.split(" ", -1)) {
          slots.add(slot(argument, slotNames));
        }
      }
      if (COUNTED.matcher(messages.pattern(key)).find()) {
        throw new IllegalArgumentException(
            "text '%s' has words that go with a number, which a page does not know: fill it in"
                .formatted(key));
      }
      TextBytes escaped = new TextBytes();
      Html.add(escaped, messages.get(key, slots.toArray()));
      return new String(escaped.toBytes(), StandardCharsets.UTF_8);
    }

    private static String slot(String name, List<String> slotNames) {
      if (!slotNames.contains(name)) {
        slotNames.add(name);
      }
      return String.valueOf((char) (FIRST_SLOT + slotNames.indexOf(name)));
    }

    private static Block cut(String name, String text, int values) {
      List<byte[]> parts = new ArrayList<>();
      List<Integer> slots = new ArrayList<>();
      int start = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= FIRST_SLOT && c <= LAST_SLOT) {
          parts.add(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
          slots.add(c - FIRST_SLOT);
          start = i + 1;
        }
      }
      parts.add(text.substring(start).getBytes(StandardCharsets.UTF_8));
      return new Block(
          name,
          parts.toArray(byte[][]::new),
          slots.stream().mapToInt(Integer::intValue).toArray(),
          values);
    }

    /**
     * Adds the block.
     *
     * @param out receives it
     * @param given a value per slot, in the order in which the slots first appear in the resource
     */
    void fill(TextBytes out, String... given) {
      if (given.length != values) {
        throw new IllegalArgumentException(
            "%s has %d slots, not %d".formatted(name, values, given.length));
      }
      for (int i = 0; i < slots.length; i++) {
        out.add(parts[i]);
        Html.add(out, given[slots[i]]);
      }
      out.add(parts[slots.length]);
    }
  }
}
