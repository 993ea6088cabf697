package org.caisse.config.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The texts of one bundle in one language: {@code text/BASE_fr.properties}, UTF-8, patterns of
 * {@link MessageFormat}. Apostrophes are written ’ (a single ' would switch placeholders off, so it
 * is refused when the bundle is loaded; '' is MessageFormat's own way to write one).
 */
public final class Messages {

  private static final String MAIN = "messages";
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");
  private static final Map<String, Messages> LOADED = new ConcurrentHashMap<>();

  private final String file;
  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, Text> texts = new ConcurrentHashMap<>();

  private Messages(String file, Language language, Map<String, String> patterns) {
    this.file = file;
    this.language = language;
    this.patterns = patterns;
  }

  /** The texts of Caisse itself. */
  public static Messages of(Language language) {
    return of(MAIN, language);
  }

  /**
   * The texts of the bundle with this base name, such as {@code documents}.
   *
   * @throws MissingResourceException when there is no such file
   * @throws IllegalStateException when a key stands twice or an apostrophe is not ’
   */
  public static Messages of(String base, Language language) {
    String file = "text/" + base + "_" + language.code() + ".properties";
    return LOADED.computeIfAbsent(file, f -> new Messages(f, language, read(f)));
  }

  /** The language of these texts. */
  public Language language() {
    return language;
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * The pattern of a key as it is written.
   *
   * @throws MissingResourceException when there is none
   */
  public String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new MissingResourceException("no text '" + key + "' in " + file, file, key);
    }
    return pattern;
  }

  /**
   * The text of a key with its placeholders filled. A number in a plain placeholder is written as
   * digits without grouping (line numbers, years); {@code {0,number}} groups; amounts and dates are
   * formatted by {@link Amounts} before. {@code {0|line|lines}} is the word that goes with a
   * number.
   *
   * @throws MissingResourceException when there is no such key
   * @throws IllegalArgumentException when the text has more placeholders than arguments
   */
  public String get(String key, Object... arguments) {
    Text text = texts.get(key);
    if (text == null) {
      text = Text.of(pattern(key), language.locale());
      texts.put(key, text);
    }
    if (text.placeholders() > arguments.length) {
      throw new IllegalArgumentException(
          "text '%s' in %s has %d placeholders and was given %d arguments"
              .formatted(key, file, text.placeholders(), arguments.length));
    }
    return text.filled(arguments);
  }

  private static Map<String, String> read(String file) {
    Map<String, String> patterns = new TreeMap<>();
    try (InputStream in = Messages.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new MissingResourceException("the program has no file " + file, file, "");
      }
      new OnceEach(file, patterns).load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return patterns;
  }

  /** Properties that refuse what {@link Properties} lets pass. */
  private static final class OnceEach extends Properties {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> patterns;
    private final String file;

    OnceEach(String file, Map<String, String> patterns) {
      this.file = file;
      this.patterns = patterns;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (LONE_APOSTROPHE.matcher((String) value).find()) {
        throw new IllegalStateException(
            "text '" + key + "' in " + file + " has a single ': write ’ in its place");
      }
      if (patterns.put((String) key, (String) value) != null) {
        throw new IllegalStateException("text '" + key + "' stands twice in " + file);
      }
      return null;
    }

    @Override
    public synchronized boolean equals(Object other) {
      return this == other;
    }

    @Override
    public synchronized int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
